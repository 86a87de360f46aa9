package dev.loadstone.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShownTest {

  @ParameterizedTest
  @CsvSource({
    "a|b, a|b, true",
    "a|b, a|c, false",
    "a|..., a, true",
    "a|...|z, a|b|c|z, true",
    "a|...|z, a|b|c, false",
    "a...z, abcz, true",
    "a...z, a|z, false",
    "[..., [1, true",
    "a.c, abc, false",
    "'', '', true",
    "'', a, false"
  })
  void pattern_shown_matchesWhatIsPrintedAndNothingElse(
      String shown, String printed, boolean matches) {
    assertThat(Shown.pattern(lines(shown)).matcher(lines(printed)).matches()).isEqualTo(matches);
  }

  private static String lines(String text) {
    return text.isEmpty() ? "" : text.replace('|', '\n') + "\n";
  }
}
