package dev.loadstone.domain.cache;

import java.util.Objects;

/**
 * An artifact in the cache.
 *
 * @param id what the store that gave it knows it by, which also names it in messages; nobody else
 *     reads anything into it
 */
public record CacheEntry(String id) {

  public CacheEntry {
    Objects.requireNonNull(id, "id");
  }

  @Override
  public String toString() {
    return id;
  }
}
