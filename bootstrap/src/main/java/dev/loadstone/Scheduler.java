package dev.loadstone;

import dev.loadstone.PluginThreads.Task;
import dev.loadstone.PluginThreads.Trace;
import dev.loadstone.domain.error.Closed;
import io.vavr.concurrent.Future;
import io.vavr.concurrent.Promise;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
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
 *
 * <p>Each caller has a promise of its own, since a Vavr future that is cancelled, or whose wait is
 * timed out or interrupted, completes for everyone who holds it.
 */
final class Scheduler {

  // 10,000 nested parentheses take javac 8 MB. The memory is only reserved until it is used, but a
  // collector walks all of a stack: one of 256 MB kept a hopeless source busy for minutes.
  private static final long COMPILER_STACK_BYTES = 64L << 20;

  private enum State {
    NEW,
    STARTED,
    CLOSED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
  private final Set<Promise<?>> pending = ConcurrentHashMap.newKeySet();
  private final ThreadLocal<@Nullable Boolean> inPlugin = new ThreadLocal<>();
  private final PluginThreads ownThreads;
  private final CompilerThreads compilers;
  private final Lookups lookups;
  private final Option<Executor> callersExecutor;

  private Scheduler(
      PluginThreads ownThreads,
      CompilerThreads compilers,
      Lookups lookups,
      Option<Executor> callersExecutor) {
    this.ownThreads = ownThreads;
    this.compilers = compilers;
    this.lookups = lookups;
    this.callersExecutor = callersExecutor;
  }

  /** Makes a scheduler; no thread is started before the first call. */
  static Scheduler create(Option<Executor> callersExecutor) {
    ThreadGroup group = rootGroup();
    int processors = Runtime.getRuntime().availableProcessors();
    PluginThreads own = new PluginThreads(new ThreadSource("scheduler", 0, group), processors);
    return new Scheduler(
        own,
        new CompilerThreads(new ThreadSource("compiler", COMPILER_STACK_BYTES, group), processors),
        new Lookups(own::start, processors),
        callersExecutor);
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
    return state.get() == State.STARTED;
  }

  boolean isClosed() {
    return state.get() == State.CLOSED;
  }

  /** Returns where compilation runs. */
  CompilerThreads compilers() {
    return compilers;
  }

  /** Does work that may take long, and neither compiles nor runs a plugin. */
  <T> Future<T> runAlone(Supplier<Try<T>> work) {
    return submit(promise -> dispatch(promise, ownThreads, () -> settle(promise, outcome(work))));
  }

  /** Begins a call whose steps say themselves where they go on. */
  <T> Future<T> call(Consumer<Call<T>> first) {
    Executor plugins = pluginThreads();
    return submit(promise -> first.accept(new ScheduledCall<>(promise, plugins)));
  }

  /** Does work that compiles, and neither links nor runs a plugin. */
  <T> Future<T> compile(Supplier<Try<T>> work) {
    return submit(promise -> dispatch(promise, compilers, () -> settle(promise, outcome(work))));
  }

  /**
   * Compiles, then does with what came of it what others can see. Once that has begun, it is too
   * late for {@link #close()} to fail the promise, and before that, it is not begun any more.
   */
  <A, T> Future<T> compileThenCommit(Supplier<Try<A>> compilation, Function<A, Try<T>> commit) {
    return submit(
        promise ->
            dispatch(
                promise,
                compilers,
                () -> {
                  Try<A> compiled = outcome(compilation);
                  commit(promise, () -> compiled.flatMap(commit));
                }));
  }

  /** Does work that links or runs a plugin. */
  <T> Future<T> run(Supplier<Try<T>> work) {
    Executor plugins = pluginThreads();
    return submit(promise -> dispatchToPlugins(promise, plugins, work));
  }

  /** Compiles, then links or runs what came of it. */
  <A, T> Future<T> compileThenRun(Supplier<Try<A>> compilation, Function<A, Try<T>> then) {
    Executor plugins = pluginThreads();
    return submit(
        promise ->
            dispatch(
                promise,
                compilers,
                () ->
                    outcome(compilation)
                        .onFailure(error -> settle(promise, Try.failure(error)))
                        .onSuccess(
                            compiled ->
                                dispatchToPlugins(promise, plugins, () -> then.apply(compiled)))));
  }

  /** Runs a plugin's code on the calling thread. */
  <T> Try<T> start(Supplier<Try<T>> plugin) {
    Boolean before = inPlugin.get();
    inPlugin.set(true);
    try {
      return outcome(plugin);
    } finally {
      if (before == null) {
        inPlugin.remove();
      }
    }
  }

  /** Completes what is pending with {@link Closed}, and waits for nothing. */
  void close() {
    if (state.getAndSet(State.CLOSED) != State.CLOSED) {
      // First, or a refusal by the compiler's threads might be what a call ends in.
      pending.forEach(this::settleClosed);
      lookups.clear();
      compilers.close();
      ownThreads.close();
    }
  }

  private <T> Future<T> submit(Consumer<Promise<T>> work) {
    Promise<T> promise = Promise.make(ownThreads);
    pending.add(promise);
    state.compareAndSet(State.NEW, State.STARTED);
    if (isClosed()) {
      settleClosed(promise);
    } else {
      work.accept(promise);
    }
    return promise.future();
  }

