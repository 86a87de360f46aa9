package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.source.SourcePositions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourcePositionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "\n",
        "\r",
        "\r\n",
        "a\nb",
        "a\rb",
        "a\r\nb",
        "\n\r",
        "\ta",
        "a\tb",
        "aaaaaaa\tb",
        "aaaaaaaa\tb",
        "\t\t\n\t",
        "a\r\n\r\nb\n"
      })
  void place_anyPosition_isCountedAsJavacDoes(String text) {
    assertPlaces(text);
  }

  @Test
  void place_randomTexts_areCountedAsJavacDoes() {
    Random random = new Random(42);
    for (int round = 0; round < 40; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(6_000); i > 0; i--) {
        text.append("aaa\t\r\n".charAt(random.nextInt(round % 2 == 0 ? 4 : 6)));
      }
      assertPlaces(text.toString());
    }
  }

  private static void assertPlaces(String text) {
    SourcePositions positions = new SourcePositions(text);
    Random random = new Random(text.length());
    for (int i = 0; i <= Math.min(text.length(), 300); i++) {
      int position = text.length() <= 300 ? i : random.nextInt(text.length() + 1);
      assertThat(positions.has(position)).isTrue();
      assertThat(positions.line(position) + ":" + positions.column(position))
          .as("position %d", position)
          .isEqualTo(place(text, position));
    }
    assertThat(positions.has(-1)).isFalse();
    assertThat(positions.has(text.length() + 1L)).isFalse();
  }

  /** Walks the text, as javac's own classes do. */
  private static String place(String text, int position) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < position; ) {
      char unit = text.charAt(i++);
      if (unit == '\r' && i < text.length() && text.charAt(i) == '\n') {
        if (i == position) {
          break; // Between the two, the line is still the same.
        }
        i++;
      }
      if (unit == '\r' || unit == '\n') {
        line++;
        lineStart = i;
      }
    }
    int column = 0;
    for (int i = lineStart; i < position; i++) {
      column = text.charAt(i) == '\t' ? column / 8 * 8 + 8 : column + 1;
    }
    return line + ":" + (column + 1);
  }
}
