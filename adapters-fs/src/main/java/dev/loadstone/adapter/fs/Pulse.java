package dev.loadstone.adapter.fs;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What of a lock file tells whether its holder is at work, read without opening it. No clock is
 * asked: those of two machines, and of one file system and its user, may differ by any amount.
 *
 * @param file which file it is, as far as the file system tells
 * @param size how many signs of life there were
 */
record Pulse(@Nullable Object file, long size) {

  /** Reads it; none where there is no regular file. */
  static Option<Pulse> of(Path path) throws IOException {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile()
          ? Option.some(new Pulse(attributes.fileKey(), attributes.size()))
          : Option.none();
    } catch (NoSuchFileException e) {
      return Option.none();
    }
  }

  /** Tells whether a later one is of the same file, which never shrinks. */
  boolean isOfSameFileAs(Pulse later) {
    return size <= later.size && Objects.equals(file, later.file);
  }
}
