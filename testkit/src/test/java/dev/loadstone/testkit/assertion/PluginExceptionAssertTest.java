package dev.loadstone.testkit.assertion;

import static dev.loadstone.testkit.assertion.LoadstoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.error.ErrorKind;
import dev.loadstone.domain.error.PluginFailed;
import org.junit.jupiter.api.Test;

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

  @Test
  void names_anotherFile_failsWithTheMessage() {
    assertThatThrownBy(() -> assertThat(error).names("Tax.java"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Tax.java")
        .hasMessageContaining(error.getMessage());
  }
}
