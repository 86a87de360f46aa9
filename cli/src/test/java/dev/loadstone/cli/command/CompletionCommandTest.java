package dev.loadstone.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.loadstone.cli.CapturedRun;
import dev.loadstone.cli.Execution;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shells themselves make of the script. */
final class CompletionCommandTest {

  @TempDir Path folder;

  private Path script;

  @BeforeEach
  void writeScriptAndFiles() throws Exception {
    script =
        Files.writeString(folder.resolve("completion"), CapturedRun.of("completion", "bash").out());
    for (String name : List.of("Hello.java", "A b.java", "x.jar")) {
      Files.createFile(folder.resolve(name));
    }
    Files.createDirectory(folder.resolve("sub"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void execute_shell_printsAScriptThatItCanRead(String shell) throws Exception {
    assumeInstalled(shell);
    CapturedRun run = CapturedRun.of("completion", shell);

    Files.writeString(script, run.out());
    Execution read = Execution.of(folder, Map.of(), List.of(shell, "-n", script.toString()));

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(read).isEqualTo(new Execution(0, "", ""));
  }

  @Test
  void execute_otherShell_isWrongUse() {
    CapturedRun run = CapturedRun.of("completion", "fish");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("'fish' is not one of bash, zsh");
  }

  @Test
  void execute_help_saysWhereTheScriptGoes() {
    CapturedRun run = CapturedRun.of("completion", "--help");

    assertThat(run.out())
        .contains(
            "~/.bashrc:  source <(loadstone completion bash)",
            "~/.zshrc:   source <(loadstone completion zsh)");
  }

  @Test
  void bash_firstWord_isACommandOrAFile() throws Exception {
    List<String> offered = inBash("");

    assertThat(offered)
        .containsAll(Commands.all().stream().map(Command::name).toList())
        .contains("Hello.java", "A b.java", "sub");
  }

  @Test
  void bash_options_areThoseOfTheCommandsHelp() throws Exception {
    for (Command command : Commands.all()) {
      List<String> options =
          Grammar.spec(command).options().stream()
              .flatMap(option -> Stream.of(option.names()))
              .toList();

      assertThat(inBash(command.name(), "-"))
          .as(command.name())
          .containsExactlyInAnyOrderElementsOf(options);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          chec                   | check
          check --form           | --format
          `check --format `      | json text
          check --format j       | json
          run --warnings r       | report
          `load --context `      | compatible exact
          check H                | Hello.java
          check A                | A b.java
          check --format json H  | Hello.java
          check --class-path x   | x.jar
          check --cache-dir s    | sub
          cac                    | cache
          `cache `               | clear stats verify
          cache --cache-dir s    | sub
          cache ve               | verify
          compile -o x           | x.jar
          inspect x              | x.jar
          inspect --a            | --against --allow-package
          `completion `          | bash zsh
          completion z           | zsh
          `check --release `     | ``
          """)
  void bash_words_completeTheLast(String line, String offers) throws Exception {
    List<String> offered = inBash(line.split(" ", -1));

    assertThat(String.join(" ", offered)).isEqualTo(offers);
  }

  @Test
  void zsh_lines_complete() throws Exception {
    assumeInstalled("zsh");
    List<String> typed =
        List.of(
            "loadstone comple",
            "loadstone check --form",
            "loadstone check --format j",
            "loadstone run --warnings rep",
            "loadstone completion z",
            "loadstone cache sta",
            "loadstone Hel",
            "loadstone check A",
            "loadstone check --class-path su",
            "loadstone compile -o x");

    Execution execution = inZsh(typed);

    assertThat(execution.out().lines())
        .as(execution.err())
        .containsExactly(
            "completion",
            "check|--format",
            "check|--format|json",
            "run|--warnings|report",
            "completion|zsh",
            "cache|stats",
            "Hello.java",
            "check|A b.java",
            "check|--class-path|sub",
            "compile|-o|x.jar");
  }

  private List<String> inBash(String... words) throws Exception {
    assumeInstalled("bash");
    List<String> line =
        new ArrayList<>(List.of("bash", driver("complete.bash"), script.toString(), "loadstone"));
    line.addAll(List.of(words));
    Execution execution = Execution.of(folder, Map.of(), line);
    assertThat(execution.err()).isEmpty();
    return Stream.of(execution.out().split("[<>]")).filter(word -> !word.isEmpty()).toList();
  }

  private Execution inZsh(List<String> lines) throws Exception {
    List<String> line =
        new ArrayList<>(List.of("zsh", "-f", driver("complete.zsh"), script.toString()));
    line.addAll(lines);
    return Execution.of(folder, Map.of("HOME", folder.toString()), line);
  }

  private String driver(String name) throws Exception {
    Path file = folder.resolve("sub").resolve(name);
    try (InputStream resource = CompletionCommandTest.class.getResourceAsStream(name)) {
      Files.write(file, resource.readAllBytes());
    }
    return file.toString();
  }

  private static void assumeInstalled(String shell) {
    assumeThat(System.getenv("PATH").split(File.pathSeparator))
        .as("%s is not installed", shell)
        .anyMatch(entry -> Files.isExecutable(Path.of(entry, shell)));
  }
}
