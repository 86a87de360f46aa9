package dev.loadstone.cli.command;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;

/**
 * The host's classes, as {@code --class-path} gives them.
 *
 * @param entries the JARs and class folders in order, all there
 */
record ClassPath(List<Path> entries) {

  private static final String ALL_JARS = "*";

  ClassPath {
    entries = List.copyOf(entries);
  }

  /** Reads the one of a command line; an empty one where it has none. */
  static ClassPath of(Arguments arguments) {
    return parse(arguments.value(Options.CLASS_PATH, String.class).getOrElse(""));
  }

  /** Returns whether a path leads to one of the JARs. */
  boolean contains(Path file) {
    return jars().stream().anyMatch(jar -> isSame(jar, file));
  }

  private static boolean isSame(Path jar, Path file) {
    try {
      return Files.isSameFile(jar, file);
    } catch (IOException e) {
      return false; // The file is not there yet, or cannot be looked at, which writing tells.
    }
  }

  /**
   * Reads a class path as {@code java} does, wildcards included, but for two things: an entry that
   * is not there is refused, and an empty one is no name for the working folder.
   */
  static ClassPath parse(String text) {
    return parse(Options.CLASS_PATH, text);
  }

  /** Reads the value of another option in the same way. */
  static ClassPath parse(String option, String text) {
    List<Path> entries = new ArrayList<>();
    for (String entry : text.split(File.pathSeparator, -1)) {
      if (isWildcard(entry)) {
        entries.addAll(jarsIn(option, entry));
      } else if (!entry.isEmpty()) {
        entries.add(checked(option, entry));
      }
    }
    return new ClassPath(entries);
  }

  /** Returns the entries that are JARs. */
  List<Path> jars() {
    return entries.stream().filter(entry -> !Files.isDirectory(entry)).toList();
  }

  /** Returns the entries that are class folders. */
  List<Path> folders() {
    return entries.stream().filter(Files::isDirectory).toList();
  }

  /**
   * Makes the loader of the host's classes: the JDK's and these, and nothing of the command's own.
   */
  ClassLoader loader() {
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    return entries.isEmpty()
        ? platform
        : new URLClassLoader(
            "class-path", entries.stream().map(ClassPath::url).toArray(URL[]::new), platform);
  }

  private static boolean isWildcard(String entry) {
    return entry.equals(ALL_JARS)
        || entry.endsWith("/" + ALL_JARS)
        || entry.endsWith(File.separator + ALL_JARS);
  }

  private static List<Path> jarsIn(String option, String wildcard) {
    String name = wildcard.substring(0, wildcard.length() - ALL_JARS.length());
    Path folder = Arguments.path(name.isEmpty() ? "." : name);
    if (!Files.isDirectory(folder)) {
      throw refused(option, wildcard, "there is no such folder");
    }
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ClassPath::isJarFile)) {
      files.forEach(jars::add);
    } catch (IOException | DirectoryIteratorException e) {
      throw refused(option, wildcard, "the folder cannot be read (" + e + ")");
    }
    Collections.sort(jars);
    return jars;
  }

  private static boolean isJarFile(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar") && Files.isRegularFile(file);
  }

  private static Path checked(String option, String entry) {
    Path path = Arguments.path(entry);
    if (Files.notExists(path)) {
      throw refused(option, entry, "there is no such file or folder");
    }
    if (Files.isRegularFile(path)) {
      checkJar(option, entry);
    } else if (!Files.isDirectory(path)) {
      // To open a pipe might block for ever.
      throw refused(option, entry, "neither a folder nor a JAR, but a device, a pipe or a socket");
    }
    return path;
  }

  /**
   * The JVM passes over what it cannot read, and the user would look for a missing class instead.
   */
  private static void checkJar(String option, String entry) {
    try {
      new ZipFile(entry).close();
    } catch (IOException e) {
      throw refused(
          option, entry, "neither a folder nor a JAR that can be read (" + e.getMessage() + ")");
    }
  }

  private static UsageException refused(String option, String entry, String reason) {
    return new UsageException(option + ": " + entry + ": " + reason);
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("every file has a URL: " + entry, e);
    }
  }
}
