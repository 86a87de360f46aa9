package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import java.util.Locale;
import java.util.Set;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
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

  @Test
  void report_messageWithoutCapturedTypes_isTakenWithoutPrinting() {
    DiagnosticLog log =
        new DiagnosticLog(
            new WarningPolicy(WarningPolicy.Treatment.ERRORS, Set.of()), new GeneratedOutput());

    log.report(new Unprintable());

    assertThat(log.diagnostics()).extracting(Diagnostic::message).containsExactly("what it says");
  }

  /** One whose printing, with the source's line, would take too long. */
  private static final class Unprintable implements javax.tools.Diagnostic<JavaFileObject> {

    @Override
    public Kind getKind() {
      return Kind.ERROR;
    }

    @Override
    public @Nullable JavaFileObject getSource() {
      return null;
    }

    @Override
    public long getPosition() {
      return NOPOS;
    }

    @Override
    public long getStartPosition() {
      return NOPOS;
    }

    @Override
    public long getEndPosition() {
      return NOPOS;
    }

    @Override
    public long getLineNumber() {
      return NOPOS;
    }

    @Override
    public long getColumnNumber() {
      return NOPOS;
    }

    @Override
    public String getCode() {
      return "compiler.err.not.def.public";
    }

    @Override
    public String getMessage(Locale locale) {
      return "what it says";
    }

    @Override
    public String toString() {
      throw new AssertionError("printed");
    }
  }
}
