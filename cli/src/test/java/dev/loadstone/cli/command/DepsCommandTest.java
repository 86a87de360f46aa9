package dev.loadstone.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.CapturedRun;
import dev.loadstone.cli.PluginFiles;
import dev.loadstone.cli.report.ExitCode;
import dev.loadstone.cli.report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding the other files, by the command of its own and by the option of others. */
final class DepsCommandTest {

  @TempDir private Path folder;

  private PluginFiles files;

  @BeforeEach
  void writeTree() throws IOException {
    files = new PluginFiles(folder);
    files.source(
        "app/Main.java",
        "package app; import lib.Text; public class Main { public static void main(String[] a) { if"
            + " (Text.get().isEmpty()) throw new IllegalStateException(); } }");
    files.source(
        "lib/Text.java",
        "package lib; public class Text { public static String get() { return Words.TEXT; } }");
    files.source(
        "lib/Words.java", "package lib; class Words { static final String TEXT = \"t\"; }");
    files.source("lib/Broken.java", "package lib; class Broken {");
  }

  @Test
  void deps_mainFile_printsWhatItNeedsInOrder() {
    assertThat(CapturedRun.of("deps", path("app/Main.java")))
        .isEqualTo(
            new CapturedRun(
                Outcome.of(ExitCode.DONE),
                lines(path("lib/Words.java"), path("lib/Text.java"), path("app/Main.java")),
                ""));
  }

  @Test
  void deps_verbose_tellsOfTheSearch() {
    CapturedRun run = CapturedRun.of("deps", "-v", path("lib/Words.java"));

    assertThat(run.out()).isEqualTo(lines(path("lib/Words.java")));
    assertThat(run.err())
        .isEqualTo(
            lines("loadstone: found " + path("lib/Words.java") + " for " + path("lib/Words.java")));
  }

  @Test
  void deps_classOfTheClassPath_needsNoFile() throws IOException {
    String jar = files.hostJar("host.jar", "lib.Text", "package lib; public class Text {}");

    CapturedRun run = CapturedRun.of("deps", "--class-path", path(jar), path("app/Main.java"));

    assertThat(run.out()).isEqualTo(lines(path("app/Main.java")));
  }

  @Test
  void deps_neededFileIsBroken_saysWhere() throws IOException {
    files.source("app/Main.java", "package app; class Main { lib.Broken b; }");

    CapturedRun run = CapturedRun.of("deps", path("app/Main.java"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(path("lib/Broken.java") + ":1: error: reached end of file while parsing");
  }

  @Test
  void deps_brokenFileAsJson_givesTheArrayOnly() throws IOException {
    files.source("app/Main.java", "package app; class Main {");

    CapturedRun run = CapturedRun.of("deps", "--format", "json", path("app/Main.java"));

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("[").contains("compiler.err.premature.eof");
  }

  @Test
  void deps_release_decidesWhatIsWellFormed() throws IOException {
    files.source("app/Main.java", "package app; record Main() {}");

    assertThat(CapturedRun.of("deps", path("app/Main.java")).exitCode()).isZero();
    assertThat(CapturedRun.of("deps", "--release", "11", path("app/Main.java")).exitCode())
        .isEqualTo(1);
  }

  @Test
  void deps_folder_isNotFoundWithoutTalkOfAPlugin() {
    CapturedRun run = CapturedRun.of("deps", path("app"));

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains(path("app") + ": ").doesNotContain("argument of the plugin");
  }

  @Test
  void deps_missingFile_isNotFound() {
    assertThat(CapturedRun.of("deps", path("No.java")).exitCode()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "check", "check --execute"})
  void deps_optionOfACommand_compilesWhatIsFoundToo(String command) {
    String[] words =
        Stream.concat(
                Arrays.stream(command.split(" ", -1)), Stream.of("--deps", path("app/Main.java")))
            .toArray(String[]::new);

    assertThat(CapturedRun.of(words)).isEqualTo(new CapturedRun(Outcome.of(ExitCode.DONE), "", ""));
  }

  @Test
  void deps_optionOfCompile_putsThemIntoTheArtifact() {
    String out = path("out.jar");

    CapturedRun run = CapturedRun.of("compile", "--deps", "-o", out, path("app/Main.java"));

    assertThat(run.exitCode()).isZero();
    assertThat(CapturedRun.of("load", out).exitCode()).isZero();
    assertThat(Path.of(out)).isRegularFile();
  }

  @Test
  void deps_optionLeftOut_compilesTheNamedFileOnly() {
    CapturedRun run = CapturedRun.of("check", path("app/Main.java"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("package lib does not exist");
  }

  @Test
  void deps_brokenNeededFile_failsTheCommandOnce() throws IOException {
    files.source("lib/Words.java", "package lib; class Words { int i = ; }");

    CapturedRun run = CapturedRun.of("check", "--deps", path("app/Main.java"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines().filter(line -> line.contains("error: "))).hasSize(1);
    assertThat(Files.exists(folder.resolve("out.jar"))).isFalse();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static String lines(String... lines) {
    return Arrays.stream(lines)
        .map(line -> line + System.lineSeparator())
        .collect(Collectors.joining());
  }
}
