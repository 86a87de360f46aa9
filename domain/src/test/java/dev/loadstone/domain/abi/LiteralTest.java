package dev.loadstone.domain.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LiteralTest {

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(5, "5", "5"),
        arguments(-5L, "-5L", "-5L"),
        arguments((byte) 5, "(byte) 5", "(byte) 5"),
        arguments((short) 5, "(short) 5", "(short) 5"),
        arguments(true, "true", "true"),
        arguments('c', "'c'", "'c'"),
        arguments('\'', "'\\''", "'\\''"),
        arguments("f\"\\'", "\"f\\\"\\\\'\"", "\"f\\\"\\\\'\""),
        arguments("0x5f", "\"0x5f\"", "\"0x5f\""),
        arguments(0.1, "0x1.999999999999ap-4", "0.1"),
        arguments(-0.0, "-0x0.0p0", "-0.0"),
        arguments(0.1f, "0x1.99999ap-4f", "0.1f"),
        arguments(Double.NaN, "NaN", "NaN"),
        arguments(Float.NEGATIVE_INFINITY, "-Infinityf", "-Infinityf"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void of_value_hasCanonicalAndReadableForm(Object value, String text, String readable) {
    Literal literal = Literal.of(value);

    assertThat(literal.text()).isEqualTo(text);
    assertThat(literal).hasToString(readable);
    assertThat(Literal.read(text)).containsExactly(literal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "+5",
        "05",
        "5 ",
        "5l",
        "1e3",
        "1.5",
        "0x5",
        "0xzz",
        "0x1p1",
        "(byte) 128",
        "(byte)5",
        "(short) x",
        "99999999999",
        "99999999999999999999L",
        "TRUE",
        "'",
        "''",
        "'ab'",
        "'\\",
        "\"",
        "\"a",
        "\"a\"b\"",
        "\"\\\"",
        "\"\\n\"",
        "NaN ",
        "nan",
        "Infinity5",
        "f",
        "L",
        "0x1.0p0ff",
        "null"
      })
  void read_formThatNoValueHas_isNone(String form) {
    assertThat(Literal.read(form)).isEmpty();
  }

  @Test
  void of_otherThanConstant_isIllegalArgument() {
    assertThatThrownBy(() -> Literal.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
