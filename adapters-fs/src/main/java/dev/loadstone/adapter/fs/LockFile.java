package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A lock file that this process has locked. Its holder lets it grow as long as he is at work, so
 * that others see it without opening it, and deletes it before he gives up the lock: a lock file
 * that is there and not locked is that of a process that was killed.
 */
final class LockFile {

  /** Beyond five minutes a compilation is not waited for, in case that it never ends. */
  private static final int MOST_BEATS = 6000;

  private final Path path;
  private final FileChannel channel;

  /** Nobody else keeps it: the JDK's table of locks forgets those that are garbage. */
  private final FileLock lock;

  private long size;
  private int beats;

  LockFile(Path path, FileChannel channel, FileLock lock, long size) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
    this.size = size;
  }

  /** Gives a sign of life; false when there will be no more. */
  synchronized boolean beat() {
    if (beats == MOST_BEATS || !lock.isValid()) {
      return false;
    }
    beats++;
    try {
      size += channel.write(ByteBuffer.wrap(new byte[] {'.'}), size);
      return true;
    } catch (IOException e) {
      return false; // The disk is full, or the folder is gone.
    }
  }

  /** Tells whether it is still what others find under its path, and not removed or replaced. */
  synchronized boolean isInPlace() throws IOException {
    return Pulse.of(path).exists(found -> found.size() == size);
  }

  /** Deletes it and gives up the lock, once. */
  @SuppressWarnings("EmptyCatch")
  synchronized void release() {
    try (channel) {
      if (channel.isOpen() && isInPlace()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | SecurityException e) {
      // The operating system drops the lock, and the next sweep removes the file.
    }
  }
}
