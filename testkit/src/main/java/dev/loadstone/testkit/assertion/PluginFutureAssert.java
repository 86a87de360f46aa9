package dev.loadstone.testkit.assertion;

import io.vavr.concurrent.Future;
import io.vavr.control.Try;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Assertions about the outcome of a call that answers later. Each waits for it, up to a bound, and
 * neither cancels nor completes the future.
 *
 * @param <T> what a success gives
 */
public final class PluginFutureAssert<T>
    extends OutcomeAssert<PluginFutureAssert<T>, Future<T>, T> {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();

  private final Duration patience;

  @SuppressWarnings("unchecked") // The class of itself, whatever T is.
  PluginFutureAssert(Future<T> actual, Duration patience) {
    super(actual, (Class<PluginFutureAssert<T>>) (Class<?>) PluginFutureAssert.class);
    this.patience = patience;
  }

  PluginFutureAssert(Future<T> actual) {
    this(actual, PATIENCE);
  }

  /**
   * Sets how long to wait for the outcome.
   *
   * @param bound how long; 30 seconds unless told
   * @return assertions with that bound
   */
  public PluginFutureAssert<T> within(Duration bound) {
    return new PluginFutureAssert<>(actual, bound).as(descriptionText());
  }

  // A timed await of Vavr's would complete the future for everybody, and its callbacks wait for an
  // executor that may be busy with this very test.
  @Override
  Try<T> outcome() {
    long start = System.nanoTime();
    while (!actual.isCompleted()) {
      if (Thread.currentThread().isInterrupted()) {
        throw failure("%nThe thread was interrupted while it waited for the outcome.");
      }
      if (System.nanoTime() - start >= patience.toNanos()) {
        throw failure(
            "%nExpecting an outcome within %s, but the future is still pending.",
            Wording.of(patience));
      }
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
    return actual.getValue().get();
  }
}
