package dev.loadstone.internal.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.application.Cancellation;
import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.error.ExecutorRefused;
import dev.loadstone.domain.error.SchedulerStarted;
import dev.loadstone.domain.error.TimedOut;
import dev.loadstone.internal.scheduling.Scheduler.Load;
import io.vavr.concurrent.Future;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class SchedulerTest {

  private final Scheduler scheduler = over(Option.none());

  @AfterEach
  void close() {
    scheduler.close();
  }

  @Test
  void isStarted_beforeAnyCall_isFalse() {
    assertThat(scheduler.isStarted()).isFalse();
  }

  @Test
  void isStarted_afterACall_isTrue() {
    scheduler.run(() -> Try.success(1)).get();

    assertThat(scheduler.isStarted()).isTrue();
  }

  private static Scheduler over(Option<Executor> executor) {
    return new Scheduler(executor, Option.none(), Option.none(), event -> {});
  }

  private static <T> Future<T> started(Scheduler scheduler, Supplier<Try<T>> start) {
    return found(scheduler, () -> Try.success(1), start);
  }

  private static <T> Future<T> found(
      Scheduler scheduler, Supplier<Try<Integer>> look, Supplier<Try<T>> start) {
    return scheduler.load(
        "P.java", new Steps<>(look, true, any -> Try.success(1), any -> start.get(), scheduler));
  }

  private static <A, T> Future<T> compiled(
      Scheduler scheduler, Supplier<Try<A>> compilation, Function<A, Try<T>> start) {
    return scheduler.load(
        "P.java",
        new Steps<A, T>(
            () -> Try.success(1),
            false,
            cancellation -> scheduler.compilers().call("P.java", compilation, cancellation),
            start,
            scheduler));
  }

  private <A, T> Future<T> committed(Supplier<Try<A>> compilation, Function<A, Try<T>> commit) {
    return scheduler.submit(
        cancellation -> Try.success(1),
        found -> false,
        (found, call) ->
            scheduler
                .compilers()
                .call("P.java", compilation, call)
                .flatMap(
                    made ->
                        call.commit()
                            ? commit.apply(made)
                            : Try.failure(new CancellationException())));
  }

  private record Steps<A, T>(
      Supplier<Try<Integer>> looking,
      boolean isThere,
      Function<Cancellation, Try<A>> obtaining,
      Function<A, Try<T>> starting,
      Scheduler scheduler)
      implements Load<Integer, A, T> {

    @Override
    public Try<Integer> look(Cancellation cancellation) {
      return looking.get();
    }

    @Override
    public boolean isFound(Integer found) {
      return isThere;
    }

    @Override
    public Try<A> obtain(Integer found, Cancellation cancellation) {
      return obtaining.apply(cancellation);
    }

    @Override
    public Try<T> start(Integer found, A artifact, Cancellation cancellation) {
      return scheduler.start(() -> starting.apply(artifact));
    }
  }

  private static boolean awaitForAMinute(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Test
  void compileThenRun_bothSucceed_givesTheValue() {
    Future<String> future =
        compiled(scheduler, () -> Try.success(7), seven -> Try.success("got " + seven));

    assertThat(future.get()).isEqualTo("got 7");
  }

  @Test
  void compileThenRun_firstFails_neverBeginsTheSecond() {
    AtomicBoolean begun = new AtomicBoolean();

    Future<String> future =
        compiled(
            scheduler,
            () -> Try.failure(new SchedulerStarted()),
            any -> {
              begun.set(true);
              return Try.success("");
            });

    assertThat(future.await().getCause().get()).isInstanceOf(SchedulerStarted.class);
    assertThat(begun).isFalse();
  }

  static Stream<Supplier<Throwable>> throwables() {
    return Stream.of(
        IllegalStateException::new,
        NullPointerException::new,
        () -> new AssertionError("assertion"),
        () -> new NoClassDefFoundError("linkage"),
        () -> new OutOfMemoryError("memory"),
        StackOverflowError::new,
        () -> new InterruptedException("interrupted"));
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void run_workThrowsAnything_completesWithIt(Supplier<Throwable> throwable) {
    Throwable thrown = throwable.get();

    Future<Object> future =
        scheduler.run(
            () -> {
              throw SchedulerTest.<RuntimeException>sneak(thrown);
            });

    Throwable cause = future.await().getCause().get();
    assertThat(cause == thrown ? cause : cause.getCause()).isSameAs(thrown);
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void compileThenRun_compilationThrowsAnything_completesWithIt(Supplier<Throwable> throwable) {
    Throwable thrown = throwable.get();

    Future<Object> future =
        compiled(
            scheduler,
            () -> {
              throw SchedulerTest.<RuntimeException>sneak(thrown);
            },
            Try::success);

    Throwable cause = future.await().getCause().get();
    assertThat(cause == thrown ? cause : cause.getCause()).isSameAs(thrown);
  }

  @Test
  void run_workWaitsForFurtherWorkManyLevelsDeep_doesNotStarve() {
    assertThat(nested(50)).isEqualTo(50);
  }

  private int nested(int levels) {
    return levels == 0
        ? 0
        : compiled(scheduler, () -> Try.success(levels), l -> Try.success(1 + nested(l - 1))).get();
  }

  @Test
  void run_workWaitsForFurtherWorkOnADirectExecutor_doesNotStarve() {
    Scheduler direct = over(Option.some(Runnable::run));

    int depth = nestedOn(direct, 20);

    assertThat(depth).isEqualTo(20);
    direct.close();
  }

  private static int nestedOn(Scheduler scheduler, int levels) {
    return levels == 0
        ? 0
        : compiled(
                scheduler,
                () -> Try.success(levels),
                l -> Try.success(1 + nestedOn(scheduler, l - 1)))
            .get();
  }

  @Test
  void run_callerCancels_interruptsNobodyAndLaterWorkSucceeds() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicReference<Boolean> interrupted = new AtomicReference<>();
    Future<Integer> future =
        scheduler.run(
            () -> {
              begun.countDown();
              awaitQuietly(release);
              interrupted.set(Thread.currentThread().isInterrupted());
              return Try.success(1);
            });
    begun.await();

    future.cancel();
    release.countDown();

    assertThat(scheduler.run(() -> Try.success(2)).get()).isEqualTo(2);
    assertThat(future.isCancelled()).isTrue();
    awaitUntil(() -> interrupted.get() != null);
    assertThat(interrupted.get()).isFalse();
  }

  @Test
  void run_callerTimedOut_completesForThatCallerOnly() {
    CountDownLatch release = new CountDownLatch(1);
    Supplier<Try<Integer>> work =
        () -> {
          awaitQuietly(release);
          return Try.success(1);
        };
    Future<Integer> impatient = scheduler.run(work);
    Future<Integer> patient = scheduler.run(work);

    impatient.await(10, TimeUnit.MILLISECONDS);
    release.countDown();

    assertThat(impatient.isFailure()).isTrue();
    assertThat(patient.get()).isEqualTo(1);
  }

  @Test
  void compileThenRun_callerGaveUpBeforeTheSecond_neverBeginsIt() {
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean begun = new AtomicBoolean();
    Future<Integer> future =
        compiled(
            scheduler,
            () -> {
              awaitQuietly(release);
              return Try.success(1);
            },
            one -> {
              begun.set(true);
              return Try.success(one);
            });

    future.cancel();
    release.countDown();

    // As many as there are compiler threads: the first of them to end has passed the work given up.
    for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
      compiled(scheduler, () -> Try.success(1), Try::success).get();
    }
    assertThat(begun).isFalse();
  }

  @Test
  void close_pendingWork_completesItWithClosedWithoutWaiting() {
    CountDownLatch never = new CountDownLatch(1);
    Future<Integer> running =
        scheduler.run(
            () -> {
              awaitQuietly(never);
              return Try.success(1);
            });
    List<Future<Integer>> queued = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      queued.add(
          scheduler.compile(
              "P.java",
              () -> {
                awaitQuietly(never);
                return Try.success(1);
              }));
    }

    scheduler.close();

    assertThat(running.await().getCause().get()).isInstanceOf(Closed.class);
    assertThat(queued)
        .allSatisfy(each -> assertThat(each.await().getCause().get()).isInstanceOf(Closed.class));
    never.countDown();
  }

  @Test
  void load_isFound_allStepsAreOnOneThreadThatRunsNoOtherPlugin() {
    List<Thread> threads = new ArrayList<>();

    for (int i = 0; i < 3; i++) {
      found(
              scheduler,
              () -> {
                threads.add(Thread.currentThread());
                return Try.success(1);
              },
              () -> {
                threads.add(Thread.currentThread());
                return Try.success(2);
              })
          .get();
    }

    assertThat(threads.get(0)).isSameAs(threads.get(1));
    assertThat(threads.get(2)).isSameAs(threads.get(3)).isNotSameAs(threads.get(0));
    assertThat(threads.get(4)).isSameAs(threads.get(5)).isNotIn(threads.subList(0, 4));
  }

  @Test
  void load_callersExecutorRunsOnTheSubmittingThread_noThreadRunsAPluginTwice() {
    Scheduler callers = over(Option.some(Runnable::run));
    ThreadLocal<Integer> left = new ThreadLocal<>();
    List<Integer> found = new ArrayList<>();

    for (int i = 0; i < 40; i++) {
      started(
              callers,
              () -> {
                found.add(left.get());
                left.set(1);
                return Try.success(1);
              })
          .get();
    }

    assertThat(found).hasSize(40).containsOnlyNulls();
    callers.close();
  }

  @Test
  void load_callersExecutorRunsWhatOthersGaveIt_noThreadRunsAPluginTwice() {
    LinkedBlockingDeque<Runnable> given = new LinkedBlockingDeque<>();
    Executor swapping =
        work -> {
          given.addFirst(work);
          given.removeLast().run();
        };
    Scheduler callers = over(Option.some(swapping));
    ThreadLocal<Integer> left = new ThreadLocal<>();
    List<Integer> found = Collections.synchronizedList(new ArrayList<>());
    List<Future<Integer>> calls = new ArrayList<>();

    for (int i = 0; i < 400; i++) {
      calls.add(
          started(
              callers,
              () -> {
                found.add(left.get());
                left.set(1);
                return Try.success(1);
              }));
    }

    calls.forEach(Future::get);
    assertThat(found).hasSize(400).containsOnlyNulls();
    callers.close();
  }

  @Test
  void load_callerGivesUpWhileItLooks_doesNotStart() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    AtomicBoolean wentOn = new AtomicBoolean();
    Future<Integer> given =
        found(
            scheduler,
            () -> {
              begun.countDown();
              awaitForAMinute(cancelled);
              return Try.success(1);
            },
            () -> {
              wentOn.set(true);
              return Try.success(1);
            });

    begun.await();
    given.cancel();
    cancelled.countDown();

    // Each that is done after it, on all the threads that look, shows that it has ended.
    for (int i = 0; i < 100; i++) {
      started(scheduler, () -> Try.success(1)).get();
    }
    assertThat(wentOn).isFalse();
  }

  @Test
  void load_everyCompilerIsBusy_whatIsFoundDoesNotWait() {
    CountDownLatch release = new CountDownLatch(1);
    List<Future<Integer>> busy = new ArrayList<>();
    for (int i = 0; i < 2 * Scheduler.MOST_COMPILING; i++) {
      busy.add(
          compiled(
              scheduler,
              () -> {
                awaitQuietly(release);
                return Try.success(1);
              },
              Try::success));
    }

    assertThat(started(scheduler, () -> Try.success(2)).get()).isEqualTo(2);
    assertThat(scheduler.run(() -> Try.success(3)).get()).isEqualTo(3);

    release.countDown();
    assertThat(busy).allSatisfy(each -> assertThat(each.get()).isEqualTo(1));
  }

  @Test
  void load_manyStarts_runOnABoundedNumberOfThreads() {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger starting = new AtomicInteger();
    List<Future<Integer>> starts = new ArrayList<>();
    for (int i = 0; i < 6_000; i++) {
      starts.add(
          started(
              scheduler,
              () -> {
                starting.incrementAndGet();
                awaitQuietly(release);
                return Try.success(1);
              }));
    }
    awaitUntil(() -> starting.get() >= Scheduler.MOST_STARTING);

    assertThat(starting).hasValue(Scheduler.MOST_STARTING);
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("loadstone-scheduler-"))
        .hasSizeLessThan(2 * Scheduler.MOST_STARTING);
    release.countDown();
    assertThat(starts).allSatisfy(each -> assertThat(each.get()).isEqualTo(1));
  }

  @Test
  void load_manyWhileAPluginStartsOnTheExecutor_runOnABoundedNumberOfThreads() {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    ExecutorService single = Executors.newSingleThreadExecutor();
    Scheduler callers = over(Option.some(single));
    Supplier<Try<Integer>> slow =
        () -> {
          begun.countDown();
          awaitQuietly(release);
          return Try.success(1);
        };
    List<Future<Integer>> starts = new ArrayList<>();
    starts.add(started(callers, slow));
    awaitQuietly(begun);
    for (int i = 0; i < 3_000; i++) {
      starts.add(started(callers, slow));
    }

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("loadstone-scheduler-"))
        .hasSizeLessThan(2 * Scheduler.MOST_STARTING);
    release.countDown();
    assertThat(starts).allSatisfy(each -> assertThat(each.get()).isEqualTo(1));
    callers.close();
    single.shutdown();
  }

  @Test
  void load_pluginsThatLoadMore_areNotBounded() {
    CountDownLatch all = new CountDownLatch(Scheduler.MOST_STARTING);
    List<Future<Integer>> starts = new ArrayList<>();
    for (int i = 0; i < Scheduler.MOST_STARTING; i++) {
      starts.add(
          started(
              scheduler,
              () -> {
                all.countDown();
                awaitQuietly(all);
                return compiled(scheduler, () -> Try.success(1), Try::success).toTry();
              }));
    }

    assertThat(starts).allSatisfy(each -> assertThat(each.get()).isEqualTo(1));
  }

  @SuppressWarnings("ThreadPriorityCheck") // What plugins may do.
  @Test
  void run_pluginLowersThePriorityOfItsThread_othersHaveTheUsualOne() {
    for (int i = 0; i < 10; i++) {
      Future<Integer> priority =
          started(
              scheduler,
              () -> {
                int found = Thread.currentThread().getPriority();
                Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
                return Try.success(found);
              });
      assertThat(priority.get()).isEqualTo(Thread.NORM_PRIORITY);
    }
  }

  @Test
  void load_callersExecutorHasThreads_theThreadThatLookedLooksAgain() {
    ExecutorService single = Executors.newSingleThreadExecutor();
    Scheduler callers = over(Option.some(single));
    Set<Thread> looked = ConcurrentHashMap.newKeySet();

    for (int i = 0; i < 100; i++) {
      found(
              callers,
              () -> {
                looked.add(Thread.currentThread());
                return Try.success(1);
              },
              () -> Try.success(1))
          .get();
    }

    assertThat(looked).hasSizeLessThan(90);
    callers.close();
    single.shutdown();
  }

  @Test
  void load_aStepThrows_failsTheCall() {
    IllegalStateException bug = new IllegalStateException("bug");
    Supplier<Try<Integer>> throwing =
        () -> {
          throw bug;
        };

    assertThat(found(scheduler, throwing, () -> Try.success(1)).await().getCause()).contains(bug);
    assertThat(found(scheduler, () -> Try.success(1), throwing).await().getCause()).contains(bug);
    assertThat(compiled(scheduler, throwing, Try::success).await().getCause()).contains(bug);
  }

  @Test
  void run_afterClose_givesClosed() {
    scheduler.close();

    assertThat(scheduler.run(() -> Try.success(1)).await().getCause().get())
        .isInstanceOf(Closed.class);
    assertThat(scheduler.compile("P.java", () -> Try.success(1)).await().getCause().get())
        .isInstanceOf(Closed.class);
  }

  @Test
  void load_executorRejectsOrThrowsOrIsShutDown_isExecutorRefused() {
    ExecutorService shut = Executors.newSingleThreadExecutor();
    shut.shutdown();
    List<Executor> refusing =
        List.of(
            work -> {
              throw new RejectedExecutionException("full");
            },
            work -> {
              throw new NoClassDefFoundError("gone");
            },
            shut);

    for (Executor each : refusing) {
      Scheduler refused = over(Option.some(each));
      assertThat(started(refused, () -> Try.success(1)).await().getCause().get())
          .isInstanceOf(ExecutorRefused.class);
      refused.close();
    }
  }

  @Test
  void load_executorDropsTheTask_isExecutorRefusedWhenItIsCollected() {
    Scheduler dropping = over(Option.some(work -> {}));

    Future<Integer> dropped = started(dropping, () -> Try.success(1));
    while (!dropped.isCompleted()) {
      System.gc();
    }

    assertThat(dropped.getCause().get()).isInstanceOf(ExecutorRefused.class).hasNoCause();
    dropping.close();
  }

  @Test
  void load_executorKeepsTheTaskForLater_isNotRefused() {
    List<Runnable> kept = Collections.synchronizedList(new ArrayList<>());
    Scheduler keeping = over(Option.some(kept::add));
    Future<Integer> later = started(keeping, () -> Try.success(1));
    awaitUntil(() -> !kept.isEmpty());
    System.gc();

    kept.get(0).run();

    assertThat(later.get()).isEqualTo(1);
    keeping.close();
  }

  @Test
  void close_executorDroppedTheTask_isClosed() {
    Scheduler dropping = over(Option.some(work -> {}));
    Future<Integer> dropped = started(dropping, () -> Try.success(1));

    dropping.close();

    assertThat(dropped.await().getCause().get())
        .isInstanceOfAny(Closed.class, ExecutorRefused.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void load_startTakesLongerThanItsLimit_isTimedOutAndNamesTheThread(boolean hasExecutor) {
    CountDownLatch never = new CountDownLatch(1);
    ExecutorService single = Executors.newSingleThreadExecutor();
    Scheduler limited =
        new Scheduler(
            Option.when(hasExecutor, single),
            Option.none(),
            Option.some(Duration.ofMillis(100)),
            event -> {});

    Future<Integer> late =
        started(
            limited,
            () -> {
              awaitQuietly(never);
              return Try.success(1);
            });

    assertThat(late.await().getCause().get())
        .isInstanceOfSatisfying(
            TimedOut.class,
            error -> {
              assertThat(error.thread()).startsWith(hasExecutor ? "pool-" : "loadstone-scheduler-");
              assertThat(error.getCause().getStackTrace())
                  .anyMatch(frame -> frame.getMethodName().equals("awaitQuietly"));
            });
    assertThat(started(limited, () -> Try.success(2)).isFailure()).isFalse();
    never.countDown();
    limited.close();
    single.shutdown();
  }

  @Test
  void run_callersExecutor_isUsedForPluginsAndNotForCompiling() {
    Scheduler callers = over(Option.some(work -> new Thread(work, "callers-thread").start()));

    String name =
        compiled(
                callers,
                () -> Try.success(Thread.currentThread().getName()),
                compiler -> Try.success(compiler + "|" + Thread.currentThread().getName()))
            .get();

    assertThat(name).matches("loadstone-compiler-\\d+\\|callers-thread");
    callers.close();
  }

  @Test
  void run_threadWithContextLoaderAndInheritables_inheritsNeither() throws Exception {
    InheritableThreadLocal<String> inheritable = new InheritableThreadLocal<>();
    AtomicReference<String> seen = new AtomicReference<>();
    ClassLoader loader = new ClassLoader(null) {};
    Thread caller =
        new Thread(
            () -> {
              inheritable.set("a plugin's value");
              Thread.currentThread().setContextClassLoader(loader);
              seen.set(
                  scheduler
                      .run(
                          () ->
                              Try.success(
                                  inheritable.get()
                                      + ","
                                      + (Thread.currentThread().getContextClassLoader() == loader)
                                      + ","
                                      + Thread.currentThread().isDaemon()))
                      .get());
            });

    caller.start();
    caller.join();

    assertThat(seen.get()).isEqualTo("null,false,true");
  }

  /** How a plugin has something loaded while it starts, and waits for it. */
  enum Asking {
    BY_ITSELF {
      @Override
      String ask(Supplier<String> load) {
        return load.get();
      }
    },
    BY_A_THREAD {
      @Override
      String ask(Supplier<String> load) throws InterruptedException {
        AtomicReference<String> given = new AtomicReference<>();
        Thread thread = new Thread(() -> given.set(load.get()));
        thread.start();
        thread.join();
        return given.get();
      }
    },
    BY_A_PARALLEL_STREAM {
      @Override
      String ask(Supplier<String> load) {
        return IntStream.range(0, 8).parallel().mapToObj(i -> load.get()).toList().get(7);
      }
    };

    abstract String ask(Supplier<String> load) throws InterruptedException;
  }

  @ParameterizedTest
  @EnumSource
  void load_whileAPluginStartsOnASingleThreadExecutor_doesNotStarve(Asking asking) {
    ExecutorService single = Executors.newSingleThreadExecutor();
    Scheduler callers = over(Option.some(single));
    Supplier<String> load =
        () -> started(callers, () -> Try.success(Thread.currentThread().getName())).get();

    String thread = started(callers, () -> Try.of(() -> asking.ask(load))).get();

    assertThat(thread).startsWith("loadstone-scheduler-");
    assertThat(load.get()).startsWith("pool-");
    callers.close();
    single.shutdown();
  }

  @Test
  void compileThenCommit_closedWhileCompiling_neverCommits() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean committed = new AtomicBoolean();
    Future<Integer> future =
        committed(
            () -> {
              begun.countDown();
              awaitQuietly(release);
              return Try.success(1);
            },
            one -> {
              committed.set(true);
              return Try.success(one);
            });
    awaitQuietly(begun);

    scheduler.close();
    release.countDown();

    assertThat(future.await().getCause().get()).isInstanceOf(Closed.class);
    awaitUntil(SchedulerTest::noCompilerThreadWorks);
    assertThat(committed).isFalse();
  }

  @Test
  void compileThenCommit_closedWhileCommitting_completesWithTheOutcome() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Future<Integer> future =
        committed(
            () -> Try.success(1),
            one -> {
              begun.countDown();
              awaitQuietly(release);
              return Try.success(one);
            });
    awaitQuietly(begun);

    scheduler.close();
    release.countDown();

    assertThat(future.get()).isEqualTo(1);
  }

  @Test
  void create_inAThreadGroupThatIsDestroyedLater_goesOnWorking() throws Exception {
    AtomicReference<Scheduler> made = new AtomicReference<>();
    ThreadGroup group = new ThreadGroup("short-lived");
    Thread maker = new Thread(group, () -> made.set(over(Option.none())));
    maker.start();
    maker.join();
    destroy(group);

    assertThat(made.get().run(() -> Try.success(1)).get()).isEqualTo(1);
    made.get().close();
  }

  // What becomes of a daemon group by itself, up to JDK 18, when its last thread ends.
  @SuppressWarnings("removal")
  private static void destroy(ThreadGroup group) {
    group.destroy();
  }

  @Test
  void compile_deepRecursion_hasTheStackForIt() {
    assertThat(scheduler.compile("P.java", () -> Try.success(depth(100_000))).get())
        .isEqualTo(100_000);
  }

  private static int depth(int levels) {
    return levels == 0 ? 0 : 1 + depth(levels - 1);
  }

  @Test
  void get_interruptedCaller_disturbsNoOtherCaller() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Supplier<Try<Integer>> work =
        () -> {
          awaitQuietly(release);
          return Try.success(1);
        };
    Future<Integer> first = scheduler.run(work);
    Future<Integer> second = scheduler.run(work);
    Thread waiting = new Thread(first::await);
    waiting.start();

    waiting.interrupt();
    waiting.join();
    release.countDown();

    assertThatThrownBy(first::get).isInstanceOf(Throwable.class);
    assertThat(second.get()).isEqualTo(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    boolean done = false;
    while (!done) {
      try {
        latch.await();
        done = true;
      } catch (InterruptedException e) {
        throw new AssertionError("nobody may interrupt this thread", e);
      }
    }
  }

  private static boolean noCompilerThreadWorks() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().startsWith("loadstone-compiler"))
        .flatMap(thread -> Stream.of(thread.getValue()))
        .noneMatch(frame -> frame.getMethodName().contains("closedWhileCompiling"));
  }

  private static void awaitUntil(Supplier<Boolean> condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.get() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneak(Throwable throwable) throws E {
    throw (E) throwable;
  }
}
