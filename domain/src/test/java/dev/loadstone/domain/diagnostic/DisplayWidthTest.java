package dev.loadstone.domain.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisplayWidthTest {

  @ParameterizedTest
  @CsvSource({
    "0041, 1", // A
    "00E9, 1", // e with an acute accent
    "10FF, 1",
    "1100, 2", // the first wide one
    "115F, 2",
    "1161, 0", // a medial jamo
    "0301, 0", // a combining acute accent
    "20DD, 0", // an enclosing circle
    "FE0F, 0", // a variation selector
    "2319, 1",
    "231A, 2", // a watch
    "231B, 2",
    "231C, 1",
    "2329, 2",
    "4E16, 2", // an ideograph
    "AC00, 2", // a Hangul syllable
    "FF01, 2", // a full-width exclamation mark
    "FF61, 1", // a half-width full stop
    "1F600, 2", // a grinning face
    "20000, 2",
    "3FFFD, 2", // the last wide one
    "3FFFE, 1",
    "10FFFF, 1",
    "0007, 6", // as it is escaped
    "202E, 6",
    "E0001, 12"
  })
  void of_character_isItsCellsOnATerminal(String point, int width) {
    assertThat(DisplayWidth.of(Integer.parseInt(point, 16))).isEqualTo(width);
  }
}
