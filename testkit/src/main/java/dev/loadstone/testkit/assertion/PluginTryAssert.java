package dev.loadstone.testkit.assertion;

import io.vavr.control.Try;

/**
 * Assertions about the outcome of a call that answers at once.
 *
 * @param <T> what a success gives
 */
public final class PluginTryAssert<T> extends OutcomeAssert<PluginTryAssert<T>, Try<T>, T> {

  @SuppressWarnings("unchecked") // The class of itself, whatever T is.
  PluginTryAssert(Try<T> actual) {
    super(actual, (Class<PluginTryAssert<T>>) (Class<?>) PluginTryAssert.class);
  }

  @Override
  Try<T> outcome() {
    return actual;
  }
}
