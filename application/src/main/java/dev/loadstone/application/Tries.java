package dev.loadstone.application;

import io.vavr.control.Try;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** What {@link Try} does not do itself. */
public final class Tries {

  private Tries() {}

  /** {@return the outcome of work, whatever it throws} */
  public static <T> Try<T> of(Supplier<Try<T>> work) {
    try {
      return work.get();
    } catch (Throwable bug) {
      return failure(bug);
    }
  }

  /**
   * Makes a failure of any throwable. {@link Try#failure} throws those that it takes for fatal
   * instead of holding them, and nobody would hear: they come as the cause of another.
   */
  public static <T> Try<T> failure(Throwable unexpected) {
    try {
      return Try.failure(unexpected);
    } catch (Throwable fatal) {
      return Try.failure(new CompletionException(fatal));
    }
  }
}
