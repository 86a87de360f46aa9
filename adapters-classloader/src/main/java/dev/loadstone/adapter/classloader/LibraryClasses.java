package dev.loadstone.adapter.classloader;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds classes below a package in a class folder, or in a JAR, nested ones included. */
final class LibraryClasses {

  private LibraryClasses() {}

  /**
   * Finds classes.
   *
   * @param location the root of a class folder or JAR
   * @param folder the folder below it to look in
   * @param wanted whether an entry, by name, is wanted
   * @return the entries by name
   * @throws IOException if the place cannot be read
   */
  static Map<String, Fingerprint> in(URL location, String folder, Predicate<String> wanted)
      throws IOException {
    URLConnection connection = location.openConnection();
    connection.setUseCaches(false);
    return connection instanceof JarURLConnection jar
        ? inJar(jar, wanted)
        : inFolder(pathOf(location), folder, wanted);
  }

  private static Map<String, Fingerprint> inJar(
      JarURLConnection connection, Predicate<String> wanted) throws IOException {
    String entryName = connection.getEntryName();
    String root = entryName == null ? "" : entryName;
    Map<String, Fingerprint> found = new HashMap<>();
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        String name = entry.getName();
        if (name.startsWith(root) && wanted.test(name.substring(root.length()))) {
          found.put(name.substring(root.length()), Fingerprint.of(entry));
        }
      }
    }
    return found;
  }

  private static Map<String, Fingerprint> inFolder(
      Path root, String folder, Predicate<String> wanted) throws IOException {
    Map<String, Fingerprint> found = new HashMap<>();
    try (Stream<Path> walk = Files.walk(root.resolve(folder))) {
      List<Path> files = walk.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        String name =
            root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        if (wanted.test(name)) {
          found.put(name, Fingerprint.of(Files.readAllBytes(file)));
        }
      }
    }
    return found;
  }

  private static Path pathOf(URL location) throws IOException {
    try {
      return Path.of(location.toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException("the library's classes cannot be listed at " + location, e);
    }
  }
}
