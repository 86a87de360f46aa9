package dev.loadstone.testkit.assertion;

import static dev.loadstone.testkit.assertion.LoadstoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.error.ErrorKind;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.InvalidSources.Reason;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PluginExceptionAssertTest {

  private final PluginFailed error =
      new PluginFailed("rules\\Pricing.java", new IllegalStateException("no price"));

  @Test
  void assertThat_error_hasKindNameDataAndWhatAssertjKnowsOfThrowables() {
    assertThat(error)
        .hasKind(ErrorKind.PLUGIN_FAILED)
        .names("rules/Pricing.java")
        .names("Pricing.java")
        .returns("rules\\Pricing.java", PluginFailed::plugin)
        .hasMessageContaining("no price")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void hasKind_another_failsWithTheMessage() {
    assertThatThrownBy(() -> assertThat(error).hasKind(ErrorKind.CLOSED))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expecting an error of kind CLOSED, but it is PLUGIN_FAILED")
        .hasMessageContaining(error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Tax.java", "icing.java", "es/Pricing.java", "Pricing", "Pricing.jav", "/rules"})
  void names_anotherFile_failsWithTheMessage(String file) {
    assertThatThrownBy(() -> assertThat(error).names(file))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(file)
        .hasMessageContaining(error.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a/Main.java:3: error: cannot find symbol | Main.java
          a/A.java, a/B.java: compilation failed   | a/A.java
          a/A.java, a/B.java: compilation failed   | B.java
          Main.java: no such file (/srv/Main.java) | /srv/Main.java
          C:\\srv\\Main.java: no such file         | C:\\srv\\Main.java
          """)
  void names_fileInAnyForm_passes(String message, String file) {
    PluginException failure = new InvalidSources(List.of(), Reason.NO_FILES, message);

    assertThat(failure).names(file);
  }
}
