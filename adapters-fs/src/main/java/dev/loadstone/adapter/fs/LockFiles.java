package dev.loadstone.adapter.fs;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Locks lock files, never waiting.
 *
 * <p>In POSIX closing any channel of a file drops all locks that the process has on it. So when a
 * file turns out to be locked by this very process, by another store in it and perhaps of another
 * class loader (the JDK knows all locks of the process), the channel stays open until that store
 * has removed the file.
 */
final class LockFiles {

  private static final int ATTEMPTS = 3;

  private final CacheFolder folder;
  private final Locking locking;
  private final Map<Path, KeptOpen> keptOpen = new ConcurrentHashMap<>();

  LockFiles(CacheFolder folder, Locking locking) {
    this.folder = folder;
    this.locking = locking;
  }

  /** How a file is locked: null if another process has locked it. */
  @FunctionalInterface
  interface Locking {
    @Nullable FileLock tryLock(FileChannel channel) throws IOException;
  }

  /** Makes and locks a file; none if there is one, be it locked or not. */
  Option<LockFile> create(Path path) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Option<FileChannel> created = tryCreate(path);
      Option<LockFile> locked = created.isEmpty() ? Option.none() : lockNew(path, created.get());
      if (created.isEmpty() || locked.isDefined()) {
        return locked;
      }
      // Somebody swept it away before it was locked.
    }
    return Option.none();
  }

  /** Locks a file that is there; none if it is locked, vanishes, or is not such a file. */
  Option<LockFile> takeOver(Path path) throws IOException {
    Option<Pulse> there = Pulse.of(path);
    if (there.isEmpty() || isKeptOpen(path, there.get())) {
      return Option.none();
    }
    return lock(
        path,
        FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
        there.get());
  }

  /** Closes what was kept open for locks that are no more. */
  void closeObsolete() throws IOException {
    for (Map.Entry<Path, KeptOpen> each : Map.copyOf(keptOpen).entrySet()) {
      Path path = each.getKey();
      KeptOpen kept = each.getValue();
      if (!Pulse.of(path).exists(kept::isFor) && keptOpen.remove(path, kept)) {
        kept.channel().close();
      }
    }
  }

  private static Option<FileChannel> tryCreate(Path path) throws IOException {
    try {
      return Option.some(
          FileChannel.open(
              path,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              OwnerOnly.file(path)));
    } catch (FileAlreadyExistsException e) {
      return Option.none();
    }
  }

  private Option<LockFile> lockNew(Path path, FileChannel created) throws IOException {
    folder.share(path);
    try {
      return lock(path, created, new Pulse(null, 0));
    } catch (IOException | UnsupportedOperationException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  private Option<LockFile> lock(Path path, FileChannel channel, Pulse pulse) throws IOException {
    boolean done = false;
    try {
      FileLock lock = locking.tryLock(channel);
      if (lock == null) {
        return Option.none();
      }
      LockFile locked = new LockFile(path, channel, lock, pulse.size());
      locked.beat();
      done = locked.isInPlace();
      return done ? Option.some(locked) : Option.none();
    } catch (OverlappingFileLockException e) {
      done = keptOpen.putIfAbsent(path, new KeptOpen(channel, pulse)) == null;
      return Option.none();
    } finally {
      if (!done) {
        channel.close();
      }
    }
  }

  private boolean isKeptOpen(Path path, Pulse there) {
    KeptOpen kept = keptOpen.get(path);
    return kept != null && kept.isFor(there);
  }

  private record KeptOpen(FileChannel channel, Pulse pulse) {

    boolean isFor(Pulse there) {
      return pulse.isOfSameFileAs(there);
    }
  }
}
