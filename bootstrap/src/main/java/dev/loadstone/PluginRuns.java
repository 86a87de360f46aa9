package dev.loadstone;

import io.vavr.concurrent.Promise;
import io.vavr.control.Option;
import java.util.concurrent.Executor;

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
    Runnable task = task(promise, plugin);
    try {
      ownThreads.start(task);
    } catch (Throwable refused) {
      promises.endRefused(promise, refused);
    }
  }

  /**
   * Returns what one of our own threads has to do for the plugin to run where it should, unless the
   * promise is complete by then. A caller's executor may well run its work, or what others gave it,
   * on the submitting thread, which is therefore neither the caller's nor one that compiles.
   */
  Runnable task(Promise<?> promise, Runnable plugin) {
    Runnable spending =
        () -> {
          if (!promises.isGivenUp(promise)) {
            ownThreads.spend();
            plugin.run();
          }
        };
    return callersExecutor.isEmpty()
        ? spending
        : () -> promises.dispatch(promise, callersExecutor.get(), spending);
  }
}
