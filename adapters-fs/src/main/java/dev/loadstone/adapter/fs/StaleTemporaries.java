package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;

/**
 * Removes the temporary files that killed processes left.
 *
 * <p>A live process holds a lock on its {@link TemporaryFile}, and the operating system drops that
 * lock when the process ends, however it ends. So a file whose lock can be had is nobody's; neither
 * process ids, which are reused and mean nothing across containers and machines, nor clocks decide.
 * Where a file system has no locks, nothing is removed.
 */
final class StaleTemporaries {

  /** One write is not to pay for all that many processes left. */
  private static final int MOST_AT_ONCE = 256;

  private final TemporaryNames names;

  StaleTemporaries(TemporaryNames names) {
    this.names = names;
  }

  /**
   * Removes what it can, up to some hundred files; the next write goes on. Failing is no reason not
   * to write: the next write will try again.
   */
  @SuppressWarnings("EmptyCatch")
  void sweep(Path folder) {
    if (folder.getFileSystem() != FileSystems.getDefault()) {
      return; // Only here do locks work between processes.
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, this::isCandidate)) {
      Iterator<Path> candidates = found.iterator();
      for (int i = 0; i < MOST_AT_ONCE && candidates.hasNext(); i++) {
        deleteIfAbandoned(candidates.next());
      }
    } catch (IOException | DirectoryIteratorException | SecurityException e) {
      // See above.
    }
  }

  /**
   * Leaves out the files of this very process: closing a file drops the locks that the whole
   * process holds on it, so that even looking at another thread's would take its lock away.
   */
  private boolean isCandidate(Path entry) {
    Path name = entry.getFileName();
    return name != null
        && names.isOfAnotherProcess(name.toString())
        && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
  }

  @SuppressWarnings("EmptyCatch")
  private static void deleteIfAbandoned(Path temporary) {
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      if (channel.tryLock() != null) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException | OverlappingFileLockException | SecurityException e) {
      // Somebody else's, or already gone.
    }
  }
}
