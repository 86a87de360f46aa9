package dev.loadstone;

import io.vavr.concurrent.Promise;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A call whose promise is pending.
 *
 * @param <T> what it gives
 */
final class ScheduledCall<T> implements Call<T> {

  private final Promise<T> promise;
  private final Promises promises;
  private final Lookups lookups;
  private final Executor compilers;
  private final PluginRuns plugins;

  ScheduledCall(
      Promise<T> promise,
      Promises promises,
      Lookups lookups,
      Executor compilers,
      PluginRuns plugins) {
    this.promise = promise;
    this.promises = promises;
    this.lookups = lookups;
    this.compilers = compilers;
    this.plugins = plugins;
  }

  @Override
  public void look(Supplier<Option<Runnable>> step) {
    lookups.submit(
        new Lookups.Look() {
          @Override
          public Option<Runnable> look() {
            return isGivenUp() ? Option.none() : lookSafely(step);
          }

          @Override
          public void refused(Throwable reason) {
            promises.endRefused(promise, reason);
          }
        });
  }

  private Option<Runnable> lookSafely(Supplier<Option<Runnable>> step) {
    try {
      return step.get().map(then -> plugins.task(promise, () -> endIfThrown(then)));
    } catch (Throwable bug) {
      end(Promises.failure(bug));
      return Option.none();
    }
  }

  @Override
  public void compile(Runnable step) {
    promises.dispatch(promise, compilers, () -> endIfThrown(step));
  }

  @Override
  public void link(Runnable step) {
    plugins.start(promise, () -> endIfThrown(step));
  }

  @Override
  public void commit(Supplier<Try<T>> work) {
    promises.commit(promise, work);
  }

  @Override
  public void end(Try<T> outcome) {
    promises.end(promise, outcome);
  }

  @Override
  public boolean isGivenUp() {
    return promises.isGivenUp(promise);
  }

  private void endIfThrown(Runnable step) {
    try {
      step.run();
    } catch (Throwable bug) {
      end(Promises.failure(bug));
    }
  }
}
