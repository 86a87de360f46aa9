package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.port.CompilationTurns.CompilationTurn;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Gives processes turns to compile for a key, by lock files: {@code
 * 1/locks/<request>-<build>.lock}, of whose digests a name has the first 32 digits each.
 *
 * <p>A turn saves work and no more. Another store is waited for as long as a compilation usually
 * takes in this process. Then, or where there is trouble of any kind (a folder that cannot be used,
 * a file system without locks, an interrupt), the turn is given and locks nothing. The operating
 * system drops the lock of a process that dies. Whoever has waited until the other store finished
 * locks nothing either, so that all who wait find its artifact at the same time.
 *
 * <p>This store's own threads do not wait for each other.
 */
final class CompilationLocks {

  private static final String FOLDER = "locks";
  private static final int DIGITS = 32;
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}-[0-9a-f]{32}\\.lock");

  /** One publication is not to pay for all that many processes left. */
  private static final int MOST_SWEPT = 200;

  private final CacheFolder folder;
  private final LockFiles files;
  private final UsualCompilationTime usualTime;

  /** The files that a thread of this store waits for or has locked. */
  private final Set<Path> own = ConcurrentHashMap.newKeySet();

  CompilationLocks(CacheFolder folder) {
    this(folder, FileChannel::tryLock, new UsualCompilationTime());
  }

  CompilationLocks(CacheFolder folder, LockFile.Locking locking, UsualCompilationTime usualTime) {
    this.folder = folder;
    this.files = new LockFiles(folder, locking);
    this.usualTime = usualTime;
  }

  /** Waits for the turn, which is never refused. */
  CompilationTurn turn(CacheKey key) {
    AtomicReference<Runnable> end = new AtomicReference<>(lock(key));
    return () -> end.getAndSet(() -> {}).run();
  }

  /** Removes the files of processes that were killed. The next sweep removes what this cannot. */
  @SuppressWarnings("EmptyCatch")
  void sweep() {
    if (!hasLocks()) {
      return;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(locks(), this::isLockFile)) {
      Iterator<Path> left = found.iterator();
      for (int i = 0; i < MOST_SWEPT && left.hasNext(); i++) {
        removeIfAbandoned(left.next());
      }
    } catch (IOException | DirectoryIteratorException | SecurityException e) {
      // See above.
    }
  }

  /** Only in the machine's own file systems do locks work between processes. */
  private boolean hasLocks() {
    return folder.root().getFileSystem() == FileSystems.getDefault();
  }

  private Path locks() throws IOException {
    Path locks = folder.ready().resolve(FOLDER);
    folder.createFolder(locks);
    return locks;
  }

  private static String name(CacheKey key) {
    return digits(key.request()) + "-" + digits(key.build()) + ".lock";
  }

  private static String digits(Digest digest) {
    return digest.hex().substring(0, DIGITS);
  }

  private boolean isLockFile(Path file) {
    return NAME.matcher(StoreLayout.name(file)).matches();
  }

  /** Locks what it can, and returns what ends the turn. */
  @SuppressWarnings("EmptyCatch")
  private Runnable lock(CacheKey key) {
    if (hasLocks()) {
      try {
        return lock(locks().resolve(name(key)));
      } catch (IOException | SecurityException | UnsupportedOperationException e) {
        // Compiling needs no lock.
      }
    }
    return () -> {};
  }

  private Runnable lock(Path path) throws IOException {
    Option<LockFile> locked = Option.none();
    if (own.add(path)) {
      try {
        locked = files.lock(path, usualTime.nanos());
      } finally {
        if (locked.isEmpty()) {
          own.remove(path);
        }
      }
    }
    long start = System.nanoTime();
    return locked
        .<Runnable>map(file -> () -> end(file, path, System.nanoTime() - start))
        .getOrElse(() -> () -> {});
  }

  private void end(LockFile locked, Path path, long nanos) {
    usualTime.add(nanos);
    locked.delete();
    own.remove(path);
  }

  @SuppressWarnings("EmptyCatch")
  private void removeIfAbandoned(Path path) {
    if (!own.add(path)) {
      return;
    }
    try {
      files.tryLock(path).forEach(LockFile::delete);
    } catch (IOException | SecurityException e) {
      // It is somebody else's, or there are no locks.
    } finally {
      own.remove(path);
    }
  }
}
