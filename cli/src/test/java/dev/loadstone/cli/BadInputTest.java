package dev.loadstone.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.report.ParsedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person gets to read for each bad input. */
final class BadInputTest {

  private static final String FOLDER = "<folder>/";

  @TempDir Path folder;

  @BeforeEach
  void makeInputs() throws IOException {
    PluginFiles files = new PluginFiles(folder);
    files.source("Good.java", "public class Good { public static void main(String[] args) {} }");
    files.source("not-java.java", "class A {}");
    files.source("notes.txt", "class A {}");
    files.source("Empty.java", "");
    files.source("Two.java", "class A {} class B {}");
    files.source("a/Same.java", "class Same {}");
    files.source("b/Same.java", "class Same {}");
    files.source("module-info.java", "module m {}");
    files.source("package-info.java", "/** Doc. */\npackage a;");
    files.source("Syntax.java", "class Syntax {\n  int x = ;\n}\n");
    files.source("Type.java", "class Type {\n  int x = true;\n}\n");
    files.source(
        "Warning.java",
        "class Warning {\n  java.util.List<String> x = (java.util.List<String>) (Object) 1;\n}\n");
    files.source("Taken.java", "package java.util.concurrent;\npublic class Taken {}\n");
    files.source("Misfit.java", "public class Misfit {\n}\n");
    files.source("Abstract.java", "public abstract class Abstract implements Runnable {\n}\n");
    files.source(
        "Uncreatable.java",
        "public class Uncreatable implements Runnable {\n  public Uncreatable(int x) {}\n  public void run() {}\n}\n");
    Files.createDirectory(folder.resolve("Folder.java"));
    Files.write(folder.resolve("Latin.java"), "class Latin { /* \u00e9 */ }".getBytes(ISO_8859_1));
    Files.writeString(folder.resolve("text.jar"), "text");
    Files.writeString(folder.resolve("empty.jar"), "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4 | check Missing.java                 | loadstone: <folder>/Missing.java: no such file
          4 | check Folder.java                  | loadstone: <folder>/Folder.java: is a folder, not a file
          4 | check Missing.java Good.java       | loadstone: <folder>/Missing.java: no such file
          1 | check not-java.java                | loadstone: <folder>/not-java.java: is not the name of a Java source file
          1 | check notes.txt                    | loadstone: <folder>/notes.txt: is not the name of a Java source file
          1 | check module-info.java Good.java   | loadstone: <folder>/module-info.java: a plugin cannot declare a module
          1 | check package-info.java            | loadstone: <folder>/package-info.java: the last file is the main one
          1 | check Empty.java                   | loadstone: <folder>/Empty.java: declares no class
          1 | check Two.java                     | loadstone: <folder>/Two.java: declares several classes (A, B)
          1 | check Latin.java                   | loadstone: <folder>/Latin.java: is not encoded in UTF-8
          1 | check a/Same.java b/Same.java      | <folder>/a/Same.java, <folder>/b/Same.java:
          1 | check Syntax.java                  | <folder>/Syntax.java:2: error: illegal start of expression
          1 | check Type.java                    | <folder>/Type.java:2: error: incompatible types: boolean cannot be converted to int
          1 | check Warning.java                 | <folder>/Warning.java:2: warning: [unchecked] unchecked cast
          1 | check Taken.java                   | <folder>/Taken.java:
          1 | check --contract java.lang.Runnable Misfit.java      | <folder>/Misfit.java:1: error:
          1 | check --contract java.lang.Runnable Abstract.java    | <folder>/Abstract.java:1: error:
          1 | check --contract java.lang.Runnable Uncreatable.java | <folder>/Uncreatable.java:1: error:
          4 | load missing.jar                   | loadstone: <folder>/missing.jar: no such file
          4 | load a                             | loadstone: <folder>/a: is a folder, not a file
          3 | load text.jar                      | loadstone: <folder>/text.jar: not an artifact of Loadstone:
          3 | load empty.jar                     | loadstone: <folder>/empty.jar: not an artifact of Loadstone:
          4 | inspect missing.jar                | loadstone: <folder>/missing.jar: no such file
          3 | inspect text.jar                   | loadstone: <folder>/text.jar: not an artifact of Loadstone:
          4 | compile -o missing/out.jar Good.java | loadstone: <folder>/missing/out.jar: cannot be written:
          4 | compile -o a Good.java             | loadstone: <folder>/a: cannot be written:
          """)
  void execute_badInput_saysWhatWhereAndWhy(int exitCode, String line, String beginning) {
    CapturedRun run = CapturedRun.of(words(line));

    assertThat(run.err()).contains(beginning.replace(FOLDER, folder + "/"));
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).doesNotContain("\tat ").endsWith(System.lineSeparator());
  }

  @Test
  void execute_diagnostic_readsAsJavacs() {
    CapturedRun run = CapturedRun.of(words("check Type.java"));

    assertThat(run.err().lines())
        .containsExactly(
            folder + "/Type.java:2: error: incompatible types: boolean cannot be converted to int",
            "  int x = true;",
            "          ^");
  }

  @Test
  void execute_sourceThatWouldSteerTheTerminal_isEscaped() throws IOException {
    new PluginFiles(folder).source("Sly.java", "class Sly { String s = \"\u001B[2J\u202E\" + x; }");

    CapturedRun run = CapturedRun.of(words("check -v Sly.java \u001B[31mGood.java Sly.java"));
    CapturedRun diagnostic = CapturedRun.of(words("check Sly.java"));

    assertThat(run.err()).contains("\\u001b[31mGood.java: no such file").doesNotContain("\u001B");
    assertThat(diagnostic.err().lines())
        .containsExactly(
            folder + "/Sly.java:1: error: cannot find symbol",
            "class Sly { String s = \"\\u001b[2J\\u202e\" + x; }",
            " ".repeat(43) + "^",
            "  symbol:   variable x",
            "  location: class Sly");
  }

  @Test
  void execute_diagnosticForProgram_isOneJsonArray() {
    CapturedRun run = CapturedRun.of(words("check --format json Type.java"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(ParsedJson.array(run.err()))
        .singleElement()
        .satisfies(
            diagnostic ->
                assertThat(diagnostic)
                    .containsEntry("severity", "ERROR")
                    .containsEntry("code", "compiler.err.prob.found.req")
                    .containsEntry("source", folder + "/Type.java")
                    .containsEntry("line", 2L)
                    .containsEntry("column", 11L)
                    .containsEntry("sourceLine", "  int x = true;"));
  }

  @Test
  void execute_badInputForProgram_isOneJsonArray() {
    CapturedRun run = CapturedRun.of(words("check --format json Missing.java"));

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(ParsedJson.array(run.err()))
        .singleElement()
        .satisfies(
            diagnostic ->
                assertThat(diagnostic)
                    .containsEntry("code", "loadstone.err.source.not.found")
                    .containsEntry("source", folder + "/Missing.java"));
  }

  @Test
  void execute_verboseForProgram_isOneJsonArrayAndNothingElse() {
    CapturedRun run = CapturedRun.of(words("check -v --format json Type.java"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(ParsedJson.array(run.err()))
        .extracting(diagnostic -> diagnostic.get("code"))
        .containsExactly("compiler.err.prob.found.req");
  }

  @Test
  void execute_verbose_tellsWhatWasDoneAndThatItFailed() {
    assertThat(CapturedRun.of(words("compile -v --no-cache -o good.jar Good.java")).err().lines())
        .containsExactly(
            "loadstone: compiled " + folder + "/Good.java: Good",
            "loadstone: wrote " + folder + "/good.jar: Good");
    assertThat(CapturedRun.of(words("load -v text.jar")).err())
        .startsWith(
            "loadstone: failed: not an artifact"
                + System.lineSeparator()
                + "loadstone: "
                + folder
                + "/text.jar: not an artifact of Loadstone:");
  }

  @Test
  void execute_failedCompilation_leavesTheOutputAlone() throws IOException {
    Path output = Files.writeString(folder.resolve("out.jar"), "before");

    CapturedRun run = CapturedRun.of(words("compile -o out.jar Type.java"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(output).hasContent("before");
  }

  @Test
  void execute_nestedParentheses_areCompiledOrRefused() throws IOException {
    new PluginFiles(folder)
        .source(
            "Nested.java",
            "class Nested { int x = " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "; }");

    CapturedRun run = CapturedRun.of(words("check Nested.java"));

    assertThat(run.exitCode()).isIn(0, 1);
    assertThat(run.err()).doesNotContain("internal error");
  }

  /** Puts the folder before each word that names a file. */
  private String[] words(String line) {
    List<String> words = List.of(line.split(" "));
    return Stream.concat(
            Stream.of(words.get(0)),
            words.stream()
                .skip(1)
                .map(
                    word ->
                        word.startsWith("-")
                                || word.equals("json")
                                || word.equals("java.lang.Runnable")
                            ? word
                            : folder.resolve(word).toString()))
        .toArray(String[]::new);
  }
}
