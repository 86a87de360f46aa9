package dev.loadstone.application;

import io.vavr.control.Try;
import java.util.function.Supplier;

/** Where compilations run: each on a thread with a deep stack, while its caller waits. */
public interface CompilationThreads {

  /** Compiles on the calling thread. */
  CompilationThreads CALLERS =
      new CompilationThreads() {
        @Override
        public <T> Try<T> call(String plugin, Supplier<Try<T>> work, Cancellation cancellation) {
          return work.get();
        }
      };

  /**
   * Runs a compilation and waits for its outcome.
   *
   * @param plugin the plugin's main file, for messages
   * @param work the compilation
   * @param cancellation ends the wait; work that has begun goes on
   * @param <T> what the work gives
   * @return the outcome of the work; {@link dev.loadstone.domain.error.TimedOut}; {@link
   *     dev.loadstone.domain.error.CompilerBusy}; or a {@link
   *     java.util.concurrent.CancellationException}
   */
  <T> Try<T> call(String plugin, Supplier<Try<T>> work, Cancellation cancellation);
}
