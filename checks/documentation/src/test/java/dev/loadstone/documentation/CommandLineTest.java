package dev.loadstone.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {

  @Test
  void of_script_isALineEach() {
    assertThat(CommandLine.of(snippet("sh", "# first\na b  # why\n\nc \\\n  d\n")))
        .containsExactly(
            new CommandLine("a b  # why", Optional.empty()),
            new CommandLine("c \\\n  d", Optional.empty()));
  }

  @Test
  void of_console_isAPromptEachAndItsOutput() {
    assertThat(CommandLine.of(snippet("console", "$ a \\\n  b\nout\nmore\n$ c\n")))
        .containsExactly(
            new CommandLine("a \\\n  b", Optional.of("out\nmore\n")),
            new CommandLine("c", Optional.of("")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mvn verify", "mvn verify -DskipTests   # quick", "bash .ci/run"})
  void notRun_itsCommands_areCovered(String command) {
    assertThat(NotRun.anyCovers(command)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mvn verify; rm x", "./loadstone doctor", "mvn", "echo mvn verify"})
  void notRun_otherCommands_areNot(String command) {
    assertThat(NotRun.anyCovers(command)).isFalse();
  }

  private static Snippet snippet(String language, String text) {
    return new Snippet("a.md", 1, language, Map.of(), text);
  }
}
