package dev.loadstone.domain.cache;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where and how a cache is kept.
 *
 * @param folder its folder, which need not exist
 * @param maxEntries how many artifacts it holds at most, at least 1
 * @param maxBytes how many bytes these have together at most, at least 1
 * @param access whether it may be written
 * @param sharing whose folder it may be
 */
public record StoreSettings(
    Path folder, int maxEntries, long maxBytes, Access access, Sharing sharing) {

  /** Whether a cache may be written. */
  public enum Access {
    /** Entries are added, marked as used, healed and evicted. */
    READ_WRITE,
    /** Nothing is ever written, and a cache that cannot be read is an error. */
    READ_ONLY
  }

  /** Whose a cache's folder may be. */
  public enum Sharing {
    /** The user's own, to which nobody else can write. */
    OWNER_ONLY,
    /** Anybody's: all who can write there are trusted with what this process runs. */
    SHARED
  }

  public StoreSettings {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(sharing, "sharing");
    if (maxEntries < 1) {
      throw new IllegalArgumentException(
          "maxEntries is " + maxEntries + ", and must be at least 1");
    }
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes is " + maxBytes + ", and must be at least 1");
    }
  }
}
