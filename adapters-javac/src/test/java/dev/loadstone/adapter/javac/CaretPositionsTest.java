package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticRenderer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How the compiler counts columns, and where the caret then stands: below the same glyph, whatever
 * comes before it, where all glyphs have one width.
 */
final class CaretPositionsTest {

  static Stream<Arguments> sources() {
    return Stream.of(
        source("ASCII", "class A { int i = x; }", 19, "class A { int i = x; }", 18),
        source("a tab", "\tclass A { int i = x; }", 27, "\tclass A { int i = x; }", "\t", 18),
        source(
            "a tab within",
            "class A { int i =\tx; }",
            25,
            "class A { int i =\tx; }",
            " ".repeat(17) + "\t",
            0),
        source(
            "wide characters, which count as others here",
            "class A { /*\u4E16\u754C*/ int i = x; }",
            26,
            "class A { /*\u4E16\u754C*/ int i = x; }",
            25),
        source(
            "an emoji, two UTF-16 units",
            "class A { /*\uD83D\uDE00*/ int i = x; }",
            26,
            "class A { /*\uD83D\uDE00*/ int i = x; }",
            24),
        source(
            "a combining mark",
            "class A { /*e\u0301*/ int i = x; }",
            26,
            "class A { /*e\u0301*/ int i = x; }",
            24),
        source(
            "a Unicode escape is its six characters",
            "class A { /*\\u0041*/ int i = x; }",
            30,
            "class A { /*\\u0041*/ int i = x; }",
            29),
        source(
            "an escape sequence of terminals",
            "class A { /*\u001B[2J*/ int i = x; }",
            28,
            "class A { /*\\u001b[2J*/ int i = x; }",
            32),
        source(
            "a control of direction",
            "class A { /*\u202E*/ int i = x; }",
            25,
            "class A { /*\\u202e*/ int i = x; }",
            29),
        source(
            "what others take for the end of a line",
            "class A { /*\u2028\u0085\u000B\f*/ int i = x; }",
            28,
            "class A { /*\\u2028\\u0085\\u000b\\u000c*/ int i = x; }",
            47),
        source(
            "a byte order mark", "\uFEFFclass A { int i = x; }", 19, "class A { int i = x; }", 18),
        source(
            "line ends of Windows", "class A {\r\n  int i = x;\r\n}\r\n", 11, "  int i = x;", 10),
        source("line ends of long ago", "class A {\r  int i = x;\r}\r", 11, "  int i = x;", 10),
        source("the end of the file", "class A {", 10, "class A {", 9),
        source("a line end there", "class A { \r\n", 10, "class A { ", 9));
  }

  private static Arguments source(String what, String text, long column, String shown, int spaces) {
    return source(what, text, column, shown, "", spaces);
  }

  private static Arguments source(
      String what, String text, long column, String shown, String tabs, int spaces) {
    return Arguments.of(what, text, column, shown, tabs + " ".repeat(spaces) + "^");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void compile_error_isBelowItsGlyph(
      String what, String text, long column, String shown, String caret) {
    List<Diagnostic> diagnostics = Compiling.sideEffect().diagnostics("A.java", text);

    assertThat(diagnostics).extracting(Diagnostic::column).as(what).containsExactly(column);
    assertThat(DiagnosticRenderer.render(diagnostics).toString().lines().skip(1).limit(2))
        .containsExactly(shown, caret);
  }
}
