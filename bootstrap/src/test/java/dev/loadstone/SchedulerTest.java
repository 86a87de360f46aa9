package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.error.SchedulerStarted;
import io.vavr.concurrent.Future;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
final class SchedulerTest {

  private final Scheduler scheduler = Scheduler.create(Option.none());

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

  @Test
  void standingAside_everyCompilersThreadWaits_othersCompileMeanwhile() {
    CountDownLatch compiledMeanwhile = new CountDownLatch(1);
    int threads = Runtime.getRuntime().availableProcessors();
    List<Future<Boolean>> waiting = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      waiting.add(
          scheduler.compile(
              () ->
                  Try.success(
                      scheduler
                          .compilers()
                          .standingAside(() -> awaitForAMinute(compiledMeanwhile)))));
    }

    scheduler
        .compile(
            () -> {
              compiledMeanwhile.countDown();
              return Try.success(1);
            })
        .get();

    assertThat(waiting).allSatisfy(each -> assertThat(each.get()).isTrue());
    assertThat(scheduler.compile(() -> Try.success(2)).get()).isEqualTo(2);
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
        scheduler.compileThenRun(() -> Try.success(7), seven -> Try.success("got " + seven));

    assertThat(future.get()).isEqualTo("got 7");
  }

  @Test
  void compileThenRun_firstFails_neverBeginsTheSecond() {
    AtomicBoolean begun = new AtomicBoolean();

    Future<String> future =
        scheduler.compileThenRun(
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
    assertThat(cause instanceof CompletionException ? cause.getCause() : cause).isSameAs(thrown);
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void compileThenRun_compilationThrowsAnything_completesWithIt(Supplier<Throwable> throwable) {
    Throwable thrown = throwable.get();

    Future<Object> future =
        scheduler.compileThenRun(
            () -> {
              throw SchedulerTest.<RuntimeException>sneak(thrown);
            },
            Try::success);

    Throwable cause = future.await().getCause().get();
    assertThat(cause instanceof CompletionException ? cause.getCause() : cause).isSameAs(thrown);
  }

  @Test
  void run_workWaitsForFurtherWorkManyLevelsDeep_doesNotStarve() {
    assertThat(nested(50)).isEqualTo(50);
  }

  private int nested(int levels) {
    return levels == 0
        ? 0
        : scheduler
            .compileThenRun(() -> Try.success(levels), l -> Try.success(1 + nested(l - 1)))
            .get();
  }

  @Test
  void run_workWaitsForFurtherWorkOnADirectExecutor_doesNotStarve() {
    Scheduler direct = Scheduler.create(Option.some(Runnable::run));

    int depth = nestedOn(direct, 20);

    assertThat(depth).isEqualTo(20);
    direct.close();
  }

  private static int nestedOn(Scheduler scheduler, int levels) {
    return levels == 0
        ? 0
        : scheduler
            .compileThenRun(
                () -> Try.success(levels), l -> Try.success(1 + nestedOn(scheduler, l - 1)))
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
        scheduler.compileThenRun(
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
      scheduler.compileThenRun(() -> Try.success(1), Try::success).get();
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
  void close_stepIsRefusedMeanwhile_completesItWithClosed() {
    Executor compilers = scheduler.compilers();
    List<Future<Integer>> pending = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      pending.add(scheduler.call(call -> {}));
    }
    for (int i = 0; i < 10; i++) {
      pending.add(scheduler.call(call -> call.look(() -> endWhenRefused(compilers, call))));
    }

    scheduler.close();

    assertThat(pending)
        .allSatisfy(each -> assertThat(each.await().getCause().get()).isInstanceOf(Closed.class));
  }

  private static Option<Runnable> endWhenRefused(Executor compilers, Call<Integer> call) {
    while (true) {
      try {
        compilers.execute(() -> {});
      } catch (RejectedExecutionException closing) {
        call.end(Try.failure(closing));
        return Option.none();
      }
    }
  }

  @Test
  void look_findsSomething_goesOnOnTheSameThread() {
    List<Thread> threads = new ArrayList<>();

    for (int i = 0; i < 3; i++) {
      Future<Integer> call =
          scheduler.call(
              looking ->
                  looking.look(
                      () -> {
                        threads.add(Thread.currentThread());
                        return Option.some(
                            () -> {
                              threads.add(Thread.currentThread());
                              looking.end(Try.success(1));
                            });
                      }));
      assertThat(call.get()).isEqualTo(1);
    }

    assertThat(threads.get(0)).isSameAs(threads.get(1));
    assertThat(threads.get(2)).isSameAs(threads.get(3)).isNotSameAs(threads.get(0));
    assertThat(threads.get(4)).isSameAs(threads.get(5)).isNotIn(threads.subList(0, 4));
  }

  @Test
  void look_withTheCallersExecutor_goesOnThere() {
    ExecutorService single = Executors.newSingleThreadExecutor(work -> new Thread(work, "callers"));
    Scheduler callers = Scheduler.create(Option.some(single));

    Future<String> call =
        callers.call(
            looking ->
                looking.look(
                    () ->
                        Option.some(
                            () -> looking.end(Try.success(Thread.currentThread().getName())))));

    assertThat(call.get()).isEqualTo("callers");
    callers.close();
    single.shutdown();
  }

  @Test
  void look_callersExecutorRunsOnTheSubmittingThread_noThreadRunsAPluginTwice() {
    Scheduler callers = Scheduler.create(Option.some(Runnable::run));
    ThreadLocal<Integer> left = new ThreadLocal<>();
    List<Integer> found = new ArrayList<>();

    for (int i = 0; i < 20; i++) {
      Supplier<Try<Integer>> plugin =
          () -> {
            found.add(left.get());
            left.set(1);
            return Try.success(1);
          };
      callers
          .<Integer>call(call -> call.look(() -> Option.some(() -> call.end(plugin.get()))))
          .get();
      callers.run(plugin).get();
    }

    assertThat(found).hasSize(40).containsOnlyNulls();
    callers.close();
  }

  @Test
  void look_callersExecutorRunsWhatOthersGaveIt_noThreadRunsAPluginTwice() throws Exception {
    LinkedBlockingDeque<Runnable> given = new LinkedBlockingDeque<>();
    Executor swapping =
        work -> {
          given.addFirst(work);
          given.removeLast().run();
        };
    Scheduler callers = Scheduler.create(Option.some(swapping));
    ThreadLocal<Integer> left = new ThreadLocal<>();
    List<Integer> found = Collections.synchronizedList(new ArrayList<>());
    List<Future<Integer>> calls = new ArrayList<>();

    for (int i = 0; i < 400; i++) {
      calls.add(
          callers.run(
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
  void look_callerGivesUpMeanwhile_doesNotGoOn() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    CountDownLatch looked = new CountDownLatch(1);
    AtomicBoolean wentOn = new AtomicBoolean();
    Future<Integer> given =
        scheduler.call(
            call ->
                call.look(
                    () -> {
                      begun.countDown();
                      awaitForAMinute(cancelled);
                      looked.countDown();
                      return Option.some(() -> wentOn.set(true));
                    }));

    begun.await();
    given.cancel();
    cancelled.countDown();
    looked.await();

    // Each lookup that is done after it, on all the threads that look, shows that it has ended.
    for (int i = 0; i < 100; i++) {
      scheduler
          .<Integer>call(call -> call.look(() -> Option.some(() -> call.end(Try.success(1)))))
          .get();
    }
    assertThat(wentOn).isFalse();
  }

  @SuppressWarnings("ThreadPriorityCheck") // What plugins may do.
  @Test
  void run_pluginLowersThePriorityOfItsThread_othersHaveTheUsualOne() {
    for (int i = 0; i < 10; i++) {
      Future<Integer> priority =
          scheduler.run(
              () -> {
                int found = Thread.currentThread().getPriority();
                Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
                return Try.success(found);
              });
      assertThat(priority.get()).isEqualTo(Thread.NORM_PRIORITY);
    }
  }

  @Test
  void look_callersExecutorHasThreads_theThreadThatLookedLooksAgain() {
    ExecutorService single = Executors.newSingleThreadExecutor();
    Scheduler callers = Scheduler.create(Option.some(single));
    Set<Thread> looked = ConcurrentHashMap.newKeySet();

    for (int i = 0; i < 100; i++) {
      callers
          .<Integer>call(
              call ->
                  call.look(
                      () -> {
                        looked.add(Thread.currentThread());
                        return Option.some(() -> call.end(Try.success(1)));
                      }))
          .get();
    }

    assertThat(looked).hasSizeLessThan(90);
    callers.close();
    single.shutdown();
  }

  @Test
  void look_stepThrows_failsTheCall() {
    IllegalStateException bug = new IllegalStateException("bug");

    Future<Integer> looking =
        scheduler.call(
            call ->
                call.look(
                    () -> {
                      throw bug;
                    }));
    Future<Integer> going =
        scheduler.call(
            call ->
                call.look(
                    () ->
                        Option.some(
                            () -> {
                              throw bug;
                            })));

    assertThat(looking.await().getCause()).contains(bug);
    assertThat(going.await().getCause()).contains(bug);
  }

  @Test
  void run_afterClose_givesClosed() {
    scheduler.close();

    assertThat(scheduler.run(() -> Try.success(1)).await().getCause().get())
        .isInstanceOf(Closed.class);
    assertThat(scheduler.compile(() -> Try.success(1)).await().getCause().get())
        .isInstanceOf(Closed.class);
  }

  @Test
  void run_executorRejects_completesWithTheRejection() {
    Executor rejecting =
        work -> {
          throw new RejectedExecutionException("full");
        };
    Scheduler rejected = Scheduler.create(Option.some(rejecting));

    Future<Integer> future = rejected.run(() -> Try.success(1));

    assertThat(future.await().getCause().get()).isInstanceOf(RejectedExecutionException.class);
    rejected.close();
  }

  @Test
  void run_callersExecutor_isUsedForPluginsAndNotForCompiling() {
    Scheduler callers =
        Scheduler.create(Option.some(work -> new Thread(work, "callers-thread").start()));

    String name =
        callers
            .compileThenRun(
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

  @Test
  void start_nestedWorkOnASingleThreadExecutor_doesNotStarve() throws Exception {
    ExecutorService single = Executors.newSingleThreadExecutor();
    Scheduler callers = Scheduler.create(Option.some(single));

    String thread =
        callers
            .run(
                () ->
                    callers.start(
                        () ->
                            callers
                                .run(() -> Try.success(Thread.currentThread().getName()))
                                .toTry()))
            .get();

    assertThat(thread).startsWith("loadstone-scheduler-");
    assertThat(callers.run(() -> Try.success(Thread.currentThread().getName())).get())
        .startsWith("pool-");
    callers.close();
    single.shutdown();
  }

  @Test
  void compileThenCommit_closedWhileCompiling_neverCommits() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean committed = new AtomicBoolean();
    Future<Integer> future =
        scheduler.compileThenCommit(
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
        scheduler.compileThenCommit(
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
    Thread maker = new Thread(group, () -> made.set(Scheduler.create(Option.none())));
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
    assertThat(scheduler.compile(() -> Try.success(depth(100_000))).get()).isEqualTo(100_000);
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
        .noneMatch(frame -> frame.getMethodName().contains("compileThenCommit"));
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
