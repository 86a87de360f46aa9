package dev.loadstone.testkit.assertion;

import static dev.loadstone.testkit.assertion.LoadstoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.ErrorKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompilationFailedAssertTest {

  private static final String CODE = "compiler.err.cant.resolve";
  private final CompilationFailed error =
      new CompilationFailed(
          List.of(
              new Diagnostic(
                  Severity.ERROR,
                  CODE,
                  "cannot find symbol",
                  "rules/Pricing.java",
                  3,
                  5,
                  "    absent();",
                  ""),
              Diagnostic.error("compiler.err.expected", "';' expected", "rules/Tax.java")));

  @Test
  void hasDiagnostic_oneThatIsThere_passes() {
    assertThat(error)
        .hasKind(ErrorKind.COMPILATION_FAILED)
        .names("Tax.java")
        .hasDiagnostic(CODE)
        .hasDiagnostic("compiler.err.expected")
        .hasDiagnostic(CODE, "Pricing.java", 3)
        .hasDiagnostic(CODE, "rules\\Pricing.java", 3)
        .diagnostics()
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "compiler.err.expected, Pricing.java, 3",
    "compiler.err.cant.resolve, Tax.java, 3",
    "compiler.err.cant.resolve, icing.java, 3",
    "compiler.err.cant.resolve, Pricing.java, 4",
    "compiler.err.cant, Pricing.java, 3"
  })
  void hasDiagnostic_oneThatIsNotThere_failsWithThoseThatAre(String code, String file, long line) {
    assertThatThrownBy(() -> assertThat(error).hasDiagnostic(code, file, line))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expecting a diagnostic:")
        .hasMessageContaining("  " + code + " at " + file + ":" + line)
        .hasMessageContaining("  compiler.err.cant.resolve at rules/Pricing.java:3\n")
        .hasMessageContaining("  compiler.err.expected at rules/Tax.java\n")
        .hasMessageContaining(error.getMessage());
  }

  @Test
  void hasDiagnostic_anotherCode_failsWithThoseThatAre() {
    assertThatThrownBy(() -> assertThat(error).hasDiagnostic("compiler.err.absent"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("  compiler.err.absent")
        .hasMessageContaining("  compiler.err.cant.resolve at rules/Pricing.java:3\n");
  }
}
