package dev.loadstone.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.CapturedRun;
import dev.loadstone.cli.report.Outcome;
import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.ParsedJson;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandInterpreterTest {

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void execute_help_describesEveryCommandOnStandardOutput(String option) {
    CapturedRun run = CapturedRun.of(option);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("Usage: loadstone ")
        .contains(Commands.all().stream().map(Command::summary).toList());
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "check", "compile", "load", "inspect", "deps", "cache", "doctor"})
  void execute_helpOfCommand_describesItOnStandardOutput(String name) {
    CapturedRun run = CapturedRun.of(name, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("Usage: loadstone " + name + " ")
        .contains(Commands.named(name).get().summary(), "--format")
        .doesNotContain("\u001b");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-V", "--version"})
  void execute_version_printsNameAndVersion(String option) {
    CapturedRun run = CapturedRun.of(option);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).matches("loadstone \\d+\\.\\d+\\.\\d+\\S*\\R");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                  | what is to be done? Name a command or a Java source file
          --nope                              | unknown option '--nope' (options follow the command: loadstone run --nope ...)
          run                                 | Missing required parameter: 'FILE'
          run A.java --nope                   | Unknown option: '--nope' (arguments of the plugin follow --)
          check A.java --nope                 | Unknown option: '--nope'
          check                               | Missing required parameter: 'FILE'
          compile A.java                      | Missing required option: '-o=OUT'
          load                                | Missing required parameter: 'ARTIFACT'
          inspect                             | Missing required parameter: 'ARTIFACT'
          deps                                | Missing required parameter: 'MAIN'
          deps A.java B.java                  | Unmatched argument at index 1: 'B.java'
          check --deps A.java B.java          | --deps: give only the main file; the files that it needs are found
          inspect a.jar b.jar                 | Unmatched argument at index 1: 'b.jar'
          run --context loose A.java          | Invalid value for option '--context': 'loose' is not one of compatible, exact
          run --warnings maybe A.java         | Invalid value for option '--warnings': 'maybe' is not one of errors, ignore, report
          run --format xml A.java             | Invalid value for option '--format': 'xml' is not one of json, text
          run --release new A.java            | Invalid value for option '--release': 'new' is not an int
          run --class-path no.jar A.java      | --class-path: no.jar: there is no such file or folder
          run --contract no.Such A.java       | --contract: there is no class no.Such in the JDK or in --class-path. Give the full name of a public class or interface, as for each of its type arguments
          run --cache-dir x --no-cache A.java | --no-cache leaves nothing to be kept in --cache-dir; give one of them
          run --cache-dir= A.java             | --cache-dir: the name of the folder is empty
          cache                               | `Missing required parameter: 'stats|verify|clear'`
          cache purge                         | `Invalid value for positional parameter at index 0 (stats|verify|clear): 'purge' is not one of clear, stats, verify`
          cache stats now                     | Unmatched argument at index 1: 'now'
          cache stats clear                   | Unmatched argument at index 1: 'clear'
          cache stats --no-cache              | Unknown option: '--no-cache'
          cache --cache-dir= stats            | --cache-dir: the name of the folder is empty
          run --contract java.lang.Runnable A.java -- x | arguments after -- go to the main method of a side-effect plugin; with --contract nothing takes them
          """)
  void execute_wrongUse_saysWhatAndWhereToReadOn(String line, String message) {
    CapturedRun run = CapturedRun.of(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .hasSize(2)
        .startsWith("loadstone: " + message)
        .element(1)
        .asString()
        .matches("Try 'loadstone .*--help' for .*\\.");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 7, 99})
  void execute_releaseThatIsNotSupported_isWrongUseAndSaysWhichAre(int release) {
    CapturedRun run = CapturedRun.of("check", "--release", "" + release, "A.java");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "loadstone: --release: "
                + release
                + " is not supported here; give one from 8 to "
                + Runtime.version().feature());
  }

  @Test
  void execute_wrongUseForProgram_isOneJsonArray() {
    CapturedRun run = CapturedRun.of("check", "--format", "json", "--nope");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(ParsedJson.array(run.err()))
        .singleElement()
        .satisfies(
            diagnostic ->
                assertThat(diagnostic)
                    .containsEntry("severity", "ERROR")
                    .containsEntry("code", "loadstone.err.usage"));
  }

  @Test
  void execute_privateContract_isWrongUse() {
    CapturedRun run =
        CapturedRun.of("check", "--contract", "java.lang.ProcessEnvironment", "A.java");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("loadstone: --contract: ").contains("ProcessEnvironment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme.*", "", "a..b", "com.new.api"})
  void execute_wrongAllowedPackage_isWrongUse(String packages) {
    CapturedRun run = CapturedRun.of("check", "--allow-package", packages, "No.java");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("loadstone: --allow-package: '");
  }

  @Test
  void execute_mistypedCommand_saysThatItIsNone() {
    CapturedRun run = CapturedRun.of("chek", "Hello.java");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            """
            loadstone: 'chek' is neither a command nor a Java source file
            Try 'loadstone --help' for the commands.
            """);
  }

  @Test
  void execute_argumentWithoutSeparator_saysWhereItBelongs() {
    CapturedRun run = CapturedRun.of("run", "world");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("If 'world' is an argument of the plugin, put -- before it.");
  }

  @Test
  void execute_nul_isWrongUse() {
    CapturedRun run = CapturedRun.of("check", "a\0.java");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("loadstone: not a path on this system: ");
  }

  @Test
  void execute_bug_saysHowToReportIt() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream broken =
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void println(Object line) {
            throw new IllegalStateException("broken");
          }
        };

    Outcome outcome =
        new CommandInterpreter(
                Output.of(broken),
                Output.of(new PrintStream(err, true, UTF_8)),
                work -> {},
                Option.none())
            .execute(List.of("--version"));

    assertThat(outcome).isEqualTo(Outcome.of(70));
    assertThat(err.toString(UTF_8))
        .startsWith("loadstone: internal error: java.lang.IllegalStateException: broken")
        .contains("report", "-v")
        .doesNotContain("\tat ");
  }
}
