package dev.loadstone.domain.cache;

import java.nio.file.Path;
import java.util.Objects;

/**
 * An artifact in the cache.
 *
 * @param file where it is, for the store that gave it and for messages
 */
public record CacheEntry(Path file) {

  public CacheEntry {
    Objects.requireNonNull(file, "file");
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
