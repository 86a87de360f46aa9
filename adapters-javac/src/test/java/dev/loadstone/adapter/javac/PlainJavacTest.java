package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oracle is javac as people run it, over real files. */
final class PlainJavacTest {

  private static final List<SourceFile> SOURCES =
      List.of(
          SourceFile.of("shapes/package-info.java", "@Deprecated\npackage shapes;\n"),
          SourceFile.of(
              "shapes/Shape.java",
              "package shapes;\npublic sealed interface Shape { int LIMIT = 3;\r\n  record Round(double"
                  + " radius) implements Shape {}\n  enum Unit implements Shape { CM, INCH { int f() {"
                  + " return 2; } }; int f() { return 1; } }\n}\n"),
          SourceFile.of(
              "Same.java",
              "class Same<T extends Comparable<T>> { T best(T a, T b) { return a.compareTo(b) > 0 ? a : b; } }\n"),
          SourceFile.of(
              "nested/Same.java",
              "package nested; class Same { private int i; class In { int j = i++; } }\n"),
          SourceFile.of(
              "Main.java",
              """
              import java.util.*;
              import shapes.*;

              public class Main {
              \tstatic int count = Shape.LIMIT;
                interface Visitor { default void visit(String... names) { assert names.length > 0 : "none"; } }
                static String text(Object o, Shape.Unit unit) throws Exception {
                  try (var in = new java.io.StringReader("größe \\u03c0")) { in.read(); }
                  synchronized (o) { count += switch (unit) { case CM -> 1; case INCH -> 2; }; }
                  List<Runnable> all = new ArrayList<>();
                  for (String each : List.of("a", "b")) { all.add(() -> System.out.println(each + o + count)); }
                  class Local implements Visitor { public void visit(String... names) { all.clear(); } }
                  new Local().visit("x");
                  new Visitor() {}.visit();
                  if (o instanceof String s && s.length() > 2) { return s; }
                  switch (o.toString()) { case "a": case "b": return \"""
                      text
                      block\"""; default: return Objects.toString(o, String.valueOf((Object) null)); }
                }
                public static void main(String[] args) { args = null; }
              }
              """));

  @TempDir private Path folder;

  @Test
  void compile_realFilesByPlainJavac_givesTheSameBytes() throws Exception {
    Map<String, Bytes> expected = plain(List.of());

    assertThat(ours(Compiling.sideEffect())).isEqualTo(expected).hasSizeGreaterThan(10);
    assertThat(ours(Compiling.sideEffect().contract("java.lang.Object"))).isEqualTo(expected);
  }

  @Test
  void compile_forARelease_givesTheSameBytes() throws Exception {
    assertThat(ours(Compiling.sideEffect().release(17)))
        .isEqualTo(plain(List.of("--release", "17")));
  }

  private static Map<String, Bytes> ours(Compiling compiling) {
    return Compiling.written(compiling.compile(SOURCES.toArray(SourceFile[]::new)).get());
  }

  private Map<String, Bytes> plain(List<String> options) throws Exception {
    Path output = folder.resolve("classes");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(
        List.of("-g", "-parameters", "-encoding", "UTF-8", "-cp", "", "-d", output.toString()));
    command.addAll(options);
    for (SourceFile source : SOURCES) {
      Path file = folder.resolve("sources").resolve(source.path());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.text());
      command.add(file.toString());
    }
    File said = folder.resolve("javac.txt").toFile();
    Process javac =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start();
    assertThat(javac.waitFor()).as(() -> content(said.toPath())).isZero();
    return classFiles(output);
  }

  private static Map<String, Bytes> classFiles(Path root) throws IOException {
    Map<String, Bytes> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString().replace(File.separatorChar, '/');
        found.put(name, Bytes.of(Files.readAllBytes(file)));
      }
    }
    return found;
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
