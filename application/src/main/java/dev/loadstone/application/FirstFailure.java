package dev.loadstone.application;

import io.vavr.control.Try;
import org.jspecify.annotations.Nullable;

/**
 * The first failure among the answers to many questions, which are all asked. Not a chain of
 * functions: each would cost the first check of a process.
 */
final class FirstFailure {

  private @Nullable Throwable failure;

  /** Returns an answer, or what stands for it where there was a failure. */
  <T> T valueOf(Try<T> answer, T otherwise) {
    if (answer.isSuccess()) {
      return answer.get();
    }
    if (failure == null) {
      failure = answer.getCause();
    }
    return otherwise;
  }

  /** Returns what was made of the answers, or the first failure among them. */
  <T> Try<T> orElse(T result) {
    Throwable first = failure;
    return first == null ? Try.success(result) : Try.failure(first);
  }
}
