package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands say of programs that run, that would run nothing, and of arguments. */
final class MainMethodTest {

  @TempDir Path folder;
  private String initializer;
  private String typo;

  @BeforeEach
  void write() throws IOException {
    initializer = source("Init.java", "class Init {\n  static { int ran = 1; }\n}");
    typo = source("Typo.java", "class Typo {\n  public static void mian(String[] args) {}\n}");
  }

  private String source(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @ParameterizedTest
  @CsvSource({"run", "check", "compile -o out.jar", "check --execute"})
  void command_nothingThatRuns_failsAtTheUsersLine(String command) {
    CapturedRun run = run(command, "--release", "17", typo);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith(typo + ":2: error: Java 17 does not run mian(java.lang.String[])");
    assertThat(folder.resolve("out.jar")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "class Good { public static void main(String[] args) {} }, 17",
    "class Good { static void main() {} }, 25",
    "void main() {}, 25"
  })
  void command_programOfTheRelease_runs(String text, int release) throws IOException {
    Assumptions.assumeTrue(release <= Runtime.version().feature());
    String good = source("Good.java", text);

    assertThat(run("run", "--release", "" + release, good).exitCode()).isZero();
    assertThat(run("check --execute", "--release", "" + release, good).exitCode()).isZero();
  }

  @Test
  void command_argumentsThatNothingTakes_areRefused() {
    String artifact = folder.resolve("init.jar").toString();

    CapturedRun run = run("run", initializer, "--", "Ada");
    CapturedRun file = CapturedRun.of(initializer, "Ada");
    CapturedRun compile = run("compile", "-o", artifact, initializer);
    CapturedRun load = run("load", artifact, "--", "Ada");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith(initializer + ":1: error: there is no main method to take the arguments");
    assertThat(file.err()).isEqualTo(run.err());
    assertThat(compile.exitCode()).isZero();
    assertThat(load.exitCode()).isEqualTo(3);
    assertThat(load.err()).contains(artifact + ": there is no main method to take the arguments");
    assertThat(run("load", artifact).exitCode()).isZero();
  }

  @Test
  void inspect_sideEffect_saysWhatRuns() {
    String artifact = folder.resolve("init.jar").toString();
    run("compile", "-o", artifact, initializer);

    assertThat(run("inspect", artifact).out()).contains("start          initializer");
    assertThat(run("inspect", "--format", "json", artifact).out())
        .contains("\"form\" : \"initializer\"");
  }

  private CapturedRun run(String command, String... rest) {
    List<String> words =
        new ArrayList<>(
            List.of(command.replace("out.jar", folder.resolve("out.jar").toString()).split(" ")));
    words.addAll(List.of(rest));
    return CapturedRun.of(words.toArray(String[]::new));
  }
}
