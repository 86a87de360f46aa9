package dev.loadstone.adapter.javac;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Javac as its own API offers it: over real files and a real class path. */
final class PlainJavac implements AutoCloseable {

  /** In full, not taken from our compiler: that these are right is a part of what is compared. */
  private static final List<String> OPTIONS =
      List.of(
          "-g",
          "-parameters",
          "-proc:none",
          "-implicit:none",
          "-Xmaxerrs",
          "0",
          "-Xmaxwarns",
          "0",
          "-Xlint:all,-serial,-processing,-path,-classfile,-options,-module,-opens,-exports"
              + ",-requires-automatic,-requires-transitive-automatic",
          "-encoding",
          "UTF-8");

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final Path root;
  // To open the JARs of a class path takes longer than most compilations.
  private final Map<List<String>, StandardJavaFileManager> fileManagers = new HashMap<>();

  /** Makes one that keeps its files in a folder while it needs them. */
  PlainJavac(Path root) {
    this.root = root;
  }

  Verdict compile(OracleCase given) throws IOException {
    Path folder = Files.createTempDirectory(root, "javac");
    try {
      return compile(given, folder);
    } finally {
      delete(folder);
    }
  }

  /** Returns what a command would begin with, to do the same. */
  static List<String> options(OracleCase given, Path folder) throws IOException {
    String nothing = Files.createDirectories(folder.resolve("nothing")).toString();
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(List.of("-processorpath", nothing));
    options.addAll(List.of("-d", Files.createDirectories(folder.resolve("classes")).toString()));
    options.add("-classpath");
    options.add(
        given.classPath().isEmpty()
            ? nothing
            : given.classPath().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
    given
        .compiling()
        .settings()
        .release()
        .forEach(release -> options.addAll(List.of("--release", release.toString())));
    return options;
  }

  /** Writes the sources, and returns their paths. */
  static List<Path> write(OracleCase given, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Path sources = Files.createDirectories(folder.resolve("sources"));
    for (SourceFile source : given.files()) {
      files.add(Files.writeString(sources.resolve(source.baseName()), source.text()));
    }
    return files;
  }

  /** Returns the class files, by their paths. */
  static Map<String, Bytes> classFiles(Path folder) throws IOException {
    Path classes = folder.resolve("classes");
    Map<String, Bytes> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        found.put(name, Bytes.of(Files.readAllBytes(file)));
      }
    }
    return found;
  }

  private Verdict compile(OracleCase given, Path folder) throws IOException {
    List<Diagnostic> said = new ArrayList<>();
    StandardJavaFileManager files = fileManager(given);
    JavaCompiler.CompilationTask task =
        javac.getTask(
            new StringWriter(),
            files,
            reported -> said.add(converted(reported, given, folder)),
            options(given, folder),
            null,
            files.getJavaFileObjectsFromPaths(write(given, folder)));
    task.setLocale(Locale.ROOT);
    if (task.call()) {
      return Verdict.accepted(said, classFiles(folder));
    }
    return said.stream().anyMatch(Diagnostic::isError) ? Verdict.refused(said) : Verdict.crashed();
  }

  private StandardJavaFileManager fileManager(OracleCase given) {
    List<String> key = new ArrayList<>(given.classPath().stream().map(Path::toString).toList());
    key.add(given.compiling().settings().release().toString());
    return fileManagers.computeIfAbsent(
        key, first -> javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    for (StandardJavaFileManager each : fileManagers.values()) {
      each.close();
    }
  }

  private static Diagnostic converted(
      javax.tools.Diagnostic<? extends JavaFileObject> reported, OracleCase given, Path folder) {
    // Before the message, since it begins a count of captured types, as printing does.
    String printed = reported.toString();
    String message = reported.getMessage(Locale.ROOT);
    Diagnostic unplaced =
        new Diagnostic(
            severity(reported.getKind()),
            reported.getCode(),
            message.replace(folder.resolve("sources") + File.separator, ""),
            "",
            Diagnostic.NO_POSITION,
            Diagnostic.NO_POSITION,
            "",
            LintKey.of(reported));
    return given.files().stream()
        .filter(file -> isIn(file, reported.getSource()))
        .findFirst()
        .map(file -> placed(unplaced, file, reported, printed))
        .orElse(unplaced);
  }

  private static boolean isIn(SourceFile file, @Nullable JavaFileObject source) {
    return source != null && source.getName().endsWith(File.separator + file.baseName());
  }

  private static Diagnostic placed(
      Diagnostic unplaced, SourceFile file, javax.tools.Diagnostic<?> reported, String printed) {
    boolean hasLine = reported.getPosition() != javax.tools.Diagnostic.NOPOS;
    return new Diagnostic(
        unplaced.severity(),
        unplaced.code(),
        unplaced.message(),
        file.path(),
        reported.getLineNumber(),
        reported.getColumnNumber(),
        hasLine ? secondLine(printed) : "",
        unplaced.lint());
  }

  // As javac prints it: the message's first line, the source's line, a caret, the other lines.
  private static String secondLine(String printed) {
    return printed.lines().skip(1).findFirst().orElse("");
  }

  private static Severity severity(javax.tools.Diagnostic.Kind kind) {
    return switch (kind) {
      case ERROR -> Severity.ERROR;
      case WARNING, MANDATORY_WARNING -> Severity.WARNING;
      case NOTE, OTHER -> Severity.NOTE;
    };
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
