package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.Unreadable;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads regular files whole. Nothing else is opened: a pipe might block for ever, a device might
 * never end.
 */
final class RegularFile {

  /**
   * The file systems of the kernel: such a file is as long as it is read, and may wait for more.
   */
  private static final Set<String> OF_KERNEL =
      Set.of("proc", "sysfs", "debugfs", "tracefs", "securityfs", "cgroup", "cgroup2", "bpf");

  private RegularFile() {}

  /** Makes the port's error about a file that cannot be read. */
  @FunctionalInterface
  interface Refusal {
    PluginException of(Path file, Unreadable reason, @Nullable Throwable cause);
  }

  /** Makes the port's error about a file that has too many bytes. */
  @FunctionalInterface
  interface TooLarge {
    PluginException of(Path file, long bytes);
  }

  /**
   * Reads a file.
   *
   * @param most how many bytes it may have
   */
  static Try<Bytes> read(Path file, int most, Refusal refusal, TooLarge tooLarge) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return Try.failure(refusal.of(file, Unreadable.FOLDER, null));
      }
      requireReadable(file, attributes);
      if (attributes.size() > most) {
        return Try.failure(tooLarge.of(file, attributes.size()));
      }
      Bytes content = content(file, (int) attributes.size(), most);
      return content.size() > most
          ? Try.failure(tooLarge.of(file, content.size()))
          : Try.success(content);
    } catch (FileSystemException e) {
      return Try.failure(
          e instanceof NoSuchFileException || isBelowFile(file)
              ? refusal.of(file, Unreadable.MISSING, missing(file, e))
              : refusal.of(file, Unreadable.FAILED, explained(e)));
    } catch (IOException | SecurityException | ClosedFileSystemException e) {
      return Try.failure(refusal.of(file, Unreadable.FAILED, e));
    }
  }

  /**
   * Reads a file, and follows no symbolic link to it. One of more bytes than it may have is not
   * read, and counts as empty.
   *
   * @return its content; none where there is no regular file
   */
  static Option<Bytes> readUnlinked(Path file, int most) throws IOException {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        return Option.none();
      }
      return Option.some(
          attributes.size() > most
              ? Bytes.wrap(new byte[0])
              : upTo(most, content(file, (int) attributes.size(), most, unlinked(file))));
    } catch (FileSystemException e) {
      if (e instanceof NoSuchFileException || isBelowFile(file)) {
        return Option.none();
      }
      throw e;
    }
  }

  /** Reads as many bytes as there are up to a number; not through a channel, as above. */
  static Bytes beginning(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Bytes.wrap(in.readNBytes(most));
    }
  }

  /** Returns options to open no symbolic link; the file systems that have none do not know them. */
  static OpenOption[] unlinked(Path file, OpenOption... others) {
    if (file.getFileSystem() != FileSystems.getDefault()) {
      return others;
    }
    OpenOption[] options = Arrays.copyOf(others, others.length + 1);
    options[others.length] = LinkOption.NOFOLLOW_LINKS;
    return options;
  }

  private static NoSuchFileException missing(Path file, FileSystemException thrown) {
    NoSuchFileException missing = new NoSuchFileException(file.toAbsolutePath().toString());
    missing.initCause(thrown);
    return missing;
  }

  /** Says it in plain words: the message of a failure is but the path, where there is no reason. */
  private static IOException explained(FileSystemException thrown) {
    if (thrown instanceof AccessDeniedException) {
      return new IOException("this process has no permission to read it", thrown);
    }
    return thrown.getReason() == null ? thrown : new IOException(thrown.getReason(), thrown);
  }

  /**
   * Returns whether a path leads through something that is no folder. The JDK calls such a file
   * missing from some release on, and unreadable before.
   */
  static boolean isBelowFile(Path file) {
    for (Path above = file.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
      if (Files.exists(above)) {
        return !Files.isDirectory(above);
      }
    }
    return false;
  }

  private static void requireReadable(Path file, BasicFileAttributes attributes)
      throws IOException {
    if (!attributes.isRegularFile()) {
      throw new IOException("it is a device, a pipe or a socket");
    }
    if (attributes.size() == 0 && isOfKernel(file)) {
      throw new IOException("it is a file of the operating system's kernel");
    }
  }

  private static boolean isOfKernel(Path file) {
    try {
      return file.getFileSystem() == FileSystems.getDefault()
          && OF_KERNEL.contains(Files.getFileStore(file).type());
    } catch (IOException e) {
      return false; // There are containers in which nobody can tell where a file is.
    }
  }

  /** A file that has grown beyond what it may have counts as empty, as one that was so large. */
  private static Bytes upTo(int most, Bytes content) {
    return content.size() > most ? Bytes.wrap(new byte[0]) : content;
  }

  private static Bytes content(Path file, int size, int most, OpenOption... options)
      throws IOException {
    // An interrupt does not close the stream that Files gives, as it would close a channel.
    try (InputStream in = Files.newInputStream(file, options)) {
      return readAll(in, size, most);
    } catch (OutOfMemoryError e) {
      throw new IOException("it is larger than the memory that is free", e);
    }
  }

  /**
   * Reads a stream to its end, at once where it is as long as expected; of one that has more bytes
   * than it may have, one more than that.
   */
  static Bytes readAll(InputStream in, int expected, int most) throws IOException {
    byte[] content = new byte[expected];
    int size = in.readNBytes(content, 0, expected);
    if (size < expected) {
      return Bytes.wrap(Arrays.copyOf(content, size));
    }
    int next = in.read();
    if (next < 0) {
      return Bytes.wrap(content);
    }
    byte[] rest = in.readNBytes(most - expected);
    byte[] all = Arrays.copyOf(content, expected + 1 + rest.length);
    all[expected] = (byte) next;
    System.arraycopy(rest, 0, all, expected + 1, rest.length);
    return Bytes.wrap(all);
  }
}
