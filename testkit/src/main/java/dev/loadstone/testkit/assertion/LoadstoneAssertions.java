package dev.loadstone.testkit.assertion;

import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.testkit.RecordedEvents;
import io.vavr.concurrent.Future;
import io.vavr.control.Try;
import org.assertj.core.annotation.CheckReturnValue;

/**
 * Entry point of the assertions about plugins. Its {@code assertThat} can be imported statically
 * beside AssertJ's own.
 */
@CheckReturnValue
public final class LoadstoneAssertions {

  private LoadstoneAssertions() {}

  /**
   * Begins assertions about a call of the library that answers later.
   *
   * @param actual the call's future
   * @param <T> what a success gives
   */
  public static <T> PluginFutureAssert<T> assertThat(Future<T> actual) {
    return new PluginFutureAssert<>(actual);
  }

  /**
   * Begins assertions about a call of the library that answers at once.
   *
   * @param actual the call's outcome
   * @param <T> what a success gives
   */
  public static <T> PluginTryAssert<T> assertThat(Try<T> actual) {
    return new PluginTryAssert<>(actual);
  }

  /**
   * Begins assertions about an error of the library.
   *
   * @param actual the error
   * @param <E> its type
   */
  public static <E extends PluginException> PluginExceptionAssert<E> assertThat(E actual) {
    return new PluginExceptionAssert<>(actual);
  }

  /**
   * Begins assertions about what the compiler said.
   *
   * @param actual the error
   */
  public static CompilationFailedAssert assertThat(CompilationFailed actual) {
    return new CompilationFailedAssert(actual);
  }

  /**
   * Begins assertions about what happened to plugins.
   *
   * @param actual the listener that was given to the library
   */
  public static RecordedEventsAssert assertThat(RecordedEvents actual) {
    return new RecordedEventsAssert(actual);
  }

  /**
   * Begins assertions about whether a plugin is gone.
   *
   * @param actual the hold on the plugin
   */
  public static PluginHandleAssert assertThat(PluginHandle actual) {
    return new PluginHandleAssert(actual);
  }
}
