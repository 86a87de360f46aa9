package dev.loadstone.domain.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class KeyedLinesTest {

  @Test
  void append_anyValues_areTakenAgain() {
    StringBuilder text = new StringBuilder();
    KeyedLines.append(text, "name", " a\nb\\ \u2028");
    KeyedLines.append(text, " part", List.of("a b", "", "\uD800"), "c d");
    KeyedLines.append(text, "number", "-12");

    KeyedLines lines = KeyedLines.of(text.toString());

    assertThat(text)
        .hasToString("name  a\\u000ab\\\\ \\u2028\n part a\\u0020b  \\ud800 c d\nnumber -12\n");
    assertThat(lines.one("name")).isEqualTo(" a\nb\\ \u2028");
    assertThat(lines.several(" part", 4)).containsExactly("a b", "", "\uD800", "c d");
    assertThat(lines.number("number", -12, -12)).isEqualTo(-12);
    lines.end();
  }

  @Test
  void each_linesOfTheKey_areTakenAndNoOthers() {
    KeyedLines lines = KeyedLines.of("a 1\na 2\nab 3\nc 4 5\nc 6 7\n");

    assertThat(lines.option("b")).isEmpty();
    assertThat(lines.each("a")).containsExactly("1", "2");
    assertThat(lines.hasNext("a")).isFalse();
    assertThat(lines.option("ab")).containsExactly("3");
    assertThat(lines.eachOf("c", 2)).containsExactly(List.of("4", "5"), List.of("6", "7"));
    assertThat(lines.each("c")).isEmpty();
    lines.end();
  }

  @Test
  void of_otherLineTerminators_belongToTheLine() {
    KeyedLines lines = KeyedLines.of("a 1\r\n");

    assertThatThrownBy(() -> lines.one("a")).hasMessage("has a malformed value: 1\r");
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        arguments("a", lines -> lines.one("a"), "ends within line 1"),
        arguments("a 1\nb", lines -> lines.one("a"), "ends within line 2"),
        arguments("", lines -> lines.one("a"), "lacks the line 'a', at line 1"),
        arguments("a\n", lines -> lines.one("a"), "lacks the line 'a', at line 1"),
        arguments("b 1\n", lines -> lines.one("  a"), "lacks the line 'a', at line 1"),
        arguments("a \\x\n", lines -> lines.one("a"), "has a malformed value: \\x"),
        arguments("a \\u0020 1\n", lines -> lines.one("a"), "has a malformed value: \\u0020 1"),
        arguments(
            "a \\u0041 1\n", lines -> lines.several("a", 2), "has a malformed value: \\u0041"),
        arguments("a 1 2\n", lines -> lines.several("a", 3), "has a malformed line 'a': 1 2"),
        arguments("a 1\n", KeyedLines::end, "goes on where it should end, at line 1"),
        arguments("a 2\n", lines -> lines.number("a", 3, 9), "gives no number as 'a': 2"),
        arguments("a 2\n", lines -> lines.number("a", 0, 1), "gives no number as 'a': 2"),
        arguments("a 02\n", lines -> lines.number("a", 0, 9), "gives no number as 'a': 02"),
        arguments("a two\n", lines -> lines.number("a", 0, 9), "gives no number as 'a': two"),
        arguments(
            "a \t" + "x".repeat(1_000) + "\n",
            lines -> lines.one("a"),
            "has a malformed value: \t" + "x".repeat(199) + "..."));
  }

  private static Arguments arguments(String text, Consumer<KeyedLines> reading, String problem) {
    return Arguments.of(text, reading, problem);
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void take_lineThatIsNotAsItIsAskedFor_saysWhatIsWrong(
      String text, Consumer<KeyedLines> reading, String problem) {
    assertThatThrownBy(() -> reading.accept(KeyedLines.of(text)))
        .isInstanceOf(MalformedLines.class)
        .hasMessage(problem);
  }

  @Test
  void split_beforeEachLineOfTheKey_givesTheWholeText() {
    assertThat(KeyedLines.split("a 1\nb 2\na 3\naa 4\na", "a"))
        .containsExactly("a 1\nb 2\n", "a 3\naa 4\na");
    assertThat(KeyedLines.split("b 1\na 2\n", "a")).containsExactly("b 1\n", "a 2\n");
    assertThat(KeyedLines.split("", "a")).isEmpty();
  }
}
