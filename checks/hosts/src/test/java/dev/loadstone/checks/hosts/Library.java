package dev.loadstone.checks.hosts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Maven has put into {@code target}: the library's JARs, and classes of the host. */
final class Library {

  static final Path TARGET = Path.of(System.getProperty("basedir", "."), "target").toAbsolutePath();
  static final Path SOURCES =
      Path.of(System.getProperty("basedir", "."), "src/test/java").toAbsolutePath();
  static final Path CLASSES = TARGET.resolve("test-classes");

  private Library() {}

  /** Returns the folder of {@link #jars()}. */
  static Path folder() {
    return TARGET.resolve("library");
  }

  /** Returns the library's own JARs and those that it needs. */
  static List<Path> jars() throws IOException {
    try (Stream<Path> jars = Files.list(folder())) {
      return jars.sorted().toList();
    }
  }

  /** Returns a JAR to be with all of them in one. */
  static PackedJar merged() throws IOException {
    PackedJar merged = new PackedJar();
    for (Path jar : jars()) {
      merged.merge(jar);
    }
    return merged;
  }

  static String classPath(List<Path> elements) {
    return elements.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
