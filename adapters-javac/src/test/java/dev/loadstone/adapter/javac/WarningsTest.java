package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticRenderer;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import io.vavr.control.Try;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class WarningsTest {

  private static final String RAW_AND_UNCHECKED =
      "class Main {\n  java.util.List list;\n  void add() { list.add(1); }\n}\n";

  @ParameterizedTest
  @MethodSource
  void compile_sourceWithAWarning_givesItWithItsKey(String key, String source) {
    List<Diagnostic> warnings =
        Compiling.sideEffect().compile("Main.java", source).get().warnings();

    assertThat(warnings)
        .extracting(Diagnostic::lint, Diagnostic::source, Diagnostic::line)
        .containsExactly(tuple(key, "Main.java", 2L));
  }

  static Stream<Arguments> compile_sourceWithAWarning_givesItWithItsKey() {
    return Stream.of(
        arguments("rawtypes", "class Main {\n java.util.List list; }"),
        arguments("cast", "class Main {\n int i = (int) 1; }"),
        arguments("divzero", "class Main {\n int i = 1 / 0; }"),
        arguments("empty", "class Main { void m(int i) {\n if (i > 0); } }"),
        arguments(
            "fallthrough",
            "class Main { void m(int i) { switch (i) { case 1: i++;\n case 2: i--; } } }"),
        arguments(
            "finally", "class Main { int m() { try { return 1; } finally { return 2;\n } } }"),
        arguments(
            "deprecation",
            "class Main {\n @SuppressWarnings(\"removal\") java.util.Observable o; }"),
        arguments("removal", "class Main {\n SecurityManager s; }"),
        arguments(
            "try",
            "class Main { void m(java.io.StringReader in) throws Exception {\n try (var r = in) { } } }"),
        arguments("", "class Main {\n java.util.List<?> l = java.util.Arrays.asList(null); }"));
  }

  @ParameterizedTest
  @MethodSource
  void compile_warningWithoutALintKey_isExceptedByItsCode(int release, String code, String source) {
    String key = "compiler.warn." + code;
    Compiling compiling = Compiling.sideEffect().release(release);
    Try<Compilation> shown = compiling.warnings(Treatment.REPORTED).compile("Main.java", source);
    Try<Compilation> counting = compiling.warnings(Treatment.ERRORS).compile("Main.java", source);
    Try<Compilation> hidden =
        compiling.warnings(Treatment.REPORTED, key).compile("Main.java", source);

    assertThat(shown.get().warnings())
        .extracting(Diagnostic::code, Diagnostic::lint, Diagnostic::line)
        .containsExactly(tuple(key, "", 2L));
    assertThat(counting.get().warnings()).isEqualTo(shown.get().warnings());
    assertThat(hidden.get().warnings()).isEmpty();
  }

  /** The warnings of javac 17 and 25 that have no lint key and a position in a source. */
  static Stream<Arguments> compile_warningWithoutALintKey_isExceptedByItsCode() {
    return Stream.of(
        arguments(
            17,
            "inexact.non-varargs.call",
            "class Main {\n String s = String.format(\"%s\", null); }"),
        arguments(
            17,
            "unreachable.catch",
            """
            class Main { void m() { try { throw new java.io.FileNotFoundException(); } catch (java.io.FileNotFoundException e) {
            } catch (java.io.IOException e) { } } }"""),
        arguments(
            17,
            "unreachable.catch.1",
            """
            class Main { void m(int i) { try { if (i > 0) { throw new java.io.FileNotFoundException(); } throw new java.io.EOFException(); } catch (java.io.FileNotFoundException | java.io.EOFException e) {
            } catch (java.io.IOException e) { } } }"""),
        arguments(8, "restricted.type.not.allowed", "class Main {\n class var { } }"),
        arguments(8, "underscore.as.identifier", "class Main {\n int _ = 1; }"),
        arguments(11, "restricted.type.not.allowed.preview", "class Main {\n class record { } }"),
        arguments(11, "invalid.yield", "class Main { void yield() { } void m() {\n yield(); } }"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Treatment.class,
      names = {"ERRORS", "REPORTED"})
  void compile_warningsThatAreShown_arePartOfTheOutcome(Treatment treatment) {
    List<Diagnostic> warnings =
        Compiling.sideEffect()
            .warnings(treatment)
            .compile("Main.java", RAW_AND_UNCHECKED)
            .get()
            .warnings();

    assertThat(DiagnosticRenderer.render(warnings))
        .hasToString(
            """
            Main.java:2: warning: [rawtypes] found raw type: java.util.List
              java.util.List list;
                       ^
              missing type arguments for generic class java.util.List<E>
            Main.java:3: warning: [unchecked] unchecked call to add(E) as a member of the raw type java.util.List
              void add() { list.add(1); }
                                   ^""");
  }

  @Test
  void compile_warningsIgnored_givesNone() {
    assertThat(
            Compiling.sideEffect()
                .warnings(Treatment.IGNORED)
                .compile("Main.java", RAW_AND_UNCHECKED)
                .get()
                .warnings())
        .isEmpty();
  }

  @Test
  void compile_exceptedKeys_areNotShown() {
    assertThat(
            Compiling.sideEffect()
                .warnings(Treatment.ERRORS, "unchecked", "no-such-key")
                .compile("Main.java", RAW_AND_UNCHECKED)
                .get()
                .warnings())
        .extracting(Diagnostic::lint)
        .containsExactly("rawtypes");
  }

  @Test
  void compile_keysThatAreOffByDefault_areNotShown() {
    assertThat(
            Compiling.sideEffect()
                .compile("Main.java", "class Main implements java.io.Serializable {}")
                .get()
                .warnings())
        .isEmpty();
  }

  @Test
  void compile_obsoleteRelease_hasNoWarningAboutTheOption() {
    assertThat(
            Compiling.sideEffect()
                .release(8)
                .compile("Main.java", "class Main {}")
                .get()
                .warnings())
        .isEmpty();
  }

  @Test
  void compile_errorsAndWarnings_givesBothInTheCompilersOrder() {
    assertThat(
            Compiling.sideEffect()
                .diagnostics("Main.java", "class Main { java.util.List list; int i = absent; }"))
        .extracting(Diagnostic::code)
        .containsExactly("compiler.warn.raw.class.use", "compiler.err.cant.resolve.location");
  }

  @Test
  void compile_moreThanAHundredErrors_givesThemAll() {
    String source = "class Main {\n" + "  int i = absent;\n".repeat(150) + "}";

    // A field of one name is another error for each but the first.
    assertThat(Compiling.sideEffect().diagnostics("Main.java", source)).hasSize(299);
  }

  @Test
  void compile_exceptedKeyThatOnlyOtherReleasesKnow_isNoError() {
    assertThat(
            Compiling.sideEffect()
                .warnings(Treatment.ERRORS, "this-escape", "dep-ann")
                .compile("Main.java", "class Main {}")
                .isSuccess())
        .isTrue();
  }
}
