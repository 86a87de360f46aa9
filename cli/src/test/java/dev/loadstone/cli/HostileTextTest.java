package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.Loadstone;
import dev.loadstone.cli.report.ParsedJson;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Text that is not ours, in every place where it can come from, and what each command makes of it.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its file names hold nothing of the kind")
final class HostileTextTest {

  /** What a file can be called. */
  private static final String IN_NAME =
      "x\u001B[2J\r\nFORGED\u0007\u007F\u0085\u009B\u202E\u2066\u200F\u2028\u2029\uFEFF";

  /** What a word of a command line, a source or a message can hold. */
  private static final String IN_TEXT = IN_NAME + "\uD800";

  private static final List<String> WITH_FORMAT =
      List.of("run", "check", "compile", "load", "inspect", "deps", "cache", "doctor");

  @TempDir private static Path folder;

  private static Path hostile;

  @BeforeAll
  static void makeFiles() throws IOException {
    hostile = Files.createDirectory(folder.resolve(IN_NAME));
    PluginFiles files = new PluginFiles(hostile);
    files.source("Good.java", "public class Good { public static void main(String[] a) {} }\n");
    files.source("Other.java", "class Other {}\n");
    files.source("Raw.java", "class Raw { java.util.List raw; }\n");
    files.source("Bad.java", "class Bad { String s = \"\u001B[2J\u202E\uFEFF\" + x\u200B; }\n");
    files.source("Needing.java", "class Needing { Other other; Bad bad; }\n");
    files.source("text.jar", "no artifact");
    files.source("cache/file", "");
    files.source("Thrower.java", "class Thrower { static int i = Integer.parseInt(\"x\"); }");
    try (Loadstone loadstone = Loadstone.create()) {
      Path artifact =
          loadstone
              .sideEffects()
              .expert()
              .compile(List.of(hostile.resolve("Good.java")), hostile.resolve("good.jar"))
              .get();
      // In UTF-8, a control of direction has three bytes, as this name's first letters.
      Files.write(
          hostile.resolve("forged.jar"),
          Forgery.of(artifact, "compiler-name javac", "compiler-name \u00E2\u0080\u00AEac"));
    }
  }

  static Stream<Arguments> commands() {
    return Stream.of(
        command("@Good.java"),
        command(IN_TEXT),
        command("--" + IN_TEXT),
        command("run", "-v", "@Good.java"),
        command("run", "@Missing.java"),
        command("run", "@Bad.java"),
        command("run", "--deps", "@Needing.java"),
        command("check", "-v", "@Other.java", "@Good.java"),
        command("check", "@Raw.java"),
        command("check", "--warnings", "report", "@Raw.java"),
        command("check", "@text.jar"),
        command("check", "--each", "@."),
        command("check", "--each", "--execute", "@Bad.java", "@Good.java"),
        command("check", "--each", "@cache"),
        command("check", "--" + IN_TEXT, "@Good.java"),
        command("check", "--release", IN_TEXT, "@Good.java"),
        command("check", "--warnings", IN_TEXT, "@Good.java"),
        command("check", "--context", IN_TEXT, "@Good.java"),
        command("check", "--contract", IN_TEXT, "@Good.java"),
        command("check", "--contract", "java.util.List<" + IN_TEXT, "@Good.java"),
        command("check", "--class-path", IN_TEXT, "@Good.java"),
        command("check", "--class-path", "@*", "@Good.java"),
        command("check", "--class-path", "@text.jar", "@Good.java"),
        command("check", "--allow-package", IN_TEXT, "@Good.java"),
        command("check", "--except", IN_TEXT, "@Raw.java"),
        command("check", "--cache-dir", "@text.jar", "@Good.java"),
        command("check", "--report", IN_NAME + ".java", "@Good.java"),
        command("compile", "-v", "-o", "@out.jar", "@Good.java"),
        command("compile", "-o", "@missing/out.jar", "@Good.java"),
        command("load", "-v", "@good.jar"),
        command("load", "@text.jar"),
        command("load", "@missing.jar"),
        command("load", "@forged.jar"),
        command("inspect", "@good.jar"),
        command("inspect", "@forged.jar"),
        command("inspect", "@text.jar"),
        command("inspect", "--against", "@good.jar"),
        command("inspect", "--against", "@forged.jar"),
        command("deps", "@Good.java"),
        command("deps", "@Needing.java"),
        command("deps", "@Missing.java"),
        command("cache", "stats", "--cache-dir", "@cache"),
        command("cache", "verify", "--cache-dir", "@new"),
        command("cache", "stats", "--cache-dir", "@new"),
        command("cache", "clear", "--cache-dir", "@new"),
        command("cache", IN_TEXT),
        command("doctor", "--class-path", "@good.jar", "--cache-dir", "@new"),
        command("doctor", "--cache-dir", "@text.jar"),
        command("init", "@plugins"),
        command("init", "@cache"),
        command("init", "--class-path", "@cache", "@plugins2"),
        command("completion", IN_TEXT));
  }

  private static Arguments command(String... words) {
    return Arguments.of(List.of(words));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void execute_hostileText_isShownInTextAndUnchangedInJson(List<String> words) {
    CapturedRun text = run(words);

    assertThat(text.out() + text.err())
        .satisfies(HostileTextTest::assertShown)
        .doesNotContain("internal error");

    if (WITH_FORMAT.contains(words.get(0))) {
      List<String> forProgram = new ArrayList<>(words);
      forProgram.addAll(1, List.of("--format", "json"));
      CapturedRun json = run(forProgram);

      assertThat(json.out() + json.err()).satisfies(HostileTextTest::assertShown);
      if (!json.err().isEmpty()) {
        assertThat(ParsedJson.array(json.err()))
            .allSatisfy(
                diagnostic ->
                    assertThat(String.valueOf(diagnostic.get("source")))
                        .satisfiesAnyOf(
                            source -> assertThat(source).isEmpty(),
                            source -> assertThat(source).startsWith(hostile.toString())));
      }
    }
  }

  private static CapturedRun run(List<String> words) {
    return CapturedRun.withCache(
        Option.none(),
        words.stream().map(word -> word.replace("@", hostile + "/")).toArray(String[]::new));
  }

  private static void assertShown(String text) {
    assertThat(text.lines()).noneMatch(line -> line.startsWith("FORGED"));
    assertThat(text.replace(System.lineSeparator(), "").codePoints())
        .noneMatch(
            point ->
                switch (Character.getType(point)) {
                  case Character.CONTROL -> point != '\t';
                  case Character.FORMAT,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR,
                      Character.SURROGATE ->
                      true;
                  default -> false;
                });
  }
}
