package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * A file beside its target that holds the new content until it is complete. Closing it removes it
 * unless it was moved.
 *
 * <p>In the default file system it is locked while it is in use, see {@link StaleTemporaries}.
 * Streams do all the work, as an interrupt closes channels.
 */
final class TemporaryFile implements Closeable {

  private static final int ATTEMPTS = 100;

  /** A stream copies what it is given to native memory at once, so it is given little. */
  private static final int CHUNK = 1 << 16;

  private final Path path;
  private final OutputStream out;

  private TemporaryFile(Path path, OutputStream out) {
    this.path = path;
    this.out = out;
  }

  static TemporaryFile create(WriteTarget target, TemporaryNames names) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      TemporaryFile created = tryCreate(target.folder().resolve(names.next()), mode(target));
      if (created != null) {
        return created;
      }
    }
    throw new WriteRefused("no temporary file can be made in " + target.folder(), null);
  }

  Path path() {
    return path;
  }

  void write(Bytes content) throws IOException {
    ByteBuffer remaining = content.asByteBuffer();
    byte[] chunk = new byte[CHUNK];
    while (remaining.hasRemaining()) {
      int length = Math.min(CHUNK, remaining.remaining());
      remaining.get(chunk, 0, length);
      out.write(chunk, 0, length);
    }
    out.flush();
    if (out instanceof FileOutputStream file) {
      file.getFD().sync();
    }
  }

  void moveTo(Path target) throws IOException {
    if (!hasPosixView(path)) {
      out.close(); // Windows renames no open file.
    }
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(path);
    } finally {
      out.close(); // And with it goes the lock, so last.
    }
  }

  /**
   * Gives a new file the process's default mode; one that takes on another's mode is private until
   * then.
   */
  private static FileAttribute<?>[] mode(WriteTarget target) {
    return target.replaces() && hasPosixView(target.folder())
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean hasPosixView(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static @Nullable TemporaryFile tryCreate(Path path, FileAttribute<?>[] mode)
      throws IOException {
    try {
      Files.createFile(path, mode);
    } catch (FileAlreadyExistsException e) {
      return null;
    }
    TemporaryFile created = new TemporaryFile(path, open(path));
    if (created.isKept()) {
      return created;
    }
    created.close();
    return null;
  }

  private static OutputStream open(Path path) throws IOException {
    try {
      return path.getFileSystem() == FileSystems.getDefault()
          ? new FileOutputStream(path.toFile())
          : Files.newOutputStream(path);
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /** Locks the file, and tells whether no sweep had got hold of it before that. */
  private boolean isKept() {
    if (!(out instanceof FileOutputStream file)) {
      return true;
    }
    try {
      FileLock lock = file.getChannel().tryLock();
      return lock != null && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return true; // A file system without locks, in which nothing is swept.
    }
  }
}
