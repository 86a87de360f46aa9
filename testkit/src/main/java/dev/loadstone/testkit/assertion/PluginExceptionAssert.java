package dev.loadstone.testkit.assertion;

import dev.loadstone.domain.error.PluginException;

/**
 * Assertions about an error of the library. Its data are reached by {@code returns("Pricing.java",
 * PluginFailed::plugin)} and {@code extracting(...)}.
 *
 * @param <E> the type of the error
 */
public final class PluginExceptionAssert<E extends PluginException>
    extends ErrorAssert<PluginExceptionAssert<E>, E> {

  @SuppressWarnings("unchecked") // The class of itself, whatever E is.
  PluginExceptionAssert(E actual) {
    super(actual, (Class<PluginExceptionAssert<E>>) (Class<?>) PluginExceptionAssert.class);
  }
}
