package dev.loadstone.domain.cache;

import java.util.List;
import java.util.Objects;

/**
 * What putting an artifact into the cache did.
 *
 * @param entry the artifact's entry
 * @param evicted the entries that had to give way, in the order in which they went
 */
public record Publication(CacheEntry entry, List<CacheEntry> evicted) {

  public Publication {
    Objects.requireNonNull(entry, "entry");
    evicted = List.copyOf(evicted);
  }
}
