package dev.loadstone;

import dev.loadstone.PluginThreads.Task;
import dev.loadstone.PluginThreads.Trace;
import io.vavr.concurrent.Promise;
import io.vavr.control.Option;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Where the plugins of a call run: on threads of our own, or on the caller's executor. */
final class PluginRuns {

  private final Promises promises;
  private final PluginThreads ownThreads;
  private final Option<Executor> callersExecutor;

  PluginRuns(Promises promises, PluginThreads ownThreads, Option<Executor> callersExecutor) {
    this.promises = promises;
    this.ownThreads = ownThreads;
    this.callersExecutor = callersExecutor;
  }

  /** Goes on where plugins run, unless the promise is complete by then. */
  void start(Promise<?> promise, Runnable plugin) {
    Task task = task(promise, plugin);
    try {
      ownThreads.start(() -> promises.isGivenUp(promise) ? Trace.NONE : task.run());
    } catch (Throwable refused) {
      promises.endRefused(promise, refused);
    }
  }

  /** Returns what one of our own threads has to do for the plugin to run where it should. */
  Task task(Promise<?> promise, Runnable plugin) {
    return callersExecutor.isDefined()
        ? () -> handOver(promise, callersExecutor.get(), plugin)
        : () -> {
          plugin.run();
          return Trace.OF_A_PLUGIN;
        };
  }

  /**
   * A caller's executor may well run its work on the submitting thread, which is therefore neither
   * the caller's nor one that compiles.
   */
  private Trace handOver(Promise<?> promise, Executor executor, Runnable plugin) {
    Thread submitting = Thread.currentThread();
    AtomicBoolean ranHere = new AtomicBoolean();
    promises.dispatch(
        promise,
        executor,
        () -> {
          if (Thread.currentThread() == submitting) {
            ranHere.set(true);
          }
          plugin.run();
        });
    return ranHere.get() ? Trace.OF_A_PLUGIN : Trace.NONE;
  }
}
