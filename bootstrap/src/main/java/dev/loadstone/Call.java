package dev.loadstone;

import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.function.Supplier;

/**
 * A call of the façade on its way from thread to thread, until its promise is complete.
 *
 * @param <T> what it gives
 */
interface Call<T> {

  /**
   * Looks where no deep stack is needed, unless the caller has given up, and goes on with what the
   * step returns where plugins run. A step that returns none has seen to it that the call goes on.
   */
  void look(Supplier<Option<Runnable>> step);

  /** Goes on where what compiles has a deep stack, unless the caller has given up. */
  void compile(Runnable step);

  /** Goes on where plugins run, unless the caller has given up. */
  void link(Runnable step);

  /**
   * Does what others can see, and completes the promise with its outcome: not begun any more once
   * the call is closed or given up, and not overtaken once it has begun.
   */
  void commit(Supplier<Try<T>> work);

  /** Completes the promise. */
  void end(Try<T> outcome);

  /** Tells whether nobody waits any more. */
  boolean isGivenUp();
}
