package dev.loadstone.application;

import io.vavr.control.Try;
import org.jspecify.annotations.Nullable;

/**
 * Takes the answers of ports in one go of many questions, and keeps the first failure.
 *
 * <p>In place of a chain of functions, each of which would cost the first check of a process.
 */
final class Answers {

  private @Nullable Throwable failure;

  /** Returns an answer, or what stands for it where there was a failure. */
  <T> T of(Try<T> answer, T otherwise) {
    if (answer.isSuccess()) {
      return answer.get();
    }
    if (failure == null) {
      failure = answer.getCause();
    }
    return otherwise;
  }

  /** Returns what was made of the answers, or the first failure among them. */
  <T> Try<T> unlessFailed(T result) {
    Throwable first = failure;
    return first == null ? Try.success(result) : Try.failure(first);
  }
}
