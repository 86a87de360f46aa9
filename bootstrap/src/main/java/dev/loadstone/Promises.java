package dev.loadstone;

import dev.loadstone.domain.error.Closed;
import io.vavr.concurrent.Promise;
import io.vavr.control.Try;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The promises that are not kept yet, each of which is completed exactly once: by its work, or by
 * closing.
 *
 * <p>Each caller has a promise of its own, since a Vavr future that is cancelled, or whose wait is
 * timed out or interrupted, completes for everyone who holds it.
 */
final class Promises {

  private enum State {
    NEW,
    STARTED,
    CLOSED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
  private final ConcurrentMap<Promise<?>, CallSite> pending = new ConcurrentHashMap<>();
  private final Executor callbacks;

  /**
   * Makes none yet.
   *
   * @param callbacks where that runs what callers do with their futures; it must refuse nothing, as
   *     Vavr drops what is refused
   */
  Promises(Executor callbacks) {
    this.callbacks = callbacks;
  }

  boolean isStarted() {
    return state.get() == State.STARTED;
  }

  boolean isClosed() {
    return state.get() == State.CLOSED;
  }

  /** Makes a promise; once closed, one that is complete already. */
  <T> Promise<T> make() {
    Promise<T> promise = Promise.make(callbacks);
    pending.put(promise, CallSite.here());
    state.compareAndSet(State.NEW, State.STARTED);
    if (isClosed()) {
      endClosed(promise);
    }
    return promise;
  }

  /**
   * Completes what is pending with {@link Closed}, and waits for nothing.
   *
   * @return whether it was open before
   */
  boolean close() {
    boolean wasOpen = state.getAndSet(State.CLOSED) != State.CLOSED;
    pending.keySet().forEach(this::endClosed);
    return wasOpen;
  }

  /** Goes on with work on an executor, unless the promise is complete by then. */
  void dispatch(Promise<?> promise, Executor executor, Runnable work) {
    try {
      executor.execute(
          () -> {
            if (!isGivenUp(promise)) {
              work.run();
            }
          });
    } catch (Throwable refused) {
      endRefused(promise, refused);
    }
  }

  /** Tells whether a promise is complete already, by closing or by a caller who gave up. */
  boolean isGivenUp(Promise<?> promise) {
    boolean isGivenUp = promise.isCompleted();
    if (isGivenUp) {
      pending.remove(promise);
    }
    return isGivenUp;
  }

  // The promise's type is its caller's; a failure fits every type, and a value comes from its work.
  @SuppressWarnings("unchecked")
  <T> void end(Promise<?> promise, Try<T> outcome) {
    CallSite caller = pending.remove(promise);
    if (caller != null) {
      ((Promise<T>) promise).tryComplete(caller.shownIn(outcome));
    }
  }

  /** Completes a promise whose work cannot be done on a thread. */
  void endRefused(Promise<?> promise, Throwable refused) {
    if (isClosed()) {
      endClosed(promise);
    } else {
      end(promise, failure(refused));
    }
  }

  private void endClosed(Promise<?> promise) {
    end(promise, Try.failure(new Closed()));
  }

  /**
   * Does what others can see, and completes the promise with its outcome: not begun any more once
   * the promise is complete, and not overtaken by closing once it has begun.
   */
  <T> void commit(Promise<T> promise, Supplier<Try<T>> work) {
    CallSite caller = pending.remove(promise);
    if (caller != null && !promise.isCompleted()) {
      promise.tryComplete(caller.shownIn(outcome(work)));
    }
  }

  /** Does work, whatever it throws. */
  static <T> Try<T> outcome(Supplier<Try<T>> work) {
    try {
      return work.get();
    } catch (Throwable bug) {
      return failure(bug);
    }
  }

  /** {@code Try} throws what it takes for fatal instead of holding it, and nobody would hear. */
  static <T> Try<T> failure(Throwable unexpected) {
    try {
      return Try.failure(unexpected);
    } catch (Throwable fatal) {
      return Try.failure(new CompletionException(fatal));
    }
  }
}
