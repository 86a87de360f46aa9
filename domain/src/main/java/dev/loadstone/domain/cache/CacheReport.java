package dev.loadstone.domain.cache;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a cache stands. The counts are of all processes since the cache was made or cleared; those of
 * a process that was killed may lack what it did last.
 *
 * @param place where the cache is, for people: its folder, if it has one
 * @param entries how many artifacts it holds
 * @param bytes how many bytes these have together
 * @param counts what happened how often; a counter that is not there stands at 0
 */
public record CacheReport(
    String place, long entries, long bytes, SortedMap<CacheCounter, Long> counts) {

  public CacheReport {
    Objects.requireNonNull(place, "place");
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /**
   * {@return how often something happened}
   *
   * @param counter what
   */
  public long count(CacheCounter counter) {
    return counts.getOrDefault(counter, 0L);
  }

  /** {@return how many loads were no hits, whatever the reason} */
  public long misses() {
    long misses = 0;
    for (Map.Entry<CacheCounter, Long> each : counts.entrySet()) {
      if (each.getKey().name().startsWith("MISS_")) {
        misses += each.getValue();
      }
    }
    return misses;
  }
}
