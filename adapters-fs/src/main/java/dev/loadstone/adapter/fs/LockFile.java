package dev.loadstone.adapter.fs;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lock file that this process has opened. Whoever has locked it deletes it before giving up the
 * lock: a file that is there and not locked was left by a process that was killed.
 */
final class LockFile implements AutoCloseable {

  private final Path path;
  private final Object fileKey;
  private final FileChannel channel;

  /** Kept because the JDK's table of the process's locks holds them by weak references. */
  private @Nullable FileLock lock;

  private LockFile(Path path, Object fileKey, FileChannel channel) {
    this.path = path;
    this.fileKey = fileKey;
    this.channel = channel;
  }

  /** How a file is locked: null if another process has locked it. */
  @FunctionalInterface
  interface Locking {
    @Nullable FileLock tryLock(FileChannel channel) throws IOException;
  }

  /** Opens a file; none where there is no regular one. */
  static Option<LockFile> open(Path path) throws IOException {
    // Read before: as long as the channel is open, no other file is given the same key.
    Option<Object> fileKey = fileKey(path);
    return fileKey.isEmpty()
        ? Option.none()
        : Option.some(
            new LockFile(
                path,
                fileKey.get(),
                FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)));
  }

  /** Returns whether it is locked now, and is still what others find under its path. */
  boolean tryLock(Locking locking) throws IOException {
    lock = locking.tryLock(channel);
    return lock != null && isInPlace();
  }

  boolean isInPlace() {
    return fileKey(path).contains(fileKey);
  }

  /** Deletes it, unless another is in its place, and gives up the lock. */
  @SuppressWarnings("EmptyCatch")
  void delete() {
    try (channel) {
      if (channel.isOpen() && isInPlace()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | SecurityException e) {
      // The operating system drops the lock, and the next sweep removes the file.
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static Option<Object> fileKey(Path path) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile()
          ? Option.some(Objects.requireNonNullElse(attributes.fileKey(), path))
          : Option.none();
    } catch (IOException e) {
      return Option.none();
    }
  }
}
