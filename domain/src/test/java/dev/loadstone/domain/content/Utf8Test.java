package dev.loadstone.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Utf8Test {

  private static final char[] UNITS = {'a', '\u00e9', '\ud800', '\udbff', '\udc00', '\udfff'};

  @Test
  void canEncode_anyText_agreesWithTheEncoder() {
    Random random = new Random(5);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(6); length > 0; length--) {
        text.append(UNITS[random.nextInt(UNITS.length)]);
      }

      assertThat(Utf8.canEncode(text.toString()))
          .as("%s", text)
          .isEqualTo(StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }
  }
}
