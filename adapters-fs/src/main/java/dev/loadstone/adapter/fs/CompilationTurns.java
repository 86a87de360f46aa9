package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.port.ArtifactStore.CompilationTurn;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Gives processes turns to compile for a key, by lock files: {@code
 * 1/locks/<request>-<build>.lock}, of whose digests a name has the first 32 digits each.
 *
 * <p>A turn saves work and no more. Where there is trouble of any kind (a folder that cannot be
 * used, a file system without locks, an interrupt), the turn is given at once and locks nothing.
 * Another store is waited for as long as it is seen to be at work, see {@link LockFile}; a stopped
 * process, or a lock that is anybody else's, for about as long as compiling would take. Who has
 * waited until the other finished does not wait again: if that one failed to compile, then one
 * compilation's time has passed.
 *
 * <p>This store's own threads do not wait for each other.
 */
final class CompilationTurns {

  private static final String FOLDER = "locks";
  private static final int DIGITS = 32;
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}-[0-9a-f]{32}\\.lock");

  /** A sweep takes no long time, whatever there is to sweep. */
  private static final int MOST_SWEPT = 200;

  private final CacheFolder folder;
  private final LockFiles files;
  private final Heart heart = new Heart();
  private final Patience patience;

  /** The files that this store waits for or has locked, which no other thread of it may open. */
  private final Set<Path> own = ConcurrentHashMap.newKeySet();

  CompilationTurns(CacheFolder folder) {
    this(folder, FileChannel::tryLock, new Patience());
  }

  CompilationTurns(CacheFolder folder, LockFiles.Locking locking, Patience patience) {
    this.folder = folder;
    this.patience = patience;
    this.files = new LockFiles(folder, locking);
  }

  /** Tells whether there is a lock file that is not this store's. It may be a dead process's. */
  boolean isTaken(CacheKey key) {
    if (!hasLocks()) {
      return false;
    }
    Path file = folder.layout().resolve(FOLDER).resolve(name(key));
    return !own.contains(file) && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Waits for the turn, which is never refused. */
  Try<CompilationTurn> turn(CacheKey key) {
    if (Thread.currentThread().isInterrupted() || !hasLocks()) {
      return Try.success(untimed());
    }
    try {
      Path file = locks().resolve(name(key));
      files.closeObsolete();
      return Try.success(own.add(file) ? turn(file) : untimed());
    } catch (IOException | SecurityException | ClosedFileSystemException e) {
      return Try.success(untimed());
    }
  }

  /** Removes the files of processes that were killed. The next sweep removes what this cannot. */
  @SuppressWarnings("EmptyCatch")
  void sweep() {
    if (!hasLocks()) {
      return;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(locks(), this::isSwept)) {
      files.closeObsolete();
      int left = MOST_SWEPT;
      for (Path file : found) {
        if (left-- == 0) {
          return;
        }
        removeIfAbandoned(file);
      }
    } catch (IOException
        | DirectoryIteratorException
        | SecurityException
        | ClosedFileSystemException e) {
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

  private CompilationTurn turn(Path file) {
    try {
      for (LockFile created : files.create(file)) {
        return holding(created, file);
      }
      LockWait.Outcome waited = new LockWait(files, patience.nanos()).await(file);
      files.closeObsolete();
      for (LockFile takenOver : waited.file()) {
        return holding(takenOver, file);
      }
      own.remove(file);
      return waited.end() == LockWait.End.FINISHED ? untimed() : timed(() -> {});
    } catch (IOException | SecurityException | UnsupportedOperationException e) {
      own.remove(file);
      return timed(() -> {});
    }
  }

  private CompilationTurn holding(LockFile locked, Path file) {
    heart.beatFor(locked);
    return timed(
        () -> {
          heart.stopFor(locked);
          locked.release();
          own.remove(file);
        });
  }

  /** Makes a turn in which something will be compiled, and which tells how long that takes. */
  private CompilationTurn timed(Runnable end) {
    long start = System.nanoTime();
    return endingOnce(
        () -> {
          patience.compiledIn(System.nanoTime() - start);
          end.run();
        });
  }

  /** Makes a turn that locks nothing, and in which there may be nothing to compile. */
  private static CompilationTurn untimed() {
    return endingOnce(() -> {});
  }

  private boolean isSwept(Path file) {
    Path name = file.getFileName();
    return name != null && NAME.matcher(name.toString()).matches();
  }

  @SuppressWarnings("EmptyCatch")
  private void removeIfAbandoned(Path file) {
    if (!own.add(file)) {
      return;
    }
    try {
      files.takeOver(file).forEach(LockFile::release);
    } catch (IOException | SecurityException | UnsupportedOperationException e) {
      // It is somebody else's, or there are no locks.
    } finally {
      own.remove(file);
    }
  }

  /** Ends once, whoever ends it. */
  private static CompilationTurn endingOnce(Runnable end) {
    AtomicReference<Runnable> next = new AtomicReference<>(end);
    return () -> next.getAndSet(() -> {}).run();
  }
}
