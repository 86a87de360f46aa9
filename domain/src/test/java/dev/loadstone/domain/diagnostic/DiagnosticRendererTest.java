package dev.loadstone.domain.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
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
            "an emoji: two columns of javac's, two cells",
            at(Severity.ERROR, "wrong", 1, 3, "\uD83D\uDE00x", ""),
            "src/A.java:1: error: wrong\n\uD83D\uDE00x\n  ^"),
        Arguments.of(
            "a column inside a surrogate pair: the caret stands below its glyph",
            at(Severity.ERROR, "wrong", 1, 3, "a\uD83D\uDE00x", ""),
            "src/A.java:1: error: wrong\na\uD83D\uDE00x\n ^"),
        Arguments.of(
            "a wide character: one column of javac's, two cells",
            at(Severity.ERROR, "wrong", 1, 2, "\u4E16x", ""),
            "src/A.java:1: error: wrong\n\u4E16x\n  ^"),
        Arguments.of(
            "the wide character itself",
            at(Severity.ERROR, "wrong", 1, 2, "x\u4E16", ""),
            "src/A.java:1: error: wrong\nx\u4E16\n ^"),
        Arguments.of(
            "a combining mark: one column of javac's, no cell",
            at(Severity.ERROR, "wrong", 1, 3, "e\u0301x", ""),
            "src/A.java:1: error: wrong\ne\u0301x\n ^"),
        Arguments.of(
            "a tab after wide characters: javac's columns lead to the tab, the terminal's to the caret",
            at(Severity.ERROR, "wrong", 1, 9, "\u4E16\u754C\tx", ""),
            "src/A.java:1: error: wrong\n\u4E16\u754C\tx\n    \t^"),
        Arguments.of(
            "what steers a terminal is escaped, and the caret moves with it",
            at(Severity.ERROR, "wrong", 1, 7, "\u001B[2J\"\u202Ex", ""),
            "src/A.java:1: error: wrong\n\\u001b[2J\"\\u202ex\n                ^"),
        Arguments.of(
            "an unpaired surrogate and separators of lines are escaped",
            at(Severity.ERROR, "wrong", 1, 5, "\uD800\u2028\u0085\rx", ""),
            "src/A.java:1: error: wrong\n\\ud800\\u2028\\u0085\\u000dx\n                        ^"),
        Arguments.of(
            "file and message are escaped, too, and stay where they are",
            Diagnostic.error("c", "one\u0007\ntwo\u2066", "a\nb\u001B.java"),
            "a\\u000ab\\u001b.java: error: one\\u0007\ntwo\\u2066"),
        Arguments.of(
            "the end of the file, one beyond the last column",
            at(Severity.ERROR, "reached end of file", 1, 2, "}", ""),
            "src/A.java:1: error: reached end of file\n}\n ^"),
        Arguments.of(
            "a column far beyond the line stands for its end",
            at(Severity.ERROR, "wrong", 1, 1_000_000_000_000L, "}", ""),
            "src/A.java:1: error: wrong\n}\n ^"),
        Arguments.of(
            "a line beyond the file has no text",
            at(Severity.ERROR, "wrong", 99, 5, "", ""),
            "src/A.java:99: error: wrong\n\n^"),
        Arguments.of(
            "a line of the limit is whole",
            at(Severity.ERROR, "wrong", 1, 160, "a".repeat(160), ""),
            "src/A.java:1: error: wrong\n" + "a".repeat(160) + "\n" + " ".repeat(159) + "^"),
        Arguments.of(
            "a longer line, its beginning",
            at(Severity.ERROR, "wrong", 1, 2, "ab" + "c".repeat(100_000), ""),
            "src/A.java:1: error: wrong\nab" + "c".repeat(158) + "...\n ^"),
        Arguments.of(
            "a longer line, its middle",
            at(
                Severity.ERROR,
                "wrong",
                1,
                50_001,
                "a".repeat(50_000) + "X" + "b".repeat(50_000),
                ""),
            "src/A.java:1: error: wrong\n..."
                + "a".repeat(80)
                + "X"
                + "b".repeat(79)
                + "...\n"
                + " ".repeat(83)
                + "^"),
        Arguments.of(
            "a longer line, its end",
            at(Severity.ERROR, "wrong", 1, 100_001, "a".repeat(100_000), ""),
            "src/A.java:1: error: wrong\n..." + "a".repeat(160) + "\n" + " ".repeat(163) + "^"),
        Arguments.of(
            "a longer line of wide characters is cut between them",
            at(Severity.ERROR, "wrong", 1, 1, "\uD83D\uDE00".repeat(1_000), ""),
            "src/A.java:1: error: wrong\n" + "\uD83D\uDE00".repeat(80) + "...\n^"),
        Arguments.of(
            "a longer line of tabs",
            at(Severity.ERROR, "wrong", 1, 8_001, "\t".repeat(1_000) + "x", ""),
            "src/A.java:1: error: wrong\n..." + "\t".repeat(19) + "x\n   " + "\t".repeat(19) + "^"),
        Arguments.of(
            "a longer line of what has no width",
            at(Severity.ERROR, "wrong", 1, 1, "\u0301".repeat(1_000), ""),
            "src/A.java:1: error: wrong\n" + "\u0301".repeat(160) + "...\n^"),
        Arguments.of(
            "an empty line",
            at(Severity.ERROR, "wrong", 1, 1, "", ""),
            "src/A.java:1: error: wrong\n\n^"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("situations")
  void render_diagnostic_isWrittenAsJavacDoes(
      String situation, Diagnostic diagnostic, String text) {
    assertThat(DiagnosticRenderer.render(List.of(diagnostic), DiagnosticRendererTest::isWide))
        .describedAs(situation)
        .hasToString(text);
  }

  private static boolean isWide(int point) {
    return Character.isIdeographic(point) || point >= 0x1F300;
  }

  @Test
  void render_whereNothingIsWide_countsGlyphs() {
    Diagnostic diagnostic = at(Severity.ERROR, "wrong", 1, 4, "\u4E16e\u0301x", "");

    assertThat(DiagnosticRenderer.render(diagnostic))
        .hasToString("src/A.java:1: error: wrong\n\u4E16e\u0301x\n  ^");
    assertThat(diagnostic).hasToString(DiagnosticRenderer.render(diagnostic).toString());
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

    String text = DiagnosticRenderer.render(diagnostics).toString();

    assertThat(text)
        .isEqualTo("B.java: error: e2\nA.java: error: e1\nwarning: w1\nwarning: w2\nnote: n1");
  }

  static Stream<String> longLines() {
    return Stream.of(
        "x".repeat(100_000),
        "\t".repeat(100_000),
        "x\t".repeat(50_000),
        "\uD83D\uDE00".repeat(50_000),
        "\u200B".repeat(100_000),
        "\u4E2D\t".repeat(50_000));
  }

  @ParameterizedTest
  @MethodSource("longLines")
  void sourceLine_veryLong_isThePartAroundTheColumn(String line) {
    long last = line.length();
    for (long column : new long[] {1, 2, 500, 501, 502, 12_345, 99_999, last, last + 1, 1 << 20}) {
      Diagnostic cut = at(Severity.ERROR, "wrong", 1, column, line, "");

      assertThat(cut.sourceLine()).hasSizeLessThanOrEqualTo(1_000);
      assertThat(line).contains(cut.sourceLine());
      SourceExcerpt whole = new SourceExcerpt(line, 1, column, DiagnosticRendererTest::isWide);
      SourceExcerpt part =
          new SourceExcerpt(
              cut.sourceLine(), cut.firstColumn(), column, DiagnosticRendererTest::isWide);
      assertThat(part.text()).isEqualTo(whole.text());
      assertThat(part.indentation()).isEqualTo(whole.indentation());
    }
  }

  @Test
  void sourceLine_ofUsualLength_isWhole() {
    Diagnostic diagnostic = at(Severity.ERROR, "wrong", 1, 900, "x".repeat(1_000), "");

    assertThat(diagnostic.sourceLine()).hasSize(1_000);
    assertThat(diagnostic.firstColumn()).isEqualTo(1);
  }

  @Test
  void render_none_isEmpty() {
    assertThat(DiagnosticRenderer.render(List.of()).isEmpty()).isTrue();
  }

  private static Diagnostic at(
      Severity severity, String message, long line, long column, String sourceLine, String lint) {
    return new Diagnostic(
        severity, "compiler.key", message, "src/A.java", line, column, sourceLine, lint);
  }
}
