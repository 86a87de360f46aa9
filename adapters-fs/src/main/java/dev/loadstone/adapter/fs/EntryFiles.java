package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;

/** Reads, marks and removes entries. */
final class EntryFiles {

  /** No plugin is so large; a file that is would only take the memory. */
  static final int MOST_BYTES = 1 << 28;

  private final UseClock clock;
  private final EntryCheck check;

  EntryFiles(UseClock clock, EntryCheck check) {
    this.clock = clock;
    this.check = check;
  }

  /**
   * Reads an entry; none where there is no file to be read any more. A file that is too large to be
   * one is read as empty, which is damage like any other, and so is removed or told of.
   */
  Option<Bytes> read(StoredEntry stored) throws IOException {
    return check.isReadable(stored)
        ? RegularFile.readUnlinked(stored.file(), MOST_BYTES)
        : Option.none();
  }

  /** Marks an entry as used now. Its owner alone may do that, so others' entries just grow old. */
  void use(StoredEntry stored) throws IOException {
    Path file = stored.file();
    if (StoreLayout.isReachable(stored) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      FileTime now = FileTime.from(clock.now());
      Files.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setTimes(now, null, null);
    }
  }

  /**
   * Removes an entry, and the folders that it leaves empty: whoever is about to put another entry
   * there makes them again.
   *
   * @return whether there was one
   */
  static boolean remove(StoredEntry stored) throws IOException {
    Path file = stored.file();
    if (!StoreLayout.isReachable(stored) || StoreLayout.isFolder(file)) {
      return false;
    }
    boolean removed = Files.deleteIfExists(file);
    Path versions = stored.folder().getParent();
    if (removeIfEmpty(stored.folder()) && versions != null) {
      removeIfEmpty(versions);
    }
    return removed;
  }

  static boolean removeIfEmpty(Path folder) {
    try {
      return StoreLayout.isFolder(folder) && Files.deleteIfExists(folder);
    } catch (IOException e) {
      return false; // It is not empty, or has to stay.
    }
  }
}
