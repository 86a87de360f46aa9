package dev.loadstone.domain.cache;

import java.util.List;

/**
 * What reading every entry of a cache found.
 *
 * @param entries how many entries are whole
 * @param removed the entries that were not, and were removed
 */
public record CacheVerification(long entries, List<CacheEntry> removed) {

  public CacheVerification {
    removed = List.copyOf(removed);
  }
}
