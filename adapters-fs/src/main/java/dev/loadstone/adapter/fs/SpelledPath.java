package dev.loadstone.adapter.fs;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Finds files under the very name that was asked for, also where a file system ignores case. */
final class SpelledPath {

  private static final String SEPARATOR = "/";

  private SpelledPath() {}

  /**
   * Finds a file below a folder.
   *
   * @return its path; none if there is no such file, or it is spelled otherwise. A file of which
   *     nothing can be known is found, so that reading it tells why.
   */
  static Option<Path> find(Path folder, String name) {
    Path file = folder;
    try {
      for (String part : name.split(SEPARATOR, -1)) {
        Path next = file.resolve(part);
        if (isAbsent(next) || (ignoresCase(next, part) && !isListed(next))) {
          return Option.none();
        }
        file = next;
      }
    } catch (InvalidPathException e) {
      return Option.none();
    }
    return Option.some(file);
  }

  /** A name that the file system cannot have fails to be looked up, and is in no listing. */
  private static boolean isAbsent(Path file) {
    return Files.notExists(file) || (!Files.exists(file) && !isListed(file));
  }

  private static boolean ignoresCase(Path file, String name) {
    String other = swappedCase(name);
    try {
      return !other.equals(name) && Files.isSameFile(file, file.resolveSibling(other));
    } catch (IOException e) {
      return false; // There is no file under the other spelling.
    }
  }

  private static String swappedCase(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.equals(name) ? name.toLowerCase(Locale.ROOT) : upper;
  }

  /** Tells whether the folder has an entry of this very name, or cannot be listed. */
  private static boolean isListed(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return true;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (file.getFileName().toString().equals(String.valueOf(entry.getFileName()))) {
          return true;
        }
      }
      return false;
    } catch (IOException | DirectoryIteratorException e) {
      return true;
    }
  }
}
