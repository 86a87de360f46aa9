package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Set;

/**
 * Removes the temporary files that killed processes left, with their folders.
 *
 * <p>A live process holds a lock on its {@link TemporaryFile}, and the operating system drops that
 * lock when the process ends, however it ends. So a file whose lock can be had is nobody's; neither
 * process ids, which are reused and mean nothing across containers and machines, nor clocks decide.
 * Where a file system has no locks, no file is removed.
 *
 * <p>Others may write to the folder and name another folder like a temporary one. So nothing goes
 * but a file that has the same name, in a folder that only this user can use, and then the folder
 * if it is empty: another user's leftovers are for that user's next write.
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
    try (OpenFolder above = OpenFolder.of(folder);
        DirectoryStream<Path> found = Files.newDirectoryStream(folder, this::isCandidate)) {
      Iterator<Path> candidates = found.iterator();
      for (int i = 0; i < MOST_AT_ONCE && candidates.hasNext(); i++) {
        deleteIfAbandoned(above, candidates.next().getFileName());
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
        && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
  }

  @SuppressWarnings("EmptyCatch")
  private static void deleteIfAbandoned(OpenFolder above, Path name) {
    try (OpenFolder folder = above.folder(name)) {
      if (PrivateFolder.isOurs(folder)) {
        deleteFileIfAbandoned(folder, name);
        above.deleteFolder(name);
      }
    } catch (IOException | OverlappingFileLockException | SecurityException e) {
      // Somebody else's, or already gone.
    }
  }

  private static void deleteFileIfAbandoned(OpenFolder folder, Path name) throws IOException {
    try (SeekableByteChannel channel =
        folder.channel(name, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
      if (channel instanceof FileChannel file && file.tryLock() != null) {
        folder.deleteFile(name);
      }
    } catch (NoSuchFileException e) {
      return; // Its process ended before it made the file, or after it had moved it.
    }
  }
}
