package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.report.ExitCode;
import dev.loadstone.cli.report.Outcome;
import dev.loadstone.cli.report.ParsedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether an artifact would load here, and why not, as {@code inspect --against} tells it. */
final class InspectAgainstTest {

  private static final String REFUSED =
      "loadstone: @rebate.jar: built in another context than this process, so it was not loaded."
          + " Compile it again here, or load it where it was built:\n";

  @TempDir private Path folder;

  private PluginFiles files;

  @BeforeEach
  void compilePlugin() throws IOException {
    files = new PluginFiles(folder);
    rule("then.jar", "public static int price(int full) { return full; }");
    rule(
        "more.jar",
        "public static int price(int full) { return full; } public static void clear() {}");
    rule("now.jar", "public static int price(long full) { return 1; }");
    files.source(
        "Rebate.java",
        """
        public class Rebate {
          static { System.out.println("loaded"); }
          public static void main(String[] args) {
            System.out.println(acme.Rule.price(9));
          }
        }
        """);
    assertThat(
            run("compile --class-path @then.jar -o @rebate.jar @Rebate.java").outcome().exitCode())
        .isZero();
  }

  private void rule(String jar, String member) throws IOException {
    files.hostJar(jar, "acme.Rule", "package acme; public class Rule { " + member + " }");
  }

  /** Runs words, of which {@code @} begins the name of a file in the folder. */
  private CapturedRun run(String line) {
    return CapturedRun.of(
        Stream.of(line.split(" "))
            .map(word -> word.replace("@", folder + "/"))
            .toArray(String[]::new));
  }

  private String here(String text) {
    return text.replace("@", folder + "/").replace("\n", System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--class-path @then.jar",
        "--context exact --class-path @then.jar",
        "--context compatible --class-path @then.jar",
        "--context compatible --class-path @more.jar",
        "--allow-package acme --class-path @then.jar",
      })
  void against_hostThatFits_saysSoAndLoadsNothing(String options) {
    CapturedRun run = run("inspect --against " + options + " @rebate.jar");

    assertThat(run)
        .isEqualTo(
            new CapturedRun(
                Outcome.of(ExitCode.DONE),
                here("@rebate.jar: fits this context, and would be loaded\n"),
                ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                            | class is gone
          --class-path @more.jar                        | method clear() was added
          --class-path @now.jar                         | method price(int) is now price(long)
          --context compatible                          | class is gone; used by Rebate
          --context compatible --class-path @now.jar    | method price(int) is gone; there is price(long); used by Rebate
          --allow-package acme.api --class-path @then.jar | the class does not exist for plugins, since its package is not allowed: allowed is acme.api
          """)
  void against_hostThatDoesNotFit_saysWhyAndExitsAsLoadDoes(String options, String difference) {
    String words = (options + " @rebate.jar").strip();

    CapturedRun run = run("inspect --against " + words);

    assertThat(run.err()).isEqualTo(here(REFUSED + "  acme.Rule: " + difference + "\n"));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run("load " + words)).isEqualTo(run);
  }

  @Test
  void against_switchThatIsNoLongerExhaustive_saysThatItFitsAndWhatHasNoCase() throws IOException {
    files.hostJar("one.jar", "acme.Kind", "package acme; public enum Kind { A }");
    files.hostJar("two.jar", "acme.Kind", "package acme; public enum Kind { A, B }");
    files.source(
        "Choice.java",
        "public class Choice { static { System.out.print(switch (acme.Kind.A) { case A -> 1; }); } }");
    run("compile --class-path @one.jar -o @choice.jar @Choice.java");
    String options = "--context compatible --class-path @two.jar @choice.jar";

    CapturedRun run = run("inspect --against " + options);

    assertThat(run)
        .isEqualTo(
            new CapturedRun(
                Outcome.of(ExitCode.DONE),
                here(
                    "@choice.jar: fits this context, and would be loaded\n"
                        + "  acme.Kind: enum constant B was added;"
                        + " no case for it in the exhaustive switch of Choice\n"),
                ""));
    assertThat(run("load " + options).exitCode()).isZero();
    CapturedRun json = run("inspect --against --format json " + options);
    assertThat(json.exitCode()).isZero();
    assertThat(json.out()).contains("\"kind\" : \"MISSING_CASE\"");
  }

  @Test
  void against_jsonAndHostThatFits_isAnEmptyArray() {
    CapturedRun run = run("inspect --against --format json --class-path @then.jar @rebate.jar");

    assertThat(run.exitCode()).isZero();
    assertThat(ParsedJson.array(run.out())).isEmpty();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void against_jsonAndHostThatDoesNotFit_isAnArrayOfDifferences() {
    CapturedRun run =
        run(
            "inspect --against --format json --context compatible --class-path @now.jar @rebate.jar");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(ParsedJson.array(run.out()))
        .isEqualTo(
            List.of(
                Map.of(
                    "kind", "HOST_MEMBER",
                    "subject", "acme.Rule",
                    "builtWith", "method price(int)",
                    "foundNow", "price(long)",
                    "description",
                        "method price(int) is gone; there is price(long); used by Rebate")));
    assertThat(ParsedJson.array(run.err()))
        .singleElement()
        .satisfies(
            error ->
                assertThat(String.valueOf(error)).contains("code=loadstone.err.context.mismatch"));
  }

  @ParameterizedTest
  @CsvSource({
    "--class-path @then.jar, --class-path",
    "--allow-package acme, --allow-package",
    "--context compatible, --context",
    "--context compatible --class-path @then.jar, --class-path",
  })
  void inspect_optionOfAgainstAlone_isWrongUse(String options, String named) {
    CapturedRun run = run("inspect " + options + " @rebate.jar");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            here(
                "loadstone: "
                    + named
                    + " says what to compare with, and needs --against beside it\n"
                    + "Try 'loadstone inspect --help' for its use.\n"));
    assertThat(run.out()).isEmpty();
  }

  @Test
  void against_classPathThatIsMissing_isWrongUse() {
    CapturedRun run = run("inspect --against --class-path @gone.jar @rebate.jar");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("loadstone: --class-path: ").contains("gone.jar");
  }

  @ParameterizedTest
  @CsvSource({
    "4, missing.jar, no such file",
    "3, then.jar, not an artifact of Loadstone: it is a JAR or ZIP that Loadstone did not write",
    "3, damaged.jar, a damaged artifact: ",
  })
  void against_fileThatIsNoArtifact_isRefusedAsLoadRefusesIt(
      int exitCode, String file, String reason) throws IOException {
    byte[] artifact = Files.readAllBytes(folder.resolve("rebate.jar"));
    Files.write(folder.resolve("damaged.jar"), Arrays.copyOf(artifact, artifact.length - 9));

    CapturedRun run = run("inspect --against --class-path @then.jar @" + file);

    assertThat(run.err()).startsWith(here("loadstone: @" + file + ": " + reason));
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void against_artifactOfAnotherFormat_saysWhichIsUnderstood() throws IOException {
    byte[] newer = Forgery.of(folder.resolve("rebate.jar"), "format 7", "format 8");
    Files.write(folder.resolve("rebate.jar"), newer);

    CapturedRun run = run("inspect --against --class-path @then.jar @rebate.jar");

    assertThat(run.err())
        .isEqualTo(
            here(
                REFUSED
                    + "  artifact format: built with 8, and this build of Loadstone reads 7 only\n"));
    assertThat(run.exitCode()).isEqualTo(3);
  }
}
