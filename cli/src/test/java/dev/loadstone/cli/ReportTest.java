package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.loadstone.cli.report.DiagnosticsJson;
import dev.loadstone.cli.report.Outcome;
import dev.loadstone.cli.report.ParsedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A place of its own for the JSON. */
final class ReportTest {

  @TempDir private Path folder;

  private Path report;

  @BeforeEach
  void writeSources() throws IOException {
    PluginFiles files = new PluginFiles(folder);
    files.source("Bad.java", "class Bad { int x = true; }\n");
    files.source(
        "Raw.java", "class Raw { java.util.List raw; public static void main(String[] a) {} }\n");
    files.source("Thrower.java", "class Thrower { static int i = Integer.parseInt(\"x\"); }\n");
    files.source("Good.java", "class Good { public static void main(String[] a) {} }\n");
    report = folder.resolve("report.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | check --report @report.json @Bad.java               | compiler.err.prob.found.req
          1 | check --report=@report.json @Bad.java               | compiler.err.prob.found.req
          1 | check --format json --report @report.json @Bad.java | compiler.err.prob.found.req
          1 | check --format text --report @report.json @Bad.java | compiler.err.prob.found.req
          0 | check --report @report.json --warnings report @Raw.java | compiler.warn.raw.class.use
          1 | run --report @report.json @Thrower.java             | loadstone.err.plugin.failed
          1 | check --execute --report @report.json @Thrower.java | loadstone.err.plugin.failed
          4 | load --report @report.json @no.jar                  | loadstone.err.artifact.not.found
          4 | inspect --report @report.json @no.jar               | loadstone.err.artifact.not.found
          4 | deps --report @report.json @No.java                 | loadstone.err.source.not.found
          4 | compile --report @report.json -o @no/a.jar @Good.java | loadstone.err.store.failed
          2 | check --report @report.json --nope @Good.java       | loadstone.err.usage
          """)
  void execute_reportFile_takesTheDiagnosticsFromStandardError(
      int exitCode, String line, String code) throws IOException {
    CapturedRun run = run(line);

    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEmpty();
    assertThat(ParsedJson.array(Files.readString(report)))
        .extracting(diagnostic -> diagnostic.get("code"))
        .containsExactly(code);
  }

  @Test
  void execute_nothingToTell_leavesAnEmptyArrayInPlaceOfAnEarlierReport() throws IOException {
    run("check --report @report.json @Bad.java");
    assertThat(ParsedJson.array(Files.readString(report))).hasSize(1);

    CapturedRun run = run("run --report @report.json @Good.java");

    assertThat(run).isEqualTo(new CapturedRun(Outcome.of(0), "", ""));
    assertThat(ParsedJson.array(Files.readString(report))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"check --report - @Bad.java", "compile --report=- -o @out.jar @Bad.java"})
  void execute_reportToStandardOutput_isTheArrayAlone(String line) {
    CapturedRun run = run(line);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(ParsedJson.array(run.out())).hasSize(1);
  }

  @Test
  void execute_reportToStandardOutputAndNothingToTell_isAnEmptyArray() {
    assertThat(ParsedJson.array(run("check --report - @Good.java").out())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --report - @Good.java",
        "check --execute --report - @Good.java",
        "load --report - @a.jar",
        "inspect --report - @a.jar",
        "deps --report - @Good.java",
        "doctor --report -",
        "cache --report - stats",
        "check --report @Good.java",
        "check --report= @Good.java",
        "check --report @Bad.java @Good.java"
      })
  void execute_placeThatIsTaken_isWrongUseAndNothingIsDone(String line) throws IOException {
    String before = Files.readString(folder.resolve("Good.java"));

    CapturedRun run = run(line);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("loadstone: --report");
    assertThat(folder.resolve("Good.java")).hasContent(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --report @lib.jar @Good.java",
        "check --class-path @lib.jar --report @lib.jar @Good.java",
        "load --report @lib.jar @lib.jar",
        "inspect --report @lib.jar @lib.jar",
        "run --report @link @Good.java"
      })
  void execute_anotherFileInItsPlace_isWrongUseAndTheFileStays(String line) throws IOException {
    Path library = Files.writeString(folder.resolve("lib.jar"), "PK\u0003\u0004 precious");
    if (line.contains("link")) {
      Files.createSymbolicLink(folder.resolve("link"), library);
    }

    CapturedRun run = run(line);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("is there already, and is not a report");
    assertThat(library).hasContent("PK\u0003\u0004 precious");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[package]\nname = 'x'\n",
        "[1, 2]",
        "[{}]",
        "[[]]",
        "[ {\"severity\": \"ERROR\", \"code\": \"x\"} ]",
        "[ earlier ]",
        "[",
        "[ ] [ ]",
        "[ ] x",
        " ",
        "{}"
      })
  void execute_anotherTextInItsPlace_isWrongUseAndTheFileStays(String text) throws IOException {
    Files.writeString(report, text);

    CapturedRun run = run("check --report @report.json @Good.java");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("is there already, and is not a report");
    assertThat(Files.readString(report)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compile -o @x.jar --report @x.jar @Good.java",
        "compile -o @lib.jar --report @lib.jar @Bad.java",
        "compile -o=@x.jar --report=@./x.jar @Good.java",
        "compile -o @x.jar --report @dangling @Good.java",
        "compile -o @to-report --report @report.json @Good.java"
      })
  void execute_reportAndOutputInOnePlace_isWrongUseAndNothingIsDone(String line)
      throws IOException {
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("x.jar"));
    Files.createSymbolicLink(folder.resolve("to-report"), Path.of("report.json"));
    Files.writeString(report, "");
    Path library = Files.writeString(folder.resolve("lib.jar"), "PK\u0003\u0004 precious");

    CapturedRun run = run(line);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("loadstone: --report: ").contains("is where -o writes, too");
    assertThat(folder.resolve("x.jar")).doesNotExist();
    assertThat(report).isEmptyFile();
    assertThat(library).hasContent("PK\u0003\u0004 precious");
  }

  @Test
  void execute_reportAndOutputInOneWord_isWrongUseAndNothingIsWritten() throws IOException {
    CapturedRun run = run("compile -o@x.jar --report @x.jar @Good.java");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(ParsedJson.array(Files.readString(folder.resolve("x.jar"))))
        .extracting(diagnostic -> diagnostic.get("code"))
        .containsExactly("loadstone.err.usage");
  }

  @Test
  void names_ofTheObjects_areThoseThatAreWritten() {
    assertThat(ParsedJson.array(run("check --report - @Bad.java").out()).get(0).keySet())
        .isEqualTo(DiagnosticsJson.NAMES);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void execute_linkToAFileToBeMade_makesIt() throws IOException {
    Files.createSymbolicLink(report, Path.of("made.json"));

    run("check --report @report.json @Good.java");

    assertThat(ParsedJson.array(Files.readString(folder.resolve("made.json")))).isEmpty();
    assertThat(Files.isSymbolicLink(report)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0777, 12345, false",
    "01777, 12345, false",
    "0775, 12345, false",
    "0755, 12345, true",
    "01777, 0, true"
  })
  @Tag("thorough")
  @DisabledOnOs(OS.WINDOWS)
  void execute_linkInAFolderOfOthers_isFollowedIfNobodyElseMadeIt(
      String mode, int user, boolean isFollowed) throws IOException {
    assumeTrue((int) Files.getAttribute(folder, "unix:uid") == 0, "only root gives files away");
    Path share = Files.createDirectory(folder.resolve("share"));
    Path other = Files.writeString(folder.resolve("other.json"), "");
    Path link = Files.createSymbolicLink(share.resolve("report.json"), other);
    Files.setAttribute(link, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(share, "unix:mode", Integer.parseInt(mode, 8));

    CapturedRun run = run("check --report @share/report.json @Good.java");

    assertThat(run.exitCode()).isEqualTo(isFollowed ? 0 : 2);
    if (isFollowed) {
      assertThat(ParsedJson.array(Files.readString(other))).isEmpty();
    } else {
      assertThat(run.err()).contains("--report: another user made the link " + link);
      assertThat(other).isEmptyFile();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"@Bad.java", "@Good.java"})
  void execute_reportThatCannotBeWritten_isToldBeforeAnythingIsDone(String file) {
    CapturedRun run = run("run --report @no/report.json " + file);

    assertThat(run)
        .isEqualTo(
            new CapturedRun(
                Outcome.of(4),
                "",
                "loadstone: %s: cannot be written: its folder does not exist. Nothing was changed there; remove the cause, or write to another place.%n"
                    .formatted(folder.resolve("no/report.json"))));
  }

  private CapturedRun run(String line) {
    return CapturedRun.of(line.replace("@", folder + "/").split(" "));
  }
}
