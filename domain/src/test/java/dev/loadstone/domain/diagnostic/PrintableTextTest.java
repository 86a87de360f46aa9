package dev.loadstone.domain.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PrintableTextTest {

  static List<Arguments> texts() {
    return List.of(
        Arguments.of("", ""),
        Arguments.of("a\tb", "a\tb"),
        Arguments.of("\u00FC \u4E16 \uD83D\uDE00 \u05D0", "\u00FC \u4E16 \uD83D\uDE00 \u05D0"),
        Arguments.of("\u001B[31m", "\\u001b[31m"),
        Arguments.of("\u0000\u007F\u009B", "\\u0000\\u007f\\u009b"),
        Arguments.of("\u202E\u2066\u200F\u200D\uFEFF", "\\u202e\\u2066\\u200f\\u200d\\ufeff"),
        Arguments.of("\u2028\u2029", "\\u2028\\u2029"),
        Arguments.of("\uD800x\uDC00", "\\ud800x\\udc00"),
        Arguments.of("\uDB40\uDC01", "\\udb40\\udc01"),
        Arguments.of("a\r\nb\nc", "a\\u000d\\u000ab\\u000ac"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void line_text_showsWhatATerminalWouldObey(String text, String line) {
    assertThat(PrintableText.line(text)).hasToString(line);
    assertThat(PrintableText.line(line)).as("again").hasToString(line);
  }

  @Test
  void lines_text_keepsItsLines() {
    assertThat(PrintableText.lines("a\r\n\u0007b\rc\n")).hasToString("a\n\\u0007b\nc");
  }

  @Test
  void of_values_areEachOnOneLineUnlessTheyArePrintable() {
    PrintableText text =
        PrintableText.of("%s:\n\u001B%s, %s", "a\nb%s", PrintableText.lines("c\nd"), 1);

    assertThat(text).hasToString("a\\u000ab%s:\n\\u001bc\nd, 1");
  }

  @Test
  void join_texts_putsTheSeparatorBetween() {
    List<PrintableText> texts = List.of(PrintableText.line("a\n"), PrintableText.line("%s"));

    assertThat(PrintableText.join("\n", texts)).hasToString("a\\u000a\n%s");
    assertThat(PrintableText.join(", ", List.of())).hasToString("");
  }
}
