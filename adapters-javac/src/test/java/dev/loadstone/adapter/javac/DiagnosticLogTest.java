package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

final class DiagnosticLogTest {

  @Test
  void compile_capturedTypesInSeveralDiagnostics_countsThemFromOneInEach() {
    String source =
        """
        class Main {
          void m(java.util.List<? extends Number> numbers) {
            String one = numbers.get(0);
            String other = numbers.get(0);
          }
        }
        """;

    assertThat(Compiling.sideEffect().diagnostics("Main.java", source))
        .extracting(Diagnostic::message)
        .containsExactly(
            "incompatible types: capture#1 of ? extends java.lang.Number cannot be converted to java.lang.String",
            "incompatible types: capture#1 of ? extends java.lang.Number cannot be converted to java.lang.String");
  }
}
