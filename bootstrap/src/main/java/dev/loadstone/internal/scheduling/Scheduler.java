package dev.loadstone.internal.scheduling;

import dev.loadstone.application.Cancellation;
import dev.loadstone.application.CompilationThreads;
import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.error.ExecutorRefused;
import dev.loadstone.domain.error.SchedulerStarted;
import dev.loadstone.domain.error.TimedOut;
import dev.loadstone.domain.error.Tries;
import dev.loadstone.domain.event.Event;
import dev.loadstone.internal.scheduling.Lane.Hop;
import dev.loadstone.internal.scheduling.Lane.Step;
import io.vavr.concurrent.Future;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts the use cases into futures, and decides which thread does what. The steps of a call run
 * straight down on one thread of ours:
 *
 * <ol>
 *   <li>It <em>looks</em> for what was compiled before. A few calls look at the same time.
 *   <li>Where nothing was found it has the plugin <em>compiled</em>, on one of a few threads with a
 *       deep stack, which nobody else can interrupt, and waits for it. At most {@value
 *       #MOST_COMPILING} calls do so; what needs no compiler does not queue behind them.
 *   <li>It <em>starts</em> the plugin: links and runs it. At most {@value #MOST_STARTING} calls do
 *       so, each on a thread that runs no other plugin, since a plugin may wait for anything, and
 *       leave anything in thread-local variables. The caller's executor does this step if there is
 *       one.
 * </ol>
 *
 * <p>What a plugin asks for while it starts is not bounded, since the plugin may wait for it. It is
 * known by its thread, and by threads that this one has made since. And while a plugin starts on
 * the caller's executor, whatever anybody asks for is started on threads of ours: the executor may
 * have only the one thread, which waits for it.
 */
public final class Scheduler {

  /** How many calls at most wait for a compiler at the same time, those of plugins aside. */
  static final int MOST_COMPILING = 128;

  /** How many calls at most start plugins on our threads at the same time, in the same sense. */
  static final int MOST_STARTING = 128;

  // 10,000 nested parentheses take javac 8 MB. The memory is only reserved until it is used, but a
  // collector walks all of a stack: one of 256 MB kept a hopeless source busy for minutes.
  private static final long COMPILER_STACK_BYTES = 64L << 20;

  /**
   * Whether a start is under way on this thread, or on one that made it. The value is an object of
   * the JDK's, as a pooled thread keeps it for as long as it lives.
   */
  @SuppressWarnings("ThreadLocalUsage") // A library that is closed leaves nothing static behind.
  private final ThreadLocal<@Nullable AtomicBoolean> startHere = new InheritableThreadLocal<>();

  private final AtomicInteger startsOnExecutor = new AtomicInteger();
  private final Call.All calls;
  private final PluginThreads ownThreads;
  private final CompilerThreads compilers;
  private final Watchdog watchdog;
  private final Option<Executor> executor;
  private final Option<Duration> startLimit;
  private final Consumer<Event> events;
  private final Lanes bounded;
  private final Lanes unbounded;

  /** Where the steps of calls queue. */
  private record Lanes(Lane looking, Lane compiling, Lane starting) {

    void clear() {
      looking.clear();
      compiling.clear();
      starting.clear();
    }
  }

  /**
   * Makes a scheduler; no thread is started before the first call.
   *
   * @param executor where plugins are linked and run, none for threads of ours
   * @param compileLimit how long a compilation may take
   * @param startLimit how long a plugin's start may take
   * @param events is told of the errors that calls end in
   */
  public Scheduler(
      Option<Executor> executor,
      Option<Duration> compileLimit,
      Option<Duration> startLimit,
      Consumer<Event> events) {
    this.executor = executor;
    this.startLimit = startLimit;
    this.events = events;
    ThreadGroup group = rootGroup();
    int processors = Runtime.getRuntime().availableProcessors();
    ownThreads = new PluginThreads(new ThreadSource("scheduler", 0, group), processors);
    compilers =
        new CompilerThreads(
            new ThreadSource("compiler", COMPILER_STACK_BYTES, group), processors, compileLimit);
    watchdog = new Watchdog(new ThreadSource("watchdog", 0, group));
    calls = new Call.All(ownThreads, events);
    bounded = lanes(processors, MOST_COMPILING, MOST_STARTING);
    unbounded = lanes(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  private Lanes lanes(int looking, int compiling, int starting) {
    return new Lanes(
        new Lane(ownThreads, looking),
        new Lane(ownThreads, compiling),
        new Lane(ownThreads, starting));
  }

  /** The one group that is nobody's: the caller's own may be destroyed, or a plugin's. */
  private static ThreadGroup rootGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  /** {@return the threads that compile} */
  public CompilationThreads compilers() {
    return compilers;
  }

  /** {@return whether a call was begun} */
  public boolean isStarted() {
    return calls.isStarted();
  }

  /** {@return a future of work that neither compiles nor runs a plugin} */
  public <T> Future<T> run(Supplier<Try<T>> work) {
    return begin((call, lanes) -> lanes.starting().execute(last(call, work)));
  }

  /**
   * Does work on a thread that compiles.
   *
   * @param plugin the plugin's name, for messages
   * @param work the work
   * @param <T> what it gives
   * @return a future of its outcome
   */
  public <T> Future<T> compile(String plugin, Supplier<Try<T>> work) {
    return begin(
        (call, lanes) ->
            lanes.compiling().execute(last(call, () -> compilers.call(plugin, work, call))));
  }

  /**
   * Looks, and then does what others can see.
   *
   * @param look the first step
   * @param isFound whether the other step needs no compiler
   * @param then the other step
   * @param <F> what is found
   * @param <T> what the call gives
   * @return a future of the outcome
   */
  public <F, T> Future<T> submit(
      Function<Cancellation, Try<F>> look,
      Predicate<F> isFound,
      BiFunction<F, Call<T>, Try<T>> then) {
    return begin(
        (call, lanes) ->
            lanes
                .looking()
                .execute(
                    step(
                        call,
                        () -> look.apply(call),
                        found ->
                            Option.some(
                                new Hop(
                                    isFound.test(found) ? lanes.starting() : lanes.compiling(),
                                    last(call, () -> then.apply(found, call)))))));
  }

  /**
   * The steps of a load.
   *
   * @param <F> what looking finds
   * @param <A> what is linked and run
   * @param <T> what the load gives
   */
  public interface Load<F, A, T> {

    /** Looks for what was compiled before. */
    Try<F> look(Cancellation cancellation);

    /** {@return whether {@link #obtain} needs no compiler} */
    boolean isFound(F found);

    /** Gives what was found, or compiles it. Called even where the call was given up. */
    Try<A> obtain(F found, Cancellation cancellation);

    /** Links and runs it. */
    Try<T> start(F found, A artifact, Cancellation cancellation);
  }

  /**
   * Loads a plugin.
   *
   * @param plugin the plugin's name, for messages
   * @param load the steps
   * @param <T> what the load gives
   * @return a future of the outcome
   */
  public <F, A, T> Future<T> load(String plugin, Load<F, A, T> load) {
    Option<Executor> callersExecutor = callersExecutor();
    return begin(
        (call, lanes) ->
            lanes
                .looking()
                .execute(new Loading<>(plugin, load, call, lanes, callersExecutor).look()));
  }

  /**
   * Starts a plugin for which nothing is to be compiled: the last step of a load is all of it.
   *
   * @param plugin the plugin's name, for messages
   * @param start the step
   * @param <T> what the load gives
   * @return a future of the outcome
   */
  public <T> Future<T> load(String plugin, Supplier<Try<T>> start) {
    Option<Executor> callersExecutor = callersExecutor();
    return begin(
        (call, lanes) -> {
          if (callersExecutor.isEmpty()) {
            lanes.starting().execute(last(call, () -> startHere(plugin, start, call)));
          } else {
            handOver(callersExecutor.get(), plugin, start, call);
          }
        });
  }

  /** Returns the caller's executor, unless what is asked for now may be awaited on it. */
  private Option<Executor> callersExecutor() {
    return isAskedByPlugin() || startsOnExecutor.get() > 0 ? Option.none() : executor;
  }

  /** A load under way. */
  private final class Loading<F, A, T> {

    private final String plugin;
    private final Load<F, A, T> load;
    private final Call<T> call;
    private final Lanes lanes;
    private final Option<Executor> callersExecutor;

    Loading(
        String plugin,
        Load<F, A, T> load,
        Call<T> call,
        Lanes lanes,
        Option<Executor> callersExecutor) {
      this.plugin = plugin;
      this.load = load;
      this.call = call;
      this.lanes = lanes;
      this.callersExecutor = callersExecutor;
    }

    Step look() {
      return step(
          call,
          () -> load.look(call),
          found ->
              load.isFound(found)
                  ? obtain(found).run()
                  : Option.some(new Hop(lanes.compiling(), obtain(found))));
    }

    private Step obtain(F found) {
      return step(
          call,
          () -> load.obtain(found, call),
          artifact -> Option.some(new Hop(lanes.starting(), start(found, artifact))));
    }

    private Step start(F found, A artifact) {
      Supplier<Try<T>> start = () -> load.start(found, artifact, call);
      return callersExecutor.isEmpty()
          ? last(call, () -> startHere(plugin, start, call))
          : new LastStep(call, () -> handOver(callersExecutor.get(), plugin, start, call));
    }
  }

  private <T> Try<T> startHere(String plugin, Supplier<Try<T>> start, Call<T> call) {
    ownThreads.spend();
    watchStart(plugin, call);
    return start.get();
  }

  /** Has the caller's executor do the last step; the call is over when that is. */
  private <T> void handOver(Executor callers, String plugin, Supplier<Try<T>> start, Call<T> call) {
    AtomicBoolean isBegun = new AtomicBoolean();
    Runnable task =
        () -> {
          isBegun.set(true);
          if (!call.isRequested()) {
            ownThreads.spend(); // An executor may run its tasks on the submitting thread.
            watchStart(plugin, call);
            startsOnExecutor.incrementAndGet();
            Try<T> outcome = Tries.of(start);
            startsOnExecutor.decrementAndGet(); // Before others see that it is over.
            call.end(outcome);
          }
        };
    WeakReference<Runnable> submitted = new WeakReference<>(task);
    try {
      callers.execute(task);
    } catch (Throwable refused) {
      isBegun.set(true);
      call.refuse(new ExecutorRefused(plugin, refused));
      return;
    }
    if (!isBegun.get()) {
      watchdog.add(new Discarded(submitted, isBegun, new WeakReference<>(call), plugin));
    }
  }

  private void watchStart(String plugin, Call<?> call) {
    Thread thread = Thread.currentThread();
    startLimit.forEach(
        limit ->
            watchdog.add(
                new StartDeadline(
                    new WeakReference<>(call),
                    plugin,
                    limit,
                    System.nanoTime() + limit.toNanos(),
                    new WeakReference<>(thread))));
  }

  /** Ends the call whose task an executor dropped: nobody holds it, and it has not begun. */
  private record Discarded(
      WeakReference<Runnable> task,
      AtomicBoolean isBegun,
      WeakReference<Call<?>> call,
      String plugin)
      implements Watchdog.Watch {

    @Override
    public boolean isOver() {
      Call<?> waiting = call.get();
      boolean isDropped = task.get() == null && !isBegun.get();
      if (isDropped && waiting != null) {
        waiting.end(Try.failure(new ExecutorRefused(plugin, null)));
      }
      return isDropped || isBegun.get() || waiting == null || waiting.isRequested();
    }
  }

  /** Ends the call whose plugin starts for too long. */
  private record StartDeadline(
      WeakReference<Call<?>> call,
      String plugin,
      Duration limit,
      long nanoTime,
      WeakReference<Thread> thread)
      implements Watchdog.Watch {

    @Override
    public boolean isOver() {
      Call<?> waiting = call.get();
      Thread starting = thread.get();
      if (waiting == null || starting == null || waiting.isRequested()) {
        return true;
      }
      boolean isLate = System.nanoTime() - nanoTime > 0;
      if (isLate) {
        waiting.end(
            Try.failure(StillRunning.timedOut(TimedOut.Work.START, plugin, limit, starting)));
      }
      return isLate;
    }
  }

  /**
   * Runs a plugin's start on the calling thread, which is afterwards as it was before.
   *
   * @param start the plugin's code
   * @param <T> what it gives
   * @return its outcome
   */
  public <T> Try<T> start(Supplier<Try<T>> start) {
    ThreadState thread = ThreadState.ofThisThread();
    AtomicBoolean before = startHere.get();
    AtomicBoolean isUnderWay = new AtomicBoolean(true);
    startHere.set(isUnderWay);
    try {
      return Tries.of(start);
    } finally {
      isUnderWay.set(false); // For threads that outlive the start that made them.
      thread.restore();
      if (before == null) {
        startHere.remove();
      } else {
        startHere.set(before);
      }
    }
  }

  private boolean isAskedByPlugin() {
    AtomicBoolean isUnderWay = startHere.get();
    return isUnderWay != null && isUnderWay.get();
  }

  /**
   * Does work on the calling thread, as long as no call was begun.
   *
   * @param work the work
   * @param <T> what it gives
   * @return its outcome; {@link SchedulerStarted} or {@link Closed}
   */
  public <T> Try<T> runBlocking(Supplier<Try<T>> work) {
    return calls.isStarted() ? shown(Try.failure(new SchedulerStarted())) : runHere(work);
  }

  /**
   * Does work on the calling thread.
   *
   * @param work the work
   * @param <T> what it gives
   * @return its outcome, or {@link Closed}
   */
  public <T> Try<T> runHere(Supplier<Try<T>> work) {
    return shown(calls.isClosed() ? Try.failure(new Closed()) : Call.told(Tries.of(work), events));
  }

  private static <T> Try<T> shown(Try<T> outcome) {
    return outcome.isSuccess() ? outcome : CallSite.here().shownIn(outcome);
  }

  /** Completes what is pending with {@link Closed}, and waits for nothing. */
  public void close() {
    // First, or a refusal by the compiler's threads might be what a call ends in.
    if (calls.close()) {
      bounded.clear();
      unbounded.clear();
      compilers.close();
      ownThreads.close();
    }
  }

  private <T> Future<T> begin(BiConsumer<Call<T>, Lanes> first) {
    Call<T> call = calls.begin();
    if (!call.isRequested()) {
      first.accept(call, isAskedByPlugin() ? unbounded : bounded);
    }
    return call.future();
  }

  /** Makes a step that goes on with what its work gives, and else ends the call. */
  private static <R, T> Step step(
      Call<T> call, Supplier<Try<R>> work, Function<R, Option<Hop>> next) {
    return new Step() {
      @Override
      public Option<Hop> run() {
        Try<R> outcome = Tries.of(work);
        if (outcome.isSuccess()) {
          return next.apply(outcome.get());
        }
        call.end(Tries.failure(outcome.getCause()));
        return Option.none();
      }

      @Override
      public void refused(Throwable reason) {
        call.refuse(reason);
      }
    };
  }

  /** Makes a step whose outcome is the call's, unless the call is over by then. */
  private static <T> Step last(Call<T> call, Supplier<Try<T>> work) {
    return new LastStep(call, () -> call.end(Tries.of(work)));
  }

  /** The last step of a call. */
  private record LastStep(Call<?> call, Runnable work) implements Step {

    @Override
    public Option<Hop> run() {
      if (!call.isRequested()) {
        work.run();
      }
      return Option.none();
    }

    @Override
    public void refused(Throwable reason) {
      call.refuse(reason);
    }
  }
}
