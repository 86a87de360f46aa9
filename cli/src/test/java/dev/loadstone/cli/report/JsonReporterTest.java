package dev.loadstone.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.error.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonReporterTest {

  private static final Diagnostic WARNING =
      new Diagnostic(
          Severity.WARNING,
          "compiler.warn.x",
          "a \"quote\",\na second line, \u00fcml\u00e4ut",
          "A.java",
          3,
          9,
          "\tint x;",
          "unchecked");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final JsonReporter reporter =
      JsonReporter.toError(Output.of(new PrintStream(written, true, UTF_8)));

  @Test
  void finish_nothingToTell_writesNothing() {
    reporter.progress("compiled");
    reporter.advice("try");

    reporter.finish(Outcome.of(ExitCode.DONE));

    assertThat(text()).isEmpty();
  }

  @Test
  void finish_diagnostic_hasEveryAccessor() {
    reporter.warnings(List.of(WARNING));

    reporter.finish(Outcome.of(ExitCode.DONE));

    Map<String, Object> object = ParsedJson.array(text()).get(0);
    assertThat(object.keySet())
        .containsExactlyElementsOf(
            Arrays.stream(Diagnostic.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
    assertThat(object)
        .containsEntry("severity", "WARNING")
        .containsEntry("code", WARNING.code())
        .containsEntry("message", WARNING.message())
        .containsEntry("source", "A.java")
        .containsEntry("line", 3L)
        .containsEntry("column", 9L)
        .containsEntry("sourceLine", "\tint x;")
        .containsEntry("lint", "unchecked");
  }

  @Test
  void finish_anyText_isAscii() {
    reporter.warnings(List.of(WARNING));

    reporter.finish(Outcome.of(ExitCode.DONE));

    assertThat(text().chars()).allMatch(c -> c < 128);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("control characters", "\u0000\u001B[31m\u0007\u007F\u009B\t\r\n\b\f"),
        Arguments.of("separators of lines", "a\u2028b\u2029c\u0085d"),
        Arguments.of("controls of direction", "\u202E\u2066\u2069\u200F"),
        Arguments.of("characters outside the BMP", "\uD83D\uDE00 \uDB40\uDC01"),
        Arguments.of("surrogates without their other half", "\uDC00 \uD800"),
        Arguments.of("a surrogate at the end", "x\uD83D"),
        Arguments.of("wide characters", "\u4E16\u754C e\u0301"),
        Arguments.of("what JSON itself uses", "\"\\/{}[],:'</script>"),
        Arguments.of("tabs", "\t\tint x;"),
        Arguments.of("nothing", ""),
        Arguments.of("a very long line", "x".repeat(100_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void finish_anyTextAnywhere_isReadBackAsItWas(String what, String text) {
    reporter.warnings(
        List.of(
            new Diagnostic(
                Severity.ERROR,
                text,
                text,
                text,
                Diagnostic.NO_POSITION,
                Long.MAX_VALUE,
                text,
                text)));

    reporter.finish(Outcome.of(ExitCode.DONE));

    Map<String, Object> object = ParsedJson.array(text()).get(0);
    assertThat(List.of("code", "message", "source", "lint"))
        .as(what)
        .allSatisfy(key -> assertThat(object).containsEntry(key, text));
    assertThat(text).endsWith((String) object.get("sourceLine"));
    assertThat(object).containsEntry("line", -1L).containsEntry("column", Long.MAX_VALUE);
    assertThat(text().chars()).allMatch(c -> c < 128);
  }

  @Test
  void finish_warningsAndErrors_areOneArray() {
    reporter.warnings(List.of(WARNING));
    reporter.error(new CompilationFailed(List.of(Diagnostic.error("x", "first", "A.java"))));
    reporter.error(new SourceNotFound(Path.of("B.java"), Unreadable.MISSING, null));

    reporter.finish(Outcome.of(ExitCode.DONE));

    assertThat(ParsedJson.array(text()))
        .extracting(object -> object.get("code"), object -> object.get("source"))
        .containsExactly(
            tuple("compiler.warn.x", "A.java"),
            tuple("x", "A.java"),
            tuple("loadstone.err.source.not.found", "B.java"));
  }

  @ParameterizedTest
  @EnumSource
  void finish_caution_isAWarningWithACodeOfOurs(Reporter.Caution kind) {
    reporter.caution(kind, "the disk is full");

    reporter.finish(Outcome.of(ExitCode.DONE));

    assertThat(ParsedJson.array(text()))
        .singleElement()
        .satisfies(
            object ->
                assertThat(object)
                    .containsEntry("severity", "WARNING")
                    .containsEntry("code", kind.code())
                    .containsEntry("message", "the disk is full")
                    .containsEntry("source", "")
                    .containsEntry("line", -1L));
  }

  @Test
  void finish_twice_writesOnce() {
    reporter.warnings(List.of(WARNING));

    reporter.finish(Outcome.of(ExitCode.DONE));
    reporter.finish(Outcome.of(ExitCode.DONE));

    assertThat(ParsedJson.array(text())).hasSize(1);
  }

  @Test
  void pluginFailure_stackTrace_isInTheMessage() {
    Outcome outcome =
        reporter.pluginFailure(new PluginFailed("A.java", new IllegalStateException("boom")));

    reporter.finish(Outcome.of(ExitCode.DONE));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.isReported()).isTrue();
    assertThat(ParsedJson.array(text()))
        .singleElement()
        .satisfies(
            object ->
                assertThat(object)
                    .containsEntry("code", "loadstone.err.plugin.failed")
                    .containsEntry("source", "A.java")
                    .containsEntry("message", "java.lang.IllegalStateException: boom"));
  }

  private String text() {
    return written.toString(UTF_8);
  }
}
