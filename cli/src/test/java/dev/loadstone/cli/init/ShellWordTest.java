package dev.loadstone.cli.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.loadstone.cli.Execution;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShellWordTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rules/Pricing.java | rules/Pricing.java
          lib/a.jar:b        | lib/a.jar:b
          größe              | größe
          a b                | 'a b'
          it's               | 'it'\\''s'
          $HOME              | '$HOME'
          lib/*              | 'lib/*'
          ``                 | ''
          """)
  void of_word_isQuotedWhereNeeded(String word, String expected) {
    String typed = ShellWord.of(word);

    assertThat(typed).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "it's", "$HOME", "`id`", "a\\b", "\"", "lib/*", "a;b", "é~!#", ""})
  void of_word_isWhatAShellReads(String word) throws Exception {
    assumeThat(Path.of("/bin/sh")).as("a POSIX shell").exists();

    Execution execution =
        Execution.of(folder, Map.of(), List.of("/bin/sh", "-c", "printf %s " + ShellWord.of(word)));

    assertThat(execution).isEqualTo(new Execution(0, word, ""));
  }

  @Test
  void of_pathLikeAnOption_isNoOption() {
    String typed = ShellWord.of(Path.of("-x", "pom.xml"));

    assertThat(typed).isEqualTo("./-x/pom.xml");
  }
}
