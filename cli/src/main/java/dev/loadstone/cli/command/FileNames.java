package dev.loadstone.cli.command;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Finds the names that this process cannot express: the JVM decodes what the system calls a file by
 * the encoding of the locale, and puts a replacement character for what that does not have.
 */
final class FileNames {

  private static final String REPLACEMENT = "\uFFFD";

  private FileNames() {}

  /**
   * Checks a path.
   *
   * @throws UnnameablePath if the working folder, from which it starts, has a name that cannot be
   *     expressed, or it has one itself
   */
  static void check(Path path) {
    String folder = System.getProperty("user.dir", "");
    if (!path.isAbsolute() && folder.contains(REPLACEMENT)) {
      throw unnameable("the name of the working folder " + folder);
    }
    // A file may be called so, too.
    if (path.toString().contains(REPLACEMENT) && !isNamed(path.toString())) {
      throw unnameable("the name of the file " + path);
    }
  }

  private static boolean isNamed(String name) {
    try {
      return Files.exists(Path.of(name), LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * Checks what is not a path.
   *
   * @throws UnnameablePath if that is because the encoding does not have its characters
   */
  static void check(String name) {
    if (!encoding().newEncoder().canEncode(name)) {
      throw unnameable("the name of the file " + name);
    }
  }

  private static Charset encoding() {
    String name = System.getProperty("sun.jnu.encoding", "");
    return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
  }

  private static UnnameablePath unnameable(String subject) {
    return new UnnameablePath(
        subject
            + " has characters that the encoding of file names, "
            + encoding()
            + ", does not have, so it cannot be opened. Set a locale with UTF-8, such as LC_ALL=C.UTF-8;"
            + " if it is set, the name is not encoded in UTF-8: rename the file.");
  }
}
