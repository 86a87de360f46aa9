package dev.loadstone.testkit.assertion;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilationFailed;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Assertions about what the compiler said. */
public final class CompilationFailedAssert
    extends ErrorAssert<CompilationFailedAssert, CompilationFailed> {

  CompilationFailedAssert(CompilationFailed actual) {
    super(actual, CompilationFailedAssert.class);
  }

  /**
   * Verifies that there is a diagnostic of a code.
   *
   * @param code the compiler's own key, in full, such as {@code
   *     compiler.err.cant.resolve.location}; those of the library begin with {@code loadstone.err.}
   * @return this
   */
  public CompilationFailedAssert hasDiagnostic(String code) {
    return hasDiagnostic(code, each -> each.code().equals(code));
  }

  /**
   * Verifies that there is a diagnostic of a code at a line.
   *
   * @param code the compiler's own key, in full
   * @param file the file, or the end of its path
   * @param line the line, 1-based
   * @return this
   */
  public CompilationFailedAssert hasDiagnostic(String code, String file, long line) {
    return hasDiagnostic(
        code + " at " + file + ":" + line,
        each ->
            each.code().equals(code) && Wording.isFile(each.source(), file) && each.line() == line);
  }

  /**
   * Goes on with all diagnostics.
   *
   * @return assertions about them, in the compiler's order
   */
  public ListAssert<Diagnostic> diagnostics() {
    isNotNull();
    return Assertions.assertThat(actual.diagnostics()).as(descriptionText());
  }

  private CompilationFailedAssert hasDiagnostic(String expected, Predicate<Diagnostic> test) {
    isNotNull();
    if (actual.diagnostics().stream().noneMatch(test)) {
      throw failure(
          "%nExpecting a diagnostic:%n  %s%nbut there are:%n%s%nof %s",
          expected, Wording.codes(actual.diagnostics()), Wording.of(actual));
    }
    return this;
  }
}
