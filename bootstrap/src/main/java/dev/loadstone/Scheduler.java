package dev.loadstone;

import dev.loadstone.domain.error.Closed;
import io.vavr.concurrent.Future;
import io.vavr.concurrent.Promise;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts the use cases into futures, and decides which thread does what.
 *
 * <p>Compilation runs on a few threads of our own with a deep stack, which nobody else can
 * interrupt. It waits for nothing, so that a bounded number never starves. Plugin code runs on the
 * caller's executor, or else each time on a thread of its own: it may wait for further loads, and
 * what it leaves in thread-local variables goes with the thread.
 *
 * <p>Looking for what was compiled before needs no deep stack, and must not wait behind a
 * compilation: a few do it at the same time, each on the thread that is to link what it finds.
 *
 * <p>What a plugin starts while it starts itself runs on threads of our own in any case: the
 * caller's executor may have but the one that waits.
 */
final class Scheduler {

  // 10,000 nested parentheses take javac 8 MB. The memory is only reserved until it is used, but a
  // collector walks all of a stack: one of 256 MB kept a hopeless source busy for minutes.
  private static final long COMPILER_STACK_BYTES = 64L << 20;

  private final ThreadLocal<@Nullable Boolean> inPlugin = new ThreadLocal<>();
  private final PluginThreads ownThreads;
  private final CompilerThreads compilers;
  private final Lookups lookups;
  private final Promises promises;
  private final Option<Executor> callersExecutor;

  private Scheduler(Option<Executor> callersExecutor) {
    this.callersExecutor = callersExecutor;
    ThreadGroup group = rootGroup();
    int processors = Runtime.getRuntime().availableProcessors();
    ownThreads = new PluginThreads(new ThreadSource("scheduler", 0, group), processors);
    compilers =
        new CompilerThreads(new ThreadSource("compiler", COMPILER_STACK_BYTES, group), processors);
    lookups = new Lookups(ownThreads::start, processors);
    promises = new Promises(ownThreads::executeOrRun);
  }

  /** Makes a scheduler; no thread is started before the first call. */
  static Scheduler create(Option<Executor> callersExecutor) {
    return new Scheduler(callersExecutor);
  }

  /** The one group that is nobody's: the caller's own may be destroyed, or a plugin's. */
  private static ThreadGroup rootGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  boolean isStarted() {
    return promises.isStarted();
  }

  boolean isClosed() {
    return promises.isClosed();
  }

  /** Returns where compilation runs. */
  CompilerThreads compilers() {
    return compilers;
  }

  /** Does work that may take long, and neither compiles nor runs a plugin. */
  <T> Future<T> runAlone(Supplier<Try<T>> work) {
    return submit(promise -> promises.dispatch(promise, ownThreads, () -> end(promise, work)));
  }

  /** Begins a call whose steps say themselves where they go on. */
  <T> Future<T> call(Consumer<Call<T>> first) {
    PluginRuns plugins = pluginRuns();
    return submit(
        promise ->
            first.accept(new ScheduledCall<>(promise, promises, lookups, compilers, plugins)));
  }

  /** Does work that compiles, and neither links nor runs a plugin. */
  <T> Future<T> compile(Supplier<Try<T>> work) {
    return submit(promise -> promises.dispatch(promise, compilers, () -> end(promise, work)));
  }

  /**
   * Compiles, then does with what came of it what others can see. Once that has begun, it is too
   * late for {@link #close()} to fail the promise, and before that, it is not begun any more.
   */
  <A, T> Future<T> compileThenCommit(Supplier<Try<A>> compilation, Function<A, Try<T>> commit) {
    return submit(
        promise ->
            promises.dispatch(
                promise,
                compilers,
                () -> {
                  Try<A> compiled = Promises.outcome(compilation);
                  promises.commit(promise, () -> compiled.flatMap(commit));
                }));
  }

  /** Does work that links or runs a plugin. */
  <T> Future<T> run(Supplier<Try<T>> work) {
    PluginRuns plugins = pluginRuns();
    return submit(promise -> plugins.start(promise, () -> end(promise, work)));
  }

  /** Compiles, then links or runs what came of it. */
  <A, T> Future<T> compileThenRun(Supplier<Try<A>> compilation, Function<A, Try<T>> then) {
    PluginRuns plugins = pluginRuns();
    return submit(
        promise ->
            promises.dispatch(
                promise,
                compilers,
                () ->
                    Promises.outcome(compilation)
                        .onFailure(error -> promises.end(promise, Try.failure(error)))
                        .onSuccess(
                            compiled ->
                                plugins.start(
                                    promise, () -> end(promise, () -> then.apply(compiled))))));
  }

  /** Runs a plugin's code on the calling thread, which is afterwards as it was before. */
  <T> Try<T> start(Supplier<Try<T>> plugin) {
    ThreadState thread = ThreadState.ofThisThread();
    Boolean before = inPlugin.get();
    inPlugin.set(true);
    try {
      return Promises.outcome(plugin);
    } finally {
      thread.restore();
      if (before == null) {
        inPlugin.remove();
      }
    }
  }

  /** Completes what is pending with {@link Closed}, and waits for nothing. */
  void close() {
    // First, or a refusal by the compiler's threads might be what a call ends in.
    if (promises.close()) {
      lookups.clear();
      compilers.close();
      ownThreads.close();
    }
  }

  private <T> Future<T> submit(Consumer<Promise<T>> work) {
    Promise<T> promise = promises.make();
    if (!promises.isGivenUp(promise)) {
      work.accept(promise);
    }
    return promise.future();
  }

  private <T> void end(Promise<T> promise, Supplier<Try<T>> work) {
    promises.end(promise, Promises.outcome(work));
  }

  /** Returns where the plugins run that the calling thread asks for. */
  private PluginRuns pluginRuns() {
    return new PluginRuns(
        promises, ownThreads, inPlugin.get() == null ? callersExecutor : Option.none());
  }
}
