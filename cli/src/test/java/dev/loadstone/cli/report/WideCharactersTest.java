package dev.loadstone.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WideCharactersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1100", // the first one
        "115F",
        "231A", // a watch
        "231B",
        "2329",
        "4E16", // an ideograph
        "AC00", // a Hangul syllable
        "FF01", // a full-width exclamation mark
        "1F600", // a grinning face
        "20000",
        "3FFFD" // the last one
      })
  void contain_wideCharacter(String point) {
    assertThat(WideCharacters.contain(Integer.parseInt(point, 16))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0041", // A
        "00E9", // e with an acute accent
        "10FF", "2319", "231C", "FF61", // a half-width full stop
        "3FFFE", "10FFFF"
      })
  void contain_anyOther_isFalse(String point) {
    assertThat(WideCharacters.contain(Integer.parseInt(point, 16))).isFalse();
  }
}