  private <T> void dispatchToPlugins(Promise<T> promise, Executor plugins, Supplier<Try<T>> work) {
    dispatchToPlugins(promise, plugins, () -> settle(promise, outcome(work)));
  }

  private void dispatchToPlugins(Promise<?> promise, Executor plugins, Runnable plugin) {
    Task task = toPlugins(promise, plugins, plugin);
    try {
      ownThreads.start(() -> isGivenUp(promise) ? Trace.NONE : task.run());
    } catch (Throwable refused) {
      settleRefused(promise, refused);
    }
  }

  /** Returns what one of our own threads has to do for the plugin to run where it should. */
  private Task toPlugins(Promise<?> promise, Executor plugins, Runnable plugin) {
    return plugins == ownThreads
        ? () -> {
          plugin.run();
          return Trace.OF_A_PLUGIN;
        }
        : () -> handOver(promise, plugins, plugin);
  }

  /**
   * A caller's executor may well run its work on the submitting thread, which is therefore neither
   * the caller's nor one that compiles.
   */
  private Trace handOver(Promise<?> promise, Executor plugins, Runnable plugin) {
    Thread submitting = Thread.currentThread();
    AtomicBoolean ranHere = new AtomicBoolean();
    dispatch(
        promise,
        plugins,
        () -> {
          if (Thread.currentThread() == submitting) {
            ranHere.set(true);
          }
          plugin.run();
        });
    return ranHere.get() ? Trace.OF_A_PLUGIN : Trace.NONE;
  }

  /** Returns where the plugins run that the calling thread asks for. */
  private Executor pluginThreads() {
    return inPlugin.get() == null ? callersExecutor.getOrElse(ownThreads) : ownThreads;
  }

  /**
   * Work whose promise is complete already, by closing or by a caller who gave up, is not begun.
   */
  private void dispatch(Promise<?> promise, Executor executor, Runnable work) {
    try {
      executor.execute(
          () -> {
            if (!isGivenUp(promise)) {
              work.run();
            }
          });
    } catch (Throwable refused) {
      settleRefused(promise, refused);
    }
  }

  private boolean isGivenUp(Promise<?> promise) {
    boolean isGivenUp = promise.isCompleted();
    if (isGivenUp) {
      pending.remove(promise);
    }
    return isGivenUp;
  }

  private void settleRefused(Promise<?> promise, Throwable refused) {
    if (isClosed()) {
      settleClosed(promise);
    } else {
      settle(promise, failure(refused));
    }
  }

  private <T> void commit(Promise<T> promise, Supplier<Try<T>> work) {
    if (pending.remove(promise) && !promise.isCompleted()) {
      promise.tryComplete(outcome(work));
    }
  }

  private void settleClosed(Promise<?> promise) {
    settle(promise, Try.failure(new Closed()));
  }

  // The promise's type is its caller's; a failure fits every type, and a value comes from its work.
  @SuppressWarnings("unchecked")
  private <T> void settle(Promise<?> promise, Try<T> outcome) {
    if (pending.remove(promise)) {
      ((Promise<T>) promise).tryComplete(outcome);
    }
  }

  /** Does work, whatever it throws. */
  static <T> Try<T> outcome(Supplier<Try<T>> work) {
    try {
      return work.get();
    } catch (Throwable bug) {
      return failure(bug);
    }
  }

  /** {@code Try} throws what it takes for fatal instead of holding it, and nobody would hear. */
  private static <T> Try<T> failure(Throwable unexpected) {
    try {
      return Try.failure(unexpected);
    } catch (Throwable fatal) {
      return Try.failure(new CompletionException(fatal));
    }
  }

  /** A call whose promise is pending here. */
  private final class ScheduledCall<T> implements Call<T> {

    private final Promise<T> promise;
    private final Executor plugins;

    ScheduledCall(Promise<T> promise, Executor plugins) {
      this.promise = promise;
      this.plugins = plugins;
    }

    @Override
    public void look(Supplier<Option<Runnable>> step) {
      lookups.submit(
          new Lookups.Look() {
            @Override
            public Option<Task> look() {
              return isGivenUp() ? Option.none() : lookSafely(step);
            }

            @Override
            public void refused(Throwable reason) {
              settleRefused(promise, reason);
            }
          });
    }

    private Option<Task> lookSafely(Supplier<Option<Runnable>> step) {
      try {
        return step.get().map(then -> toPlugins(promise, plugins, () -> endIfThrown(then)));
      } catch (Throwable bug) {
        settle(promise, failure(bug));
        return Option.none();
      }
    }

    @Override
    public void compile(Runnable step) {
      dispatch(promise, compilers, () -> endIfThrown(step));
    }

    @Override
    public void link(Runnable step) {
      dispatchToPlugins(promise, plugins, () -> endIfThrown(step));
    }

    @Override
    public void commit(Supplier<Try<T>> work) {
      Scheduler.this.commit(promise, work);
    }

    @Override
    public void end(Try<T> outcome) {
      settle(promise, outcome);
    }

    @Override
    public boolean isGivenUp() {
      return Scheduler.this.isGivenUp(promise);
    }

    private void endIfThrown(Runnable step) {
      try {
        step.run();
      } catch (Throwable bug) {
        settle(promise, failure(bug));
      }
    }
  }
}
