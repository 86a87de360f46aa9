package dev.loadstone.adapter.fs;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Finds files under the very name that was asked for, also where a file system ignores case. */
final class SpelledPath {

  private static final String SEPARATOR = "/";

  /** What stands for characters that the encoding lacks. */
  private static final String REPLACEMENT = "\uFFFD";

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

  /**
   * Finds what may be a file below a folder that this process cannot name: in its locale, the
   * encoding of file names lacks a character of the name.
   *
   * @return an entry of the folder whose name cannot be expressed either; none if the name can be,
   *     or there is no such entry
   */
  static Option<Path> findUnnameable(Path folder, String name) {
    Path file = folder;
    for (String part : name.split(SEPARATOR, -1)) {
      try {
        file = file.resolve(part);
      } catch (InvalidPathException e) {
        return unnameableLike(part, file);
      }
    }
    return Option.none();
  }

  private static Option<Path> unnameableLike(String name, Path folder) {
    String extension = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(
            folder,
            entry ->
                entry.toString().contains(REPLACEMENT) && entry.toString().endsWith(extension))) {
      return Option.ofOptional(
          StreamSupport.stream(entries.spliterator(), false).sorted().findFirst());
    } catch (IOException | DirectoryIteratorException e) {
      return Option.none(); // There is no such folder.
    }
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

  /** Returns whether the folder has an entry of this very name, or cannot be listed. */
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
