package dev.loadstone.testkit.assertion;

import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.ErrorKind;
import dev.loadstone.domain.error.PluginException;
import io.vavr.control.Try;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.assertj.core.api.ObjectAssert;

/**
 * Assertions about how a call of the library ended.
 *
 * <p>When one fails, its message holds the whole error of the library, diagnostics included, and
 * the error is its cause.
 *
 * @param <S> the type of these assertions
 * @param <A> what holds the outcome
 * @param <T> what a success gives
 */
public abstract sealed class OutcomeAssert<S extends OutcomeAssert<S, A, T>, A, T>
    extends AbstractAssert<S, A> permits PluginFutureAssert, PluginTryAssert {

  OutcomeAssert(A actual, Class<S> type) {
    super(actual, type);
  }

  /** The outcome, or a failure of this assertion where there is none. */
  abstract Try<T> outcome();

  /**
   * Verifies that the call succeeded.
   *
   * @return this
   */
  public S succeeded() {
    success();
    return myself;
  }

  /**
   * Verifies that the call succeeded with an equal value.
   *
   * @param expected the value
   * @return this
   */
  public S succeededWith(T expected) {
    T value = success();
    if (!Objects.deepEquals(value, expected)) {
      throw failureWithActualExpected(
          value,
          expected,
          "%nExpecting a success with:%n  %s%nbut it succeeded with:%n  %s",
          shown(expected),
          shown(value));
    }
    return myself;
  }

  /**
   * Verifies that the call succeeded, to go on with its value.
   *
   * @return assertions about the value
   */
  public ObjectAssert<T> value() {
    return Assertions.assertThat(success()).as(descriptionText());
  }

  /**
   * Verifies that the call succeeded with a value of a type, to go on with it.
   *
   * @param factory the type, such as {@code InstanceOfAssertFactories.STRING}
   * @param <B> the type of the assertions
   * @return assertions about the value
   */
  public <B extends AbstractAssert<?, ?>> B value(InstanceOfAssertFactory<?, B> factory) {
    return value().asInstanceOf(factory);
  }

  /**
   * Verifies that the call failed with an error of a type, to go on with it.
   *
   * @param type the type of the error
   * @param <E> the type of the error
   * @return assertions about the error
   */
  public <E extends PluginException> PluginExceptionAssert<E> failedWith(Class<E> type) {
    return new PluginExceptionAssert<>(error(type)).as(descriptionText());
  }

  /**
   * Verifies that the call failed with an error of a kind, to go on with it.
   *
   * @param kind the kind of the error
   * @return assertions about the error
   */
  public PluginExceptionAssert<PluginException> failedWith(ErrorKind kind) {
    Throwable cause = cause(kind.name());
    if (cause instanceof PluginException error && error.kind() == kind) {
      return new PluginExceptionAssert<>(error).as(descriptionText());
    }
    throw another(kind.name(), cause);
  }

  /**
   * Verifies that the call failed with {@link CompilationFailed}, to go on with the diagnostics.
   *
   * @return assertions about the error
   */
  public CompilationFailedAssert failedToCompile() {
    return new CompilationFailedAssert(error(CompilationFailed.class)).as(descriptionText());
  }

  private T success() {
    isNotNull();
    Try<T> outcome = outcome();
    if (outcome.isFailure()) {
      Throwable cause = outcome.getCause();
      throw caused("Expecting a success, but it failed with " + Wording.of(cause), cause);
    }
    return outcome.get();
  }

  private <E extends PluginException> E error(Class<E> type) {
    Throwable cause = cause(type.getSimpleName());
    if (!type.isInstance(cause)) {
      throw another(type.getSimpleName(), cause);
    }
    return type.cast(cause);
  }

  private Throwable cause(String expected) {
    isNotNull();
    Try<T> outcome = outcome();
    if (outcome.isSuccess()) {
      throw failure(
          "%nExpecting a failure with %s, but it succeeded with:%n  %s",
          expected, shown(outcome.get()));
    }
    return outcome.getCause();
  }

  private AssertionError another(String expected, Throwable cause) {
    return caused(
        "Expecting a failure with " + expected + ", but it failed with " + Wording.of(cause),
        cause);
  }

  private AssertionError caused(String message, Throwable cause) {
    AssertionError error = failure("%n%s", message);
    error.initCause(cause);
    return error;
  }

  private String shown(Object value) {
    return info.representation().toStringOf(value);
  }
}
