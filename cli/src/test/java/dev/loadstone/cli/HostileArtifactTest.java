package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Artifacts that somebody made by hand, with every digest right and text of his own in one field:
 * what each command makes of them.
 */
final class HostileArtifactTest {

  /** An escape sequence as the provenance writes it, and a control of direction in UTF-8. */
  private static final String HOSTILE = "\\\\u001b[2J\u00E2\u0080\u00AE";

  /** As long as the hostile text. */
  private static final String HIDDEN = ".{12}";

  private static final String ABIS = "META-INF/loadstone/host-classes";
  private static final String WARNINGS = "META-INF/loadstone/warnings";

  @TempDir private static Path folder;

  private static Path artifact;

  @BeforeAll
  static void compilePlugin() throws IOException {
    PluginFiles files = new PluginFiles(folder);
    files.hostJar(
        "host.jar",
        "acme.pricing.Surcharges",
        "package acme.pricing; public class Surcharges {"
            + " public static final String REASON = \"a reason of some length\";"
            + " @Deprecated public static int price(int full) { return full; } }");
    files.source(
        "SurchargePlugin.java",
        "public class SurchargePlugin implements java.util.function.Supplier<java.lang.String> {"
            + " public String get() { return acme.pricing.Surcharges.REASON"
            + " + acme.pricing.Surcharges.price(1) + new java.util.Date(1, 1, 1); } }");
    artifact = folder.resolve("plugin.jar");
    assertThat(
            run(
                "compile",
                "--class-path",
                folder.resolve("host.jar").toString(),
                "--contract",
                "java.util.function.Supplier<java.lang.String>",
                "--warnings",
                "report",
                "-o",
                artifact.toString(),
                folder.resolve("SurchargePlugin.java").toString()))
        .satisfies(run -> assertThat(run.exitCode()).describedAs(run.err()).isZero());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contract-type",
        "contract-class",
        "main-class",
        "entry [0-9a-f]{64}",
        "source [0-9a-f]{64}",
        "host-class [0-9a-f]{64} [0-9a-f]{64}",
        "absent-class",
        "inlined-constant",
        "inlined-constant acme.pricing.Surcharges REASON \"?"
      })
  void execute_hostileField_isShownByEachCommand(String field) throws IOException {
    String gap = field.endsWith("?") ? "" : " ";

    assertShown(
        Forgery.of(artifact, "(" + field + gap + ")" + HIDDEN + "(.*)", "$1" + HOSTILE + "$2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"compiler-name", "compiler-version", "option"})
  void execute_shortHostileField_isShownByEachCommand(String field) throws IOException {
    assertShown(Forgery.of(artifact, "(" + field + " ).{3}(.*)", "$1\u00E2\u0080\u00AE$2"));
  }

  static Stream<List<String>> entries() {
    return Stream.of(
        List.of(ABIS, "method price ", "method \u00E2\u0080\u00AEce "),
        List.of(ABIS, "a reason of some", "\\u001b[2J\u00E2\u0080\u00AEsome"),
        List.of(ABIS, "constant \"a reason", "constant 0xreaso!n"),
        List.of(ABIS, "acme.pricing.Surcharges", "acme.pricing\u00E2\u0080\u00AE.Surchar"),
        List.of(WARNINGS, "Date(int,int", "\\u001b[2J\u00E2\u0080\u00AE"),
        List.of(WARNINGS, "compiler.warn", "\\u001b[2J\u00E2\u0080\u00AEn"),
        List.of("SurchargePlugin.java", "public class", "\u001b[2J\u00E2\u0080\u00AEclass"));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void execute_hostileTextInEntry_isShownByEachCommand(List<String> change) throws IOException {
    assertShown(Forgery.inEntry(artifact, change.get(0), change.get(1), change.get(2)));
  }

  private static void assertShown(byte[] content) throws IOException {
    Path forged = Files.write(Files.createTempFile(folder, "forged", ".jar"), content);
    String host = folder.resolve("host.jar").toString();
    for (List<String> words :
        List.of(
            List.of("inspect"),
            List.of("inspect", "--against"),
            List.of("inspect", "--against", "--class-path", host),
            List.of("inspect", "--against", "--context", "compatible"),
            List.of("inspect", "--against", "--context", "compatible", "--class-path", host),
            List.of("load"),
            List.of("load", "-v"),
            List.of("load", "--contract", "java.lang.Runnable"),
            List.of("load", "--contract", "java.util.function.Supplier<java.lang.String>"),
            List.of("check"),
            List.of("deps"))) {
      List<String> text = new ArrayList<>(words);
      text.add(forged.toString());
      List<String> json = new ArrayList<>(text);
      json.addAll(1, List.of("--format", "json"));

      assertShown(run(text.toArray(String[]::new)));
      assertShown(run(json.toArray(String[]::new)));
    }
  }

  private static void assertShown(CapturedRun run) {
    String said = run.out() + run.err();
    assertThat(said).doesNotContain("internal error", "Exception", "\u001b", "\u202E");
    assertThat(run.exitCode()).isIn(0, 1, 2, 3, 4);
  }

  private static CapturedRun run(String... words) {
    return CapturedRun.withCache(Option.none(), words);
  }
}
