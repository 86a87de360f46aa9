package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.loadstone.Loadstone;
import dev.loadstone.Warnings;
import dev.loadstone.cli.report.ParsedJson;
import dev.loadstone.domain.event.Event;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The command as a host offers it. */
final class PluginCheckTest {

  /** A host's own application. */
  @Command(name = "pricing")
  static final class PricingApp {}

  private static final String GOOD =
      """
      public class %1$s implements dev.loadstone.cli.PricingRule {
        public %1$s() { RAN.add("%1$s"); }
        public int applyAsInt(int amount) { return amount - 1; }
      }
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void execute_goodPlugin_isSilentAndRunsNothing() throws Exception {
    String file = plugin("Good", GOOD);

    int exit = host().execute("check", file);

    assertThat(exit).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEmpty();
    assertThat(PricingRule.RAN).doesNotContain("Good");
  }

  @Test
  void execute_withExecute_runsItToo() throws Exception {
    String file = plugin("Executed", GOOD);

    int exit = host().execute("check", "--execute", file);

    assertThat(exit).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(PricingRule.RAN).contains("Executed");
  }

  @Test
  void execute_each_judgesEveryFileAndReportsIntoAFile() throws Exception {
    plugin("Fine", GOOD);
    String file = plugin("NoRule", "public class %1$s {}");
    Path report = folder.resolve("report.json");

    int exit = host().execute("check", "--each", "--report", report.toString(), folder.toString());

    assertThat(exit).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEmpty();
    assertThat(ParsedJson.array(Files.readString(report)))
        .extracting(diagnostic -> diagnostic.get("source"))
        .containsExactly(file);
  }

  @Test
  void execute_fileThatNothingUses_isReported() throws Exception {
    String lone = plugin("Lone", "class %1$s {}");
    String file = plugin("Main", GOOD);

    assertThat(host().execute("check", lone, file)).isZero();
    assertThat(err.toString()).startsWith(lone + ": warning: no other file uses it");
  }

  @Test
  void execute_deps_findsTheFilesThatTheMainFileNeeds() throws Exception {
    plugin("Rebate", "final class %1$s { static final int OFF = 1; }");
    String file =
        plugin(
            "Rebated",
            """
            public class %1$s implements dev.loadstone.cli.PricingRule {
              public int applyAsInt(int amount) { return amount - Rebate.OFF; }
            }
            """);

    int exit = host().execute("check", "--deps", file);

    assertThat(err.toString()).isEmpty();
    assertThat(exit).isZero();
    assertThat(host().execute("check", file)).as("without --deps").isEqualTo(1);
  }

  @Test
  void execute_depsOfBrokenNeededFile_namesThatFile() throws Exception {
    String broken = plugin("Rebate", "final class %1$s {");
    String file = plugin("Rebated", "public class %1$s { Rebate rebate; }");

    int exit = host().execute("check", "--deps", file);

    assertThat(exit).isEqualTo(1);
    assertThat(err.toString()).startsWith(broken + ":1: error: ");
  }

  @Test
  void execute_otherContract_isAnErrorInTheWordsOfTheCommand() throws Exception {
    String file = plugin("Other", "public class Other {}");

    int exit = host().execute("check", file);

    assertThat(exit).isEqualTo(1);
    assertThat(err.toString()).startsWith(file + ":1: error: ").contains("PricingRule");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void execute_missingFile_namesTheHostsCommand() {
    String file = folder.resolve("No.java").toString();

    int exit = host().execute("check", file);

    assertThat(exit).isEqualTo(4);
    assertThat(err.toString()).startsWith("pricing check: ").contains(file);
  }

  @Test
  void execute_json_isOneArray() throws Exception {
    String file = plugin("Wrong", "public class Wrong { int x = 1.5; }");

    int exit = host().execute("check", "--format", "json", file);

    assertThat(exit).isEqualTo(1);
    assertThat(ParsedJson.array(err.toString()))
        .extracting(diagnostic -> diagnostic.get("code"))
        .contains("compiler.err.prob.found.req");
  }

  @Test
  void execute_pluginThatThrows_isNamedWithItsStackTrace() throws Exception {
    String file =
        plugin(
            "Boom",
            """
            public class Boom implements dev.loadstone.cli.PricingRule {
              public Boom() {
                dev.loadstone.cli.PricingRule.fail("out of stock");
              }
              public int applyAsInt(int amount) { return amount; }
            }
            """);

    int exit = host().execute("check", "--execute", file);

    assertThat(exit).isEqualTo(1);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("pricing check: " + file + ": the plugin's own code failed"),
            line -> assertThat(line).isEqualTo("java.lang.IllegalStateException: out of stock"),
            line -> assertThat(line).startsWith("\tat ").contains("PricingRule.fail("),
            line -> assertThat(line).startsWith("\tat ").contains("Boom.<init>(Boom.java:3)"));
  }

  @Test
  void execute_pluginThatThrowsForProgram_isOneArrayWithItsStackTrace() throws Exception {
    String file =
        plugin(
            "Bang",
            """
            public class Bang implements dev.loadstone.cli.PricingRule {
              public Bang() { throw new IllegalStateException("bang"); }
              public int applyAsInt(int amount) { return amount; }
            }
            """);

    int exit = host().execute("check", "--execute", "--format=json", file);

    assertThat(exit).isEqualTo(1);
    assertThat(ParsedJson.array(err.toString()))
        .singleElement()
        .satisfies(
            diagnostic ->
                assertThat(diagnostic.get("message")).asString().contains("bang", "Bang.java:2"));
  }

  @Test
  void execute_reportedWarning_isToldWhenTheCommandOpensTheLibrary() throws Exception {
    String file =
        plugin(
            "Dated",
            """
            public class Dated implements dev.loadstone.cli.PricingRule {
              public int applyAsInt(int amount) { return new java.util.Date(1, 2, 3).getYear(); }
            }
            """);
    List<Event> own = Collections.synchronizedList(new ArrayList<>());
    CommandSpec check =
        PluginCheck.opening(
            listener ->
                Loadstone.builder()
                    .hostClassLoader(PricingRule.class.getClassLoader())
                    .warnings(Warnings.reported())
                    .listener(listener.andThen(own::add))
                    .build(),
            loadstone -> loadstone.loader(PricingRule.class));

    int exit = host(check).execute("check", file);

    assertThat(exit).isZero();
    assertThat(err.toString()).startsWith(file + ":2: warning: ");
    assertThat(own).isNotEmpty();
  }

  @Test
  void execute_opening_opensOncePerCheckAndNeverForHelp() throws Exception {
    String file = plugin("Twice", GOOD);
    AtomicInteger opened = new AtomicInteger();
    CommandSpec check =
        PluginCheck.opening(
            listener -> {
              opened.incrementAndGet();
              return library(listener);
            },
            loadstone -> loadstone.loader(PricingRule.class));
    CommandLine host = host(check);

    int help = host.execute("check", "--help");
    int first = host.execute("check", file);
    int second = host.execute("check", file);

    assertThat(List.of(help, first, second)).containsOnly(0);
    assertThat(opened).hasValue(2);
    assertThat(out.toString())
        .contains("pricing check", "FILE", "--execute", "--format", "runs nothing of it");
  }

  @Test
  void execute_using_leavesTheHostsLibraryOpen() throws Exception {
    String file = plugin("Shared", GOOD);
    try (Loadstone loadstone = library(event -> {})) {
      CommandLine host =
          host(PluginCheck.using(loadstone, library -> library.loader(PricingRule.class)));

      int exit = host.execute("check", file);

      assertThat(exit).isZero();
      assertThat(loadstone.loader(PricingRule.class).load(List.of(Path.of(file))).get())
          .isInstanceOf(PricingRule.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          check               | Missing required parameter: 'FILE'
          check --nope A.java | Unknown option: '--nope'
          check --format xml A.java | Invalid value for option '--format': 'xml' is not one of json, text
          """)
  void execute_wrongUse_isLeftToTheHostsHandler(String line, String message) {
    int exit = host().execute(line.split(" "));

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).startsWith(message).contains("Usage: pricing check");
  }

  @Test
  void execute_nul_isWrongUse() {
    int exit = host().execute("check", "a\0.java");

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).startsWith("not a path on this system: ");
  }

  @Test
  void execute_loaderThatThrows_isLeftToTheHostsHandler() {
    List<Exception> handled = new ArrayList<>();
    CommandLine host =
        host(
            PluginCheck.opening(
                PluginCheckTest::library, loadstone -> loadstone.loader(int.class)));
    host.setExecutionExceptionHandler(
        (thrown, commandLine, parsed) -> {
          handled.add(thrown);
          return 99;
        });

    int exit = host.execute("check", "A.java");

    assertThat(exit).isEqualTo(99);
    assertThat(handled).singleElement().isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void opening_null_isRefusedAtOnce() {
    assertThatNullPointerException()
        .isThrownBy(() -> PluginCheck.opening(null, loadstone -> loadstone.sideEffects()))
        .withMessage("open");
  }

  private CommandLine host() {
    return host(
        PluginCheck.opening(
            PluginCheckTest::library, loadstone -> loadstone.loader(PricingRule.class)));
  }

  private CommandLine host(CommandSpec check) {
    return new CommandLine(new PricingApp())
        .addSubcommand("check", check)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err));
  }

  private static Loadstone library(Consumer<Event> listener) {
    return Loadstone.builder()
        .hostClassLoader(PricingRule.class.getClassLoader())
        .listener(listener)
        .build();
  }

  private String plugin(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name + ".java"), text.formatted(name)).toString();
  }
}
