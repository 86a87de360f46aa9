package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.loadstone.cli.report.ParsedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many plugins in one command, and several files that are taken for one plugin. */
final class CheckEachTest {

  @TempDir private Path folder;

  private PluginFiles files;

  @BeforeEach
  void writeSources() throws IOException {
    files = new PluginFiles(folder);
    files.hostJar("host.jar", "acme.Rule", "package acme; public interface Rule<T> { T price(); }");
    rule("Good", "java.math.BigDecimal");
    rule("b/Other", "String");
    rule("b/Deep/Fine", "java.math.BigDecimal");
    files.source("NotARule.java", "public class NotARule {}\n");
    files.source("b/package-info.java", "/** Nothing. */\npackage b;\n");
    files.source("b/.hidden/Broken.java", "class {\n");
    files.source("b/notes.txt", "class {\n");
  }

  @Test
  void check_filesEachByItself_judgesEveryOne() {
    CapturedRun run = check("--each", "NotARule.java", "Good.java");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(ParsedJson.array(run.err()))
        .extracting(diagnostic -> diagnostic.get("source"))
        .containsExactly(path("NotARule.java"));
    assertThat(check("--each", "Good.java", "Good.java").err()).isEmpty();
  }

  @Test
  void check_folder_judgesEveryFileBelowInOrderAndNothingHidden() {
    CapturedRun run = check("--each", "b", "NotARule.java", "Missing.java");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(ParsedJson.array(run.err()))
        .extracting(
            diagnostic -> diagnostic.get("source"),
            diagnostic -> diagnostic.get("code").toString().startsWith("loadstone.err.source"))
        .containsExactly(
            tuple(path("b/Other.java"), false),
            tuple(path("NotARule.java"), false),
            tuple(path("Missing.java"), true));
    assertThat(check("--each", "b/Deep").exitCode()).isZero();
  }

  @Test
  void check_eachWithDeps_findsTheFilesThatEachNeeds() throws IOException {
    files.source("x/Rate.java", "class Rate { static final String RATE = \"r\"; }\n");
    files.source(
        "x/Rated.java",
        "public class Rated implements acme.Rule<String> { public String price() { return Rate.RATE; } }\n");
    List<String> words =
        List.of("--contract", "acme.Rule<java.lang.String>", "--each", "x/Rated.java");

    assertThat(run(words, List.of()).exitCode()).isEqualTo(1);
    assertThat(run(words, List.of("--deps")).err()).isEmpty();
  }

  @Test
  void check_eachWithExecute_runsEveryOneAndShowsWhatEachThrew() throws IOException {
    files.main("One", "System.out.println(1);");
    files.main("Two", "throw new IllegalStateException(\"two\");");
    files.main("Three", "throw new IllegalStateException(\"three\");");

    CapturedRun run =
        CapturedRun.of(
            "check", "--each", "--execute", path("One.java"), path("Two.java"), path("Three.java"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.outcome().uncaught()).isEmpty();
    assertThat(run.out()).isEqualTo("");
    assertThat(run.err())
        .contains(
            "Two.java: the plugin's own code failed at Two.java:3: java.lang.IllegalStateException: two",
            "\tat loadstone:Two//Two.main(Two.java:3)",
            "Three.java: the plugin's own code failed at Three.java:3:");
  }

  @Test
  void check_folderWithoutSources_isWrongUse() throws IOException {
    Files.createDirectory(folder.resolve("empty"));

    CapturedRun run = CapturedRun.of("check", "--each", path("empty"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("loadstone: --each: " + path("empty") + ": has no Java source file");
  }

  @ParameterizedTest
  @CsvSource({"NotARule.java Good.java, NotARule.java", "b/package-info.java Good.java, "})
  void check_fileThatNothingUses_isReportedAndFailsNothing(String names, String unused) {
    CapturedRun run = check(names.split(" "));

    assertThat(run.exitCode()).isZero();
    if (unused == null) {
      assertThat(run.err()).isEmpty();
    } else {
      assertThat(ParsedJson.array(run.err()))
          .extracting(
              diagnostic -> diagnostic.get("severity"),
              diagnostic -> diagnostic.get("code"),
              diagnostic -> diagnostic.get("source"))
          .containsExactly(tuple("WARNING", "loadstone.warn.unused.file", path(unused)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | acme.Rule<java.math.BigDecimal> | Good.java",
        "1 | acme.Rule<java.lang.String>     | Good.java",
        "0 | acme.Rule<?>                    | Good.java",
        "2 | acme.Rule<java.lang.Strin>      | Good.java",
        "2 | acme.Rule<java.math.BigDecimal  | Good.java",
      })
  void check_contractWithTypeArguments_isJudgedByThem(int exit, String contract, String file) {
    CapturedRun run = run(List.of("--contract", contract, file), List.of());

    // A wildcard at the top level is no contract.
    assertThat(run.exitCode()).isEqualTo(contract.contains("<?>") ? 2 : exit);
  }

  private void rule(String name, String price) throws IOException {
    String simpleName = name.substring(name.lastIndexOf('/') + 1);
    files.source(
        name + ".java",
        "public class %s implements acme.Rule<%s> { public %s price() { return null; } }\n"
            .formatted(simpleName, price, price));
  }

  private CapturedRun check(String... words) {
    return run(List.of(words), List.of("--contract", "acme.Rule<java.math.BigDecimal>"));
  }

  private CapturedRun run(List<String> words, List<String> options) {
    List<String> line = new ArrayList<>(List.of("check", "--format", "json"));
    line.addAll(List.of("--class-path", path("host.jar")));
    line.addAll(options);
    words.forEach(
        word -> line.add(word.startsWith("--") || word.contains("<") ? word : path(word)));
    return CapturedRun.of(line.toArray(String[]::new));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
