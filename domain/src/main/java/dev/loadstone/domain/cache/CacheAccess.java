package dev.loadstone.domain.cache;

/** Whether a cache may be written. */
public enum CacheAccess {
  /** Entries are added, marked as used, healed and evicted. */
  READ_WRITE,
  /** Nothing is ever written, and a cache that cannot be read is an error. */
  READ_ONLY
}
