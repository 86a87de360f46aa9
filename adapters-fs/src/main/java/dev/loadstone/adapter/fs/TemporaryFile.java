package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds the new content of a target until it is complete, in a {@link PrivateFolder}
 * beside it that has the same name. Closing it removes both.
 *
 * <p>Others may be able to write to the target's folder, and swap what they find there for a link,
 * or a file, that is none of theirs. They cannot within the private folder, and all that is done
 * goes by what is held open: no name is looked up twice.
 *
 * <p>In the default file system it is locked while it is in use, see {@link StaleTemporaries}.
 */
final class TemporaryFile implements Closeable {

  private static final int ATTEMPTS = 100;

  /** A channel copies what it is given to native memory at once, so it is given little. */
  private static final int CHUNK = 1 << 16;

  private final PrivateFolder place;
  private final Path name;
  private final SeekableByteChannel channel;
  private final @Nullable Object key;

  private TemporaryFile(
      PrivateFolder place, Path name, SeekableByteChannel channel, @Nullable Object key) {
    this.place = place;
    this.name = name;
    this.channel = channel;
    this.key = key;
  }

  /** Gives a new file what it needs beside its content; not called where files have no rights. */
  @FunctionalInterface
  interface Rights {
    void giveTo(PosixFileAttributeView file) throws IOException;
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
      for (TemporaryFile created : tryCreate(folder, names.next(), mode)) {
        if (created.isKept(rights)) {
          return created;
        }
      }
    }
    throw new WriteRefused("no temporary file can be made in " + folder, null);
  }

  Path path() {
    return folder().path().resolve(name);
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
    if (isDefault(name) && !isSame(folder().attributes(name))) {
      throw new WriteRefused(
          "somebody else replaced the temporary file " + path() + " while it was written", null);
    }
    if (!isDefault(name) || !OwnerOnly.isSupported(target)) {
      channel.close(); // Windows renames no open file, and a ZIP file has it only then.
    }
    Path parent = Objects.requireNonNull(target.getParent(), "a target is in a folder");
    Path newName = Objects.requireNonNull(target.getFileName(), "a target has a name");
    if (parent.equals(place.above().path())) {
      folder().move(name, place.above(), newName);
      return;
    }
    try (OpenFolder to = OpenFolder.of(parent)) {
      folder().move(name, to, newName);
    }
  }

  /** Never fails: what was written is in its place by then, or its failure has been told. */
  @Override
  public void close() {
    bestEffort(this::delete);
    bestEffort(channel); // And with it goes the lock, so after the file.
    bestEffort(place);
  }

  private void delete() throws IOException {
    if (isInPlace()) {
      folder().deleteFile(name);
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

  private static Option<TemporaryFile> tryCreate(Path folder, String name, FileAttribute<?>[] mode)
      throws IOException {
    Option<PrivateFolder> place;
    try {
      place = PrivateFolder.in(folder, name);
    } catch (FileAlreadyExistsException e) {
      return Option.none();
    }
    return place.isEmpty() ? Option.none() : tryCreate(place.get(), mode);
  }

  private static Option<TemporaryFile> tryCreate(PrivateFolder place, FileAttribute<?>[] mode)
      throws IOException {
    Path name = place.folder().path().getFileName();
    Option<TemporaryFile> created = Option.none();
    try {
      SeekableByteChannel channel =
          place
              .folder()
              .channel(name, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode);
      try {
        created = Option.some(new TemporaryFile(place, name, channel, key(place.folder(), name)));
      } finally {
        if (created.isEmpty()) {
          channel.close();
        }
      }
      return created;
    } catch (NoSuchFileException e) {
      return Option.none(); // Swept away before it was locked.
    } finally {
      if (created.isEmpty()) {
        place.close();
      }
    }
  }

  /** Returns which file it is; a ZIP file has it only when it is complete. */
  private static @Nullable Object key(OpenFolder folder, Path name) throws IOException {
    return isDefault(name) ? folder.attributes(name).fileKey() : null;
  }

  /** Makes the file ready for its content, unless a sweep has got hold of it. */
  private boolean isKept(Rights rights) throws IOException {
    boolean isKept = false;
    try {
      PosixFileAttributeView view = folder().rights(name);
      if (view != null) {
        rights.giveTo(view);
      }
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
    if (!isDefault(name) || !(channel instanceof FileChannel file)) {
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

  /** Returns whether the name still is that of the file that was made. */
  private boolean isInPlace() throws IOException {
    try {
      return !isDefault(name) || isSame(folder().attributes(name));
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

  private OpenFolder folder() {
    return place.folder();
  }
}
