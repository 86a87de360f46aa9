package dev.loadstone.domain.error;

import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
      return Try.failure(new IllegalStateException(fatal));
    }
  }

  /**
   * Applies a function to values in their order, up to the first failure. {@link Try#traverse} does
   * the same, but costs a fresh process 50 ms, as it loads Vavr's collections.
   *
   * @return the results, in the order of the values; or the first failure
   */
  public static <T, R> Try<List<R>> traverse(
      Iterable<? extends T> values, Function<? super T, Try<R>> function) {
    List<R> results = new ArrayList<>();
    for (T value : values) {
      Try<R> result = function.apply(value);
      if (result.isFailure()) {
        return Try.failure(result.getCause());
      }
      results.add(result.get());
    }
    return Try.success(List.copyOf(results));
  }
}
