package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.CacheEntry;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file whose place and name are those of an entry. Whether it is one shows when it is read.
 *
 * @param baseNames the first 32 digits of the digest of the sources' base names
 * @param name its name
 * @param file its file
 */
record StoredEntry(String baseNames, EntryName name, Path file) {

  /** Returns the entry as other modules know it, by the path of its file. */
  CacheEntry entry() {
    return new CacheEntry(file.toString());
  }

  Path folder() {
    return Objects.requireNonNull(file.getParent(), "an entry is in a folder");
  }
}
