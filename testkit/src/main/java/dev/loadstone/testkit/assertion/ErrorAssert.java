package dev.loadstone.testkit.assertion;

import dev.loadstone.domain.error.ErrorKind;
import dev.loadstone.domain.error.PluginException;
import org.assertj.core.api.AbstractThrowableAssert;

/**
 * Assertions about any error of the library, beside those that AssertJ has for every throwable.
 *
 * @param <S> the type of these assertions
 * @param <E> the type of the error
 */
public abstract sealed class ErrorAssert<S extends ErrorAssert<S, E>, E extends PluginException>
    extends AbstractThrowableAssert<S, E> permits CompilationFailedAssert, PluginExceptionAssert {

  ErrorAssert(E actual, Class<S> type) {
    super(actual, type);
  }

  /**
   * Verifies the kind of the error.
   *
   * @param kind the kind
   * @return this
   */
  public S hasKind(ErrorKind kind) {
    isNotNull();
    if (actual.kind() != kind) {
      throw failureWithActualExpected(
          actual.kind(),
          kind,
          "%nExpecting an error of kind %s, but it is %s%n%s",
          kind,
          actual.kind(),
          Wording.of(actual));
    }
    return myself;
  }

  /**
   * Verifies that the first line of the message names a file, as that of every error does.
   *
   * @param file the file, or the end of its path
   * @return this
   */
  public S names(String file) {
    isNotNull();
    String firstLine = String.valueOf(actual.getMessage()).lines().findFirst().orElse("");
    if (!Wording.namesFile(firstLine, file)) {
      throw failure(
          "%nExpecting the first line of the message to name:%n  %s%nbut this is%n%s",
          file, Wording.of(actual));
    }
    return myself;
  }
}
