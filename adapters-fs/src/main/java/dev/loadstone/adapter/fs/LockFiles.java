package dev.loadstone.adapter.fs;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Locks lock files. No two threads may ask for the same file at the same time.
 *
 * <p>In POSIX closing any channel of a file drops all locks that the process has on it. So when a
 * file turns out to be locked by this very process, by another store in it and perhaps of another
 * class loader (the JDK knows all locks of the process), the channel stays open until that store
 * has removed the file.
 */
final class LockFiles {

  private static final long PAUSE_MILLIS = 20;

  private final CacheFolder folder;
  private final LockFile.Locking locking;
  private final Map<Path, LockFile> keptOpen = new ConcurrentHashMap<>();

  LockFiles(CacheFolder folder, LockFile.Locking locking) {
    this.folder = folder;
    this.locking = locking;
  }

  /**
   * Locks a file, which it creates if there is none, and waits while another store has locked it.
   *
   * @return the file; none if the other store has finished, the time is over, or this thread was
   *     interrupted
   */
  Option<LockFile> lock(Path path, long nanos) throws IOException {
    long start = System.nanoTime();
    boolean isNew = create(path);
    try {
      while (true) {
        Option<LockFile> locked = tryLock(path);
        if (locked.isDefined()) {
          return locked;
        }
        boolean isThere = isThere(path);
        if (!isThere && !isNew) {
          closeObsolete();
          return Option.none();
        }
        if (System.nanoTime() - start >= nanos || (isThere && !pause())) {
          return Option.none();
        }
        if (!isThere) {
          create(path); // It was swept away before it was locked.
        }
      }
    } catch (IOException e) {
      if (isNew) {
        Files.deleteIfExists(path);
      }
      throw e;
    }
  }

  /** Locks a file that is there, without waiting; none if another store has locked it. */
  Option<LockFile> tryLock(Path path) throws IOException {
    closeObsolete();
    Option<LockFile> kept = Option.of(keptOpen.remove(path));
    Option<LockFile> file = kept.isDefined() ? kept : LockFile.open(path);
    return Option.when(file.isDefined() && tryLock(path, file.get()), file::get);
  }

  private boolean tryLock(Path path, LockFile file) throws IOException {
    boolean staysOpen = false;
    try {
      staysOpen = file.tryLock(locking);
      return staysOpen;
    } catch (OverlappingFileLockException e) {
      staysOpen = true;
      keptOpen.put(path, file);
      return false;
    } finally {
      if (!staysOpen) {
        file.close();
      }
    }
  }

  /** Closes what was kept open for locks that are no more. */
  private void closeObsolete() throws IOException {
    for (Map.Entry<Path, LockFile> each : Map.copyOf(keptOpen).entrySet()) {
      LockFile kept = each.getValue();
      if (!kept.isInPlace() && keptOpen.remove(each.getKey(), kept)) {
        kept.close();
      }
    }
  }

  private boolean create(Path path) throws IOException {
    try {
      Files.createFile(path, OwnerOnly.file(path));
    } catch (FileAlreadyExistsException e) {
      return false;
    }
    folder.share(path);
    return true;
  }

  private static boolean isThere(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
