package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file beside its target that holds the new content until it is complete. Closing it removes it
 * unless it was moved.
 *
 * <p>Others may be able to write to the folder, and swap the file for a link to one that is none of
 * theirs. So all content goes through the channel that made the file, rights are set without
 * following links and before there is any content, and a file that is another one when it is to be
 * moved is refused.
 *
 * <p>In the default file system it is locked while it is in use, see {@link StaleTemporaries}.
 */
final class TemporaryFile implements Closeable {

  private static final int ATTEMPTS = 100;

  /** A channel copies what it is given to native memory at once, so it is given little. */
  private static final int CHUNK = 1 << 16;

  private final Path path;
  private final SeekableByteChannel channel;
  private final @Nullable Object key;

  private TemporaryFile(Path path, SeekableByteChannel channel, @Nullable Object key) {
    this.path = path;
    this.channel = channel;
    this.key = key;
  }

  /** Gives a new file what it needs beside its content, by its path, and follows no link. */
  @FunctionalInterface
  interface Rights {
    void giveTo(Path file) throws IOException;
  }

  /**
   * Makes an empty file.
   *
   * @param mode what it is made with
   * @param rights what it gets before it is locked: whoever closes a file drops its locks
   */
  static TemporaryFile create(
      Path folder, TemporaryNames names, FileAttribute<?>[] mode, Rights rights)
      throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      TemporaryFile created = tryCreate(folder.resolve(names.next()), mode);
      if (created != null && created.isKept(rights)) {
        return created;
      }
    }
    throw new WriteRefused("no temporary file can be made in " + folder, null);
  }

  Path path() {
    return path;
  }

  void write(Bytes content) throws IOException {
    ByteBuffer remaining = content.asByteBuffer();
    while (remaining.hasRemaining()) {
      ByteBuffer chunk = remaining.slice();
      chunk.limit(Math.min(CHUNK, chunk.limit()));
      remaining.position(remaining.position() + channel.write(chunk));
    }
    if (channel instanceof FileChannel file) {
      file.force(true);
    }
  }

  void moveTo(Path target) throws IOException {
    if (isDefault(path) && !isSame(attributes(path))) {
      throw new WriteRefused(
          "somebody else replaced the temporary file " + path + " while it was written", null);
    }
    if (!isDefault(path) || !OwnerOnly.isSupported(path)) {
      channel.close(); // Windows renames no open file, and a ZIP file has it only then.
    }
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Never fails: what was written is in its place by then, or its failure has been told. */
  @Override
  public void close() {
    bestEffort(this::delete);
    bestEffort(channel); // And with it goes the lock, so last.
  }

  private void delete() throws IOException {
    if (isInPlace()) {
      Files.deleteIfExists(path);
    }
  }

  /** All that was written has been forced to the disk, and a file that stays is swept later. */
  @SuppressWarnings("EmptyCatch")
  private static void bestEffort(Closeable deed) {
    try {
      deed.close();
    } catch (IOException | SecurityException e) {
      // See above.
    }
  }

  private static @Nullable TemporaryFile tryCreate(Path path, FileAttribute<?>[] mode)
      throws IOException {
    SeekableByteChannel channel;
    try {
      channel =
          Files.newByteChannel(
              path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode);
    } catch (FileAlreadyExistsException e) {
      return null;
    }
    try {
      return new TemporaryFile(path, channel, isDefault(path) ? attributes(path).fileKey() : null);
    } catch (IOException e) {
      channel.close();
      if (e instanceof NoSuchFileException) {
        return null; // Swept away before it was locked.
      }
      throw e;
    }
  }

  /** Makes the file ready for its content, unless a sweep has got hold of it. */
  private boolean isKept(Rights rights) throws IOException {
    boolean isKept = false;
    try {
      rights.giveTo(path);
      isKept = lock();
      return isKept;
    } catch (NoSuchFileException e) {
      return false;
    } finally {
      if (!isKept) {
        close();
      }
    }
  }

  private boolean lock() throws IOException {
    if (!isDefault(path) || !(channel instanceof FileChannel file)) {
      return true;
    }
    FileLock lock;
    try {
      lock = file.tryLock();
    } catch (IOException e) {
      if (!file.isOpen()) {
        throw e;
      }
      return true; // A file system without locks, in which nothing is swept.
    }
    return lock != null && isInPlace();
  }

  /** Returns whether the path still leads to the file that was made, where that can be told. */
  private boolean isInPlace() throws IOException {
    try {
      return !isDefault(path) || isSame(attributes(path));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private boolean isSame(BasicFileAttributes now) {
    return now.isRegularFile() && Objects.equals(key, now.fileKey());
  }

  private static boolean isDefault(Path path) {
    return path.getFileSystem() == FileSystems.getDefault();
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
