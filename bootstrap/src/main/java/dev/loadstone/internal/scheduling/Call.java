package dev.loadstone.internal.scheduling;

import dev.loadstone.application.Cancellation;
import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.Tries;
import dev.loadstone.domain.event.Event;
import io.vavr.concurrent.Future;
import io.vavr.concurrent.Promise;
import io.vavr.control.Try;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A call of the façade, until its future is complete: which happens exactly once, by its outcome or
 * by closing. It is cancelled when its future is complete before there is an outcome.
 *
 * <p>Each call has a promise of its own, since a Vavr future that is cancelled, or whose wait is
 * timed out or interrupted, completes for everyone who holds it.
 *
 * @param <T> what it gives
 */
public final class Call<T> implements Cancellation {

  private static final long PAUSE_NANOS = 50_000_000;

  private final Promise<T> promise;
  private final CallSite site = CallSite.here();
  private final All all;

  private Call(All all) {
    this.promise = Promise.make(all.callbacks);
    this.all = all;
  }

  Future<T> future() {
    return promise.future();
  }

  @Override
  public boolean isRequested() {
    boolean isRequested = promise.isCompleted();
    if (isRequested) {
      all.pending.remove(this);
    }
    return isRequested;
  }

  /**
   * Begins what others can see, which closing does not overtake from now on.
   *
   * @return false if it must not begin, because the call is closed or was given up
   */
  public boolean commit() {
    return all.pending.remove(this) && !promise.isCompleted();
  }

  /** Tells of a failure, and completes the future, unless that has happened. */
  void end(Try<T> outcome) {
    try {
      complete(told(outcome, all.events));
    } catch (Throwable unexpected) {
      refuse(unexpected);
    }
  }

  /**
   * Completes the future without telling anybody else: nothing happened. Never throws: where others
   * hold all memory, it waits until they have failed for lack of it.
   */
  void refuse(Throwable reason) {
    boolean isDone = false;
    while (!isDone) {
      try {
        complete(Tries.failure(all.isClosed() ? new Closed() : reason));
        isDone = true;
      } catch (OutOfMemoryError e) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void complete(Try<T> outcome) {
    all.pending.remove(this);
    promise.tryComplete(site.shownIn(outcome));
  }

  /**
   * Tells of the error where there is one. Several calls may end in the same error, so each has its
   * own copy, whose stack trace is for the call to fill in.
   */
  static <T> Try<T> told(Try<T> outcome, Consumer<Event> events) {
    if (outcome.failed().getOrNull() instanceof PluginException error) {
      PluginException copy = error.withStackTrace();
      events.accept(new Event.Failed(copy));
      return Try.failure(copy);
    }
    return outcome;
  }

  /** The calls of one library whose futures are not complete. */
  static final class All {

    private enum State {
      NEW,
      STARTED,
      CLOSED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private final Set<Call<?>> pending = ConcurrentHashMap.newKeySet();
    private final Executor callbacks;
    private final Consumer<Event> events;

    /**
     * Begins none yet.
     *
     * @param callbacks where that runs what callers do with their futures; it must refuse nothing,
     *     as Vavr drops what is refused
     * @param events is told of failures
     */
    All(Executor callbacks, Consumer<Event> events) {
      this.callbacks = callbacks;
      this.events = events;
    }

    boolean isStarted() {
      return state.get() == State.STARTED;
    }

    boolean isClosed() {
      return state.get() == State.CLOSED;
    }

    /** Begins a call; once closed, one that is complete already. */
    <T> Call<T> begin() {
      Call<T> call = new Call<>(this);
      pending.add(call);
      state.compareAndSet(State.NEW, State.STARTED);
      if (isClosed()) {
        call.refuse(new Closed());
      }
      return call;
    }

    /**
     * Completes what is pending with {@link Closed}, and waits for nothing.
     *
     * @return whether it was open before
     */
    boolean close() {
      boolean wasOpen = state.getAndSet(State.CLOSED) != State.CLOSED;
      for (Call<?> call : List.copyOf(pending)) {
        if (pending.remove(call)) { // It may just have begun what others can see.
          call.refuse(new Closed());
        }
      }
      return wasOpen;
    }
  }
}
