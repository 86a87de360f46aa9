package dev.loadstone.domain.cache;

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
   * @param reason the kind of reason; one for which there was no cache to look into is not counted
   * @return the counter
   */
  public static CacheCounter of(MissReason.Kind reason) {
    return switch (reason) {
      case NEVER_SEEN, UNUSABLE -> MISS_NEVER_SEEN;
      case SOURCES -> MISS_SOURCES;
      case CONTRACT, RELEASE, OPTIONS, SETTINGS -> MISS_REQUEST;
      case COMPILER, RUNTIME, LIBRARY_BUILD, LINKING -> MISS_BUILD;
      case HOST -> MISS_HOST;
      case DAMAGED -> MISS_DAMAGED;
    };
  }
}
