package dev.loadstone.domain.cache;

import io.vavr.control.Option;

/** What the cache counts, over all processes that use one folder. */
public enum CacheCounter {
  /** Loads that were given an entry. */
  HIT,
  /** Loads that found no plugin with their file names. */
  MISS_NEVER_SEEN,
  /** Loads whose sources had changed. */
  MISS_SOURCES,
  /** Loads that asked otherwise: contract, release, options, warnings, modules. */
  MISS_REQUEST,
  /** Loads by another compiler, runtime or build of the library. */
  MISS_BUILD,
  /** Loads for a host that had changed. */
  MISS_HOST,
  /** Loads that found a damaged entry. */
  MISS_DAMAGED,
  /** Entries that were damaged and removed. */
  HEALED,
  /** Entries that had to give way to others. */
  EVICTED;

  /**
   * Returns what counts misses for a reason.
   *
   * @param reason the kind of reason
   * @return the counter; none where there was no cache to look into
   */
  public static Option<CacheCounter> of(MissReason.Kind reason) {
    return switch (reason) {
      case UNUSABLE -> Option.none();
      case NEVER_SEEN -> Option.some(MISS_NEVER_SEEN);
      case SOURCES -> Option.some(MISS_SOURCES);
      case CONTRACT, RELEASE, OPTIONS, SETTINGS -> Option.some(MISS_REQUEST);
      case COMPILER, RUNTIME, LIBRARY_BUILD, LINKING -> Option.some(MISS_BUILD);
      case HOST -> Option.some(MISS_HOST);
      case DAMAGED -> Option.some(MISS_DAMAGED);
    };
  }
}
