package dev.loadstone.adapter.classloader;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * What one look into a JAR tells.
 *
 * @param classes its classes, those for the running release only included
 * @param classPath the elements of its manifest's {@code Class-Path}, as they are written
 */
record JarListing(PackageIndex classes, List<String> classPath) {

  private static final JarListing EMPTY = new JarListing(new PackageIndex(Stream.of()), List.of());
  private static final String VERSIONS = "META-INF/versions/";
  private static final Pattern WHITESPACE = Pattern.compile("\\s+");

  /**
   * Lists a JAR, or a folder in one.
   *
   * @param location a {@code jar:} URL; the JAR may lie in another one if the URL's handler can
   *     open that
   * @return the listing, empty for a JAR that cannot be read: the JDK's loaders skip it, too
   */
  static JarListing of(URL location) {
    try {
      URLConnection connection = location.openConnection();
      // The JDK's cache would keep the file open, and give the old content of a replaced one.
      connection.setUseCaches(false);
      return connection instanceof JarURLConnection jar ? list(jar) : EMPTY;
    } catch (IOException unreadable) {
      return EMPTY;
    }
  }

  private static JarListing list(JarURLConnection connection) throws IOException {
    String entry = connection.getEntryName();
    String folder = entry == null ? "" : entry;
    try (JarFile jar = connection.getJarFile()) {
      Attributes manifest = mainAttributes(jar.getManifest());
      boolean multiRelease = Boolean.parseBoolean(manifest.getValue(Attributes.Name.MULTI_RELEASE));
      Stream<String> names =
          jar.stream()
              .map(ZipEntry::getName)
              .flatMap(name -> multiRelease ? inRunningRelease(name) : Stream.of(name))
              .filter(name -> name.startsWith(folder))
              .map(name -> name.substring(folder.length()));
      return new JarListing(new PackageIndex(names), elements(manifest));
    }
  }

  private static Attributes mainAttributes(@Nullable Manifest manifest) {
    return manifest == null ? new Attributes() : manifest.getMainAttributes();
  }

  private static List<String> elements(Attributes manifest) {
    String value = manifest.getValue(Attributes.Name.CLASS_PATH);
    return value == null
        ? List.of()
        : WHITESPACE.splitAsStream(value).filter(element -> !element.isEmpty()).toList();
  }

  // A versioned entry counts as the one it overrides, if the running release is high enough.
  private static Stream<String> inRunningRelease(String name) {
    if (!name.startsWith(VERSIONS)) {
      return Stream.of(name);
    }
    int end = name.indexOf('/', VERSIONS.length());
    return end >= 0 && isRunning(name.substring(VERSIONS.length(), end))
        ? Stream.of(name.substring(end + 1))
        : Stream.of();
  }

  private static boolean isRunning(String version) {
    return version.length() <= 4
        && !version.isEmpty()
        && version.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(version) <= Runtime.version().feature();
  }
}
