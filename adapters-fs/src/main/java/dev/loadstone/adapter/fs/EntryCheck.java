package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.StoreSettings.Access;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Looks at the folders that lead to an entry, and at the entry's file, before what is in them is
 * believed: a folder that was shared once may hold folders and files that others can still write
 * to.
 *
 * <p>A folder in which others could lay something is always refused. Whatever else is not as the
 * cache makes it counts as not there, since publishing heals it or tells why not; but where nothing
 * may be written, it is an error, as nobody would ever learn of it.
 */
final class EntryCheck {

  private final FolderCheck check;
  private final Access access;

  EntryCheck(FolderCheck check, Access access) {
    this.check = check;
    this.access = access;
  }

  /** Tells whether a folder is there to be looked into. */
  boolean leadsOn(Path folder) throws IOException {
    try {
      return check.has(folder);
    } catch (WriteRefused e) {
      if (access == Access.READ_ONLY || StoreLayout.isFolder(folder)) {
        throw e;
      }
      return false;
    }
  }

  /** Tells whether an entry is there to be read. */
  boolean isReadable(StoredEntry stored) throws IOException {
    for (Path folder : StoreLayout.wayTo(stored)) {
      if (!leadsOn(folder)) {
        return false;
      }
    }
    return hasFile(stored);
  }

  /** Tells whether a file that was listed is one to be read. */
  boolean hasFile(StoredEntry stored) throws IOException {
    try {
      check.requireFile(stored.file());
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (WriteRefused e) {
      if (access == Access.READ_ONLY) {
        throw e;
      }
      return false;
    }
  }
}
