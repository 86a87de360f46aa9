package dev.loadstone.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.report.Reporting.Verbosity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          run A.java B.java                | run     | A.java B.java    | ``
          run A.java -- x -- --help        | run     | A.java           | x -- --help
          run -- x                         | run     | ``               | x
          load a.jar -- -v                 | load    | a.jar            | -v
          check -- -A.java                 | check   | -- -A.java       | ``
          compile -o x A.java              | compile | -o x A.java      | ``
          A.java                           | run     | A.java           | ``
          A.java --help -v -- run          | run     | A.java           | --help -v -- run
          ./run x                          | run     | ./run            | x
          """)
  void of_words_givesEachPartyItsOwn(String line, String command, String own, String forPlugin) {
    Request request = Request.of(List.of(line.split(" ")));

    assertThat(request.command().get().name()).isEqualTo(command);
    assertThat(String.join(" ", request.own())).isEqualTo(own);
    assertThat(String.join(" ", request.forPlugin())).isEqualTo(forPlugin);
  }

  @Test
  void of_nothing_hasNoCommand() {
    assertThat(Request.of(List.of()).command()).isEmpty();
  }

  @Test
  void of_emptyWord_isFileForRun() {
    Request request = Request.of(List.of(""));

    assertThat(request.command().get().name()).isEqualTo("run");
    assertThat(request.own()).containsExactly("");
  }

  @ParameterizedTest
  @CsvSource({
    "run --format json A.java, true",
    "run --format=json A.java, true",
    "run A.java --format json, true",
    "run --format text A.java, false",
    "run A.java -- --format json, false",
    "check -- --format=json, false",
    "A.java --format json, false",
    "run A.java --format, false",
    "--format=json, true"
  })
  void wantsJson_words_looksAtItsOwnOnly(String line, boolean expected) {
    assertThat(Request.of(List.of(line.split(" "))).wantsJson()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "run -v A.java, VERBOSE",
    "run A.java, NORMAL",
    "run A.java -- -v, NORMAL",
    "A.java -v, NORMAL"
  })
  void verbosity_words_looksAtItsOwnOnly(String line, Verbosity expected) {
    assertThat(Request.of(List.of(line.split(" "))).verbosity()).isEqualTo(expected);
  }
}
