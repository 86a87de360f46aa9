package dev.loadstone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Artifacts whose digests are right, and of which one field of the provenance is hostile: what each
 * command makes of them.
 */
final class ForgedFieldsTest {

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("inspect"),
          List.of("inspect", "--format", "json"),
          List.of("inspect", "--against"),
          List.of("inspect", "--against", "--format", "json"),
          List.of("load"),
          List.of("load", "--context", "compatible"),
          List.of("load", "--format", "json"));

  /** Each is a line of the provenance, up to what is replaced. */
  private static final Pattern FIELD =
      Pattern.compile(
          "(?m)^((?:entry|source) [0-9a-f]{64} |host-class [0-9a-f]{64} [0-9a-f]{64} |[a-z-]+ )(.*)$");

  @TempDir private static Path folder;

  private static Path artifact;
  private static Path host;

  @BeforeAll
  static void compile() throws Exception {
    host = Files.createDirectory(folder.resolve("host"));
    Path api =
        Files.writeString(
            folder.resolve("Api.java"),
            """
            package api;
            public class Api {
              public static final int LIMIT = 10;
              private void hidden() {}
              public static class Base { protected String name() { return ""; } }
              public static class Rule extends Base { private void own() {} }
            }
            """);
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", host.toString(), api.toString()))
        .isZero();
    Path source =
        Files.writeString(
            folder.resolve("Task.java"),
            """
            package task;
            import api.*;
            public class Task extends Api.Rule {
              public static void main(String[] arguments) {
                System.out.println(new Task().name() + Api.LIMIT);
              }
            }
            """);
    artifact = folder.resolve("task.jar");
    assertThat(
            CapturedRun.of(
                "compile",
                "--class-path",
                host.toString(),
                "-o",
                artifact.toString(),
                source.toString()))
        .satisfies(run -> assertThat(run.err()).isEmpty());
  }

  /** Returns the first line of each key, with what stands for its value. */
  static Stream<String> fields() throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    Matcher matcher = FIELD.matcher(provenance());
    while (matcher.find()) {
      String key = matcher.group(1).substring(0, matcher.group(1).indexOf(' '));
      if (!key.equals("digest") && !key.equals("format")) {
        lines.putIfAbsent(key, matcher.group());
      }
    }
    return lines.values().stream();
  }

  @Test
  void fields_ofTheArtifact_areAllThatThereAre() throws IOException {
    assertThat(fields().map(line -> line.substring(0, line.indexOf(' '))))
        .contains(
            "library",
            "compiler-name",
            "compiler-version",
            "runtime",
            "release",
            "option",
            "contract",
            "request",
            "main-class",
            "start",
            "start-line",
            "entry",
            "source",
            "host-class",
            "absent-class",
            "inlined-constant");
  }

  @ParameterizedTest
  @MethodSource("fields")
  void execute_forgedField_isShownOrRefused(String line) throws IOException {
    for (String hostile : List.of("\u202E", "\\u001b[2J", "../", "\"", "a.b/c d")) {
      Option<byte[]> forged = forged(line, hostile);
      if (forged.isDefined()) {
        Path file = Files.write(folder.resolve("forged.jar"), forged.get());

        COMMANDS.forEach(command -> assertTame(command, file));
      }
    }
  }

  private static void assertTame(List<String> command, Path file) {
    List<String> words = new ArrayList<>(command);
    if (command.contains("load") || command.contains("--against")) {
      words.addAll(List.of("--class-path", host.toString()));
    }
    words.add(file.toString());

    CapturedRun run = CapturedRun.of(words.toArray(String[]::new));

    assertThat(run.exitCode()).as(words + run.err()).isIn(0, 3);
    assertThat(run.out() + run.err())
        .as("%s", words)
        .doesNotContain("internal error")
        .doesNotContain("\u001B")
        .doesNotContain("\u202E");
  }

  /** Makes a value of the same length in bytes, which begins with something hostile. */
  private static Option<byte[]> forged(String line, String hostile) throws IOException {
    Matcher field = FIELD.matcher(line);
    assertThat(field.matches()).isTrue();
    int length = field.group(2).getBytes(UTF_8).length;
    int rest = length - hostile.getBytes(UTF_8).length;
    if (rest < 0) {
      return Option.none();
    }
    // The artifact is read as one character for each byte.
    String value =
        new String(
            (hostile + "x".repeat(rest)).getBytes(UTF_8),
            java.nio.charset.StandardCharsets.ISO_8859_1);
    return Option.some(
        Forgery.of(
            artifact, Pattern.quote(line), Matcher.quoteReplacement(field.group(1) + value)));
  }

  private static String provenance() throws IOException {
    try (ZipFile jar = new ZipFile(artifact.toFile())) {
      return new String(
          jar.getInputStream(jar.getEntry("META-INF/loadstone/provenance")).readAllBytes(), UTF_8);
    }
  }
}
