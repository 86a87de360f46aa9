package dev.loadstone.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The repository that the tests run in, and its documents. */
final class Repository {

  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path ROOT = MODULE.getParent().getParent();

  private Repository() {}

  static Path root() {
    return ROOT;
  }

  /** A file or folder of this module. */
  static Path own(String path) {
    return MODULE.resolve(path);
  }

  /** The snippets of all Markdown documents: each list is one document's, in its order. */
  static List<List<Snippet>> markdown() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return snippets(
          Stream.concat(
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
              docs.filter(file -> file.toString().endsWith(".md")).sorted()),
          Markdown::snippets);
    }
  }

  /** The snippets in the comments of every module's main sources, each list one file's. */
  static List<List<Snippet>> javadoc() throws IOException {
    return snippets(mainSources(), Javadoc::snippets);
  }

  /**
   * The main sources of every module, in a fixed order. Not the descriptors, of which a tool that
   * reads all at once takes one.
   */
  static Stream<Path> mainSources() throws IOException {
    return modules()
        .map(module -> module.resolve("src/main/java"))
        .filter(Files::isDirectory)
        .flatMap(Repository::files)
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> !file.endsWith("module-info.java"))
        .sorted();
  }

  /** Whether a module has a test of a name. */
  static boolean hasTest(String name) throws IOException {
    return modules()
        .map(module -> module.resolve("src/test/java"))
        .filter(Files::isDirectory)
        .flatMap(Repository::files)
        .anyMatch(file -> file.endsWith(name + ".java"));
  }

  private static Stream<Path> modules() throws IOException {
    try (Stream<Path> product = Files.list(ROOT);
        Stream<Path> checks = Files.list(MODULE.getParent())) {
      return Stream.concat(product, checks).toList().stream();
    }
  }

  private static List<List<Snippet>> snippets(
      Stream<Path> files, BiFunction<String, String, List<Snippet>> reader) {
    return files
        .map(file -> reader.apply(name(file), text(file)))
        .filter(snippets -> !snippets.isEmpty())
        .toList();
  }

  private static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
