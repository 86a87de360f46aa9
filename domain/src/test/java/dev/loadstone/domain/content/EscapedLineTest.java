package dev.loadstone.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EscapedLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain text | plain text",
        "a\\b | a\\\\b",
        "a\\u000ab | a\\\\u000ab",
        "\u20AC\uD83D\uDE00 | \u20AC\uD83D\uDE00",
      })
  void of_text_givesOneLine(String text, String escaped) {
    assertThat(EscapedLine.of(text)).isEqualTo(escaped);
  }

  @Test
  void of_whatEndsLinesOrHasNoEncoding_isHexadecimal() {
    assertThat(EscapedLine.of("\n\r\t\u0000\u0085\u2028\u2029\uD800x\uDC00"))
        .isEqualTo("\\u000a\\u000d\\u0009\\u0000\\u0085\\u2028\\u2029\\ud800x\\udc00");
  }

  @Test
  void read_everyCharacter_isTheInverseOfEscaping() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String text = "a" + (char) c + "\\b";

      assertThat(EscapedLine.read(EscapedLine.of(text))).containsExactly(text);
      assertThat(EscapedLine.readWord(EscapedLine.word(text))).containsExactly(text);
    }
  }

  @Test
  void word_spaces_areEscapedToo() {
    assertThat(EscapedLine.word("a b\\u0020c")).isEqualTo("a\\u0020b\\\\u0020c");
    assertThat(EscapedLine.read("a\\u0020b")).isEmpty();
    assertThat(EscapedLine.readWord("a b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\",
        "a\\",
        "\\n",
        "\\u",
        "\\u00",
        "\\u0041",
        "\\u000A",
        "\\u-001",
        "\\u+00a",
        "\n",
        "\\ud83d\\ude00"
      })
  void read_whatEscapingNeverGives_isNone(String escaped) {
    assertThat(EscapedLine.read(escaped)).isEmpty();
  }
}
