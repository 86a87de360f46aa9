package dev.loadstone.documentation;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles against all modules, with warnings as errors. */
final class Javac {

  private Javac() {}

  /**
   * Compiles one file, and what it needs of some folders.
   *
   * @return what the compiler says, empty when all is well
   */
  static String errors(Path file, List<Path> sources, Path output) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-Xlint:all,-processing,-path,-serial",
              "-Werror",
              "-proc:none",
              "-classpath",
              System.getProperty("java.class.path"),
              "-sourcepath",
              sources.stream().map(Path::toString).collect(joining(File.pathSeparator)),
              "-implicit:class",
              "-d",
              output.toString());
      boolean done =
          compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file)).call();
      return done ? "" : "javac: " + said;
    }
  }
}
