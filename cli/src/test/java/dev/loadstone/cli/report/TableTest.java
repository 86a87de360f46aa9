package dev.loadstone.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {

  @Test
  void text_rows_areAligned() {
    String text =
        new Table()
            .row("one", 1)
            .rows("several", List.of("a", "b\n"))
            .rows("no", List.of())
            .text()
            .toString();

    assertThat(text.lines())
        .containsExactly(
            "one      1", //
            "several  a",
            "         b\\u000a",
            "no       none");
  }
}
