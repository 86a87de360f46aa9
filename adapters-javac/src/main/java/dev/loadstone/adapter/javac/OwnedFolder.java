package dev.loadstone.adapter.javac;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A temporary folder of this process, with a file in it that is locked for as long as the folder is
 * used. The operating system drops the lock when the process ends, however it ends: so {@link
 * AbandonedFolders} tells whose folder is nobody's any more.
 *
 * <p>Process id and start time are in its name. They tell a process's own folders from those of any
 * other, also of one that has the same id in another container.
 */
final class OwnedFolder implements AutoCloseable {

  /** The file that is locked. */
  static final Path LOCK = Path.of("lock");

  private static final String PREFIX = "loadstone-processors-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "([0-9]+-[0-9]+)-[0-9]+");
  private static final int ATTEMPTS = 100;

  private final Path path;
  private final FileChannel lock;

  private OwnedFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes one, which nobody but this process's user can use. */
  static OwnedFolder make() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Path path = Files.createTempDirectory(PREFIX + owner() + "-").toRealPath();
      OwnedFolder made =
          new OwnedFolder(
              path,
              FileChannel.open(
                  path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
      if (made.isKept()) {
        return made;
      }
      made.close();
    }
    throw new IOException("each new folder was removed at once");
  }

  private static String owner() {
    ProcessHandle process = ProcessHandle.current();
    Instant start = process.info().startInstant().orElse(Instant.EPOCH);
    return process.pid() + "-" + start.toEpochMilli();
  }

  /** Returns whether a name is that of such a folder, which another process made. */
  static boolean isOfAnotherProcess(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() && !matcher.group(1).equals(owner());
  }

  /** Locks the file, unless a sweep was faster. */
  private boolean isKept() {
    try {
      return lock.tryLock() != null && Files.exists(path.resolve(LOCK));
    } catch (IOException e) {
      return true; // A file system without locks, in which nothing is swept.
    }
  }

  Path path() {
    return path;
  }

  /** Removes the folder, which must be empty but for the lock; what stays is swept later. */
  @SuppressWarnings("EmptyCatch")
  @Override
  public void close() {
    try (lock) {
      Files.deleteIfExists(path.resolve(LOCK));
    } catch (IOException e) {
      // See above.
    }
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // See above.
    }
  }
}
