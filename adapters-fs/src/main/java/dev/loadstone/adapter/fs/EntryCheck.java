package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.CacheAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Looks at the folders that lead to an entry, and at the entry's file, before what is in them is
 * believed: a folder that was shared once may hold folders and files that others can still write
 * to.
 *
 * <p>A folder in which others could lay something, and a file that others could have written, are
 * always refused, so that somebody learns of them. What is no folder or file where one should be
 * counts as not there, since publishing heals it or tells why; but where nothing may be written, it
 * is an error.
 */
final class EntryCheck {

  private final FolderCheck check;
  private final CacheAccess access;

  EntryCheck(FolderCheck check, CacheAccess access) {
    this.check = check;
    this.access = access;
  }

  /** Returns whether a folder is there to be looked into. */
  boolean leadsOn(Path folder) throws IOException {
    try {
      return check.has(folder);
    } catch (WriteRefused e) {
      if (access == CacheAccess.READ_ONLY || StoreLayout.isFolder(folder)) {
        throw e;
      }
      return false;
    }
  }

  /** Returns whether an entry is there to be read. */
  boolean isReadable(StoredEntry stored) throws IOException {
    for (Path folder : StoreLayout.wayTo(stored)) {
      if (!leadsOn(folder)) {
        return false;
      }
    }
    return hasFile(stored);
  }

  private boolean hasFile(StoredEntry stored) throws IOException {
    try {
      check.requireFile(stored.file());
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (WriteRefused e) {
      if (access == CacheAccess.READ_ONLY
          || Files.isRegularFile(stored.file(), LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      return false;
    }
  }
}
