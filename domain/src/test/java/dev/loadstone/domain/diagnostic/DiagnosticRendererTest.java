package dev.loadstone.domain.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DiagnosticRendererTest {

  static List<Arguments> situations() {
    return List.of(
        Arguments.of(
            "an error with a position",
            at(Severity.ERROR, "';' expected", 3, 10, "    int x = 1", ""),
            """
            src/A.java:3: error: ';' expected
                int x = 1
                     ^"""),
        Arguments.of(
            "a warning with its lint key",
            at(Severity.WARNING, "unchecked cast", 1, 1, "x", "unchecked"),
            """
            src/A.java:1: warning: [unchecked] unchecked cast
            x
            ^"""),
        Arguments.of(
            "a note without a position",
            new Diagnostic(Severity.NOTE, "c", "some note", "", -1, -1, "", ""),
            "note: some note"),
        Arguments.of(
            "a file but no position",
            Diagnostic.error("loadstone.err.x", "something is wrong", "src/A.java"),
            "src/A.java: error: something is wrong"),
        Arguments.of(
            "a line but no column",
            at(Severity.ERROR, "wrong", 7, -1, "ignored", ""),
            "src/A.java:7: error: wrong"),
        Arguments.of(
            "a message of several lines: the rest follows the caret",
            at(
                Severity.ERROR,
                "cannot find symbol\n  symbol:   class B\n  location: class A",
                1,
                3,
                "  B b;",
                ""),
            """
            src/A.java:1: error: cannot find symbol
              B b;
              ^
              symbol:   class B
              location: class A"""),
        Arguments.of(
            "a message of several lines without a position",
            Diagnostic.error("c", "one\r\ntwo\rthree\n", "A.java"),
            "A.java: error: one\ntwo\nthree"),
        Arguments.of("an empty message", Diagnostic.error("c", "", "A.java"), "A.java: error: "),
        Arguments.of(
            "tabs are kept, so that the caret stands right at any width",
            at(Severity.ERROR, "wrong", 1, 17, "\t\tx", ""),
            "src/A.java:1: error: wrong\n\t\tx\n\t\t^"),
        Arguments.of(
            "a tab after text advances to the next multiple of eight",
            at(Severity.ERROR, "wrong", 1, 9, "ab\tx", ""),
            "src/A.java:1: error: wrong\nab\tx\n  \t^"),
        Arguments.of(
            "the tab itself",
            at(Severity.ERROR, "wrong", 1, 3, "ab\tx", ""),
            "src/A.java:1: error: wrong\nab\tx\n  ^"),
        Arguments.of(
            "two columns for a character outside the BMP, as javac counts",
            at(Severity.ERROR, "wrong", 1, 3, "\uD83D\uDE00x", ""),
            "src/A.java:1: error: wrong\n\uD83D\uDE00x\n  ^"),
        Arguments.of(
            "one column for a wide character, as javac counts",
            at(Severity.ERROR, "wrong", 1, 2, "\u4E16x", ""),
            "src/A.java:1: error: wrong\n\u4E16x\n ^"),
        Arguments.of(
            "a column beyond the line",
            at(Severity.ERROR, "reached end of file", 1, 4, "}", ""),
            "src/A.java:1: error: reached end of file\n}\n   ^"),
        Arguments.of(
            "an empty line",
            at(Severity.ERROR, "wrong", 1, 1, "", ""),
            "src/A.java:1: error: wrong\n\n^"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("situations")
  void render_diagnostic_isWrittenAsJavacDoes(
      String situation, Diagnostic diagnostic, String text) {
    assertThat(DiagnosticRenderer.render(diagnostic)).describedAs(situation).isEqualTo(text);
  }

  @Test
  void render_several_putsErrorsFirstAndKeepsTheirOrderElse() {
    List<Diagnostic> diagnostics =
        List.of(
            new Diagnostic(Severity.NOTE, "c", "n1", "", -1, -1, "", ""),
            new Diagnostic(Severity.WARNING, "c", "w1", "", -1, -1, "", ""),
            Diagnostic.error("c", "e2", "B.java"),
            new Diagnostic(Severity.WARNING, "c", "w2", "", -1, -1, "", ""),
            Diagnostic.error("c", "e1", "A.java"));

    String text = DiagnosticRenderer.render(diagnostics);

    assertThat(text)
        .isEqualTo("B.java: error: e2\nA.java: error: e1\nwarning: w1\nwarning: w2\nnote: n1");
  }

  @Test
  void render_none_isEmpty() {
    assertThat(DiagnosticRenderer.render(List.of())).isEmpty();
  }

  private static Diagnostic at(
      Severity severity, String message, long line, long column, String sourceLine, String lint) {
    return new Diagnostic(
        severity, "compiler.key", message, "src/A.java", line, column, sourceLine, lint);
  }
}
