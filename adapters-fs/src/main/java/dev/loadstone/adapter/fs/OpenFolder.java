package dev.loadstone.adapter.fs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is held open: it stays the same one, whatever others do to the path that led to it.
 * No link in it is followed. Where the file system has no such folders, as in Windows, or this
 * process may not list the folder, it is but its path.
 */
final class OpenFolder implements Closeable {

  private final Path path;
  private final @Nullable SecureDirectoryStream<Path> open;

  private OpenFolder(Path path, @Nullable SecureDirectoryStream<Path> open) {
    this.path = path;
    this.open = open;
  }

  /** Opens a folder, to which links may lead. */
  @SuppressWarnings("StreamResourceLeak") // Closed with what holds it.
  static OpenFolder of(Path path) throws IOException {
    try {
      return new OpenFolder(path, secure(Files.newDirectoryStream(path)));
    } catch (AccessDeniedException e) {
      return new OpenFolder(path, null);
    }
  }

  /** Opens a folder in this one, which this process must be allowed to list. */
  @SuppressWarnings("StreamResourceLeak") // As above.
  OpenFolder folder(Path name) throws IOException {
    DirectoryStream<Path> stream =
        open == null
            ? Files.newDirectoryStream(path.resolve(name))
            : open.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
    return new OpenFolder(path.resolve(name), secure(stream));
  }

  private static @Nullable SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream)
      throws IOException {
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return secure;
    }
    stream.close();
    return null;
  }

  Path path() {
    return path;
  }

  /** Returns which folder it is; null where the file system does not say. */
  @Nullable Object key() throws IOException {
    return open == null
        ? Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey()
        : open.getFileAttributeView(BasicFileAttributeView.class).readAttributes().fileKey();
  }

  SeekableByteChannel channel(Path name, Set<OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return open == null
        ? Files.newByteChannel(path.resolve(name), options, attributes)
        : open.newByteChannel(name, options, attributes);
  }

  BasicFileAttributes attributes(Path name) throws IOException {
    return open == null
        ? Files.readAttributes(
            path.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        : open.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .readAttributes();
  }

  /** Returns what sets rights of an entry; null where there are none. */
  @Nullable PosixFileAttributeView rights(Path name) {
    return open == null
        ? Files.getFileAttributeView(
            path.resolve(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        : open.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  void deleteFile(Path name) throws IOException {
    if (open == null) {
      Files.delete(path.resolve(name));
    } else {
      open.deleteFile(name);
    }
  }

  /** Deletes an empty folder in this one. */
  void deleteFolder(Path name) throws IOException {
    if (open == null) {
      Files.delete(path.resolve(name));
    } else {
      open.deleteDirectory(name);
    }
  }

  /** Moves a file into another folder, in one step and in the place of a file that is there. */
  void move(Path name, OpenFolder to, Path newName) throws IOException {
    if (open != null && to.open != null) {
      open.move(name, to.open, newName);
    } else {
      Files.move(
          path.resolve(name),
          to.path.resolve(newName),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
  }
}
