package dev.loadstone.internal.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PluginThreadsTest {

  private static final int READY = 2;

  private final List<Thread> made = new ArrayList<>();
  private PluginThreads threads = new PluginThreads(this::made, READY);

  private synchronized Thread made(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    made.add(thread);
    return thread;
  }

  private synchronized List<Thread> made() {
    return List.copyOf(made);
  }

  @AfterEach
  void close() {
    threads.close();
  }

  private void start(Runnable task) {
    threads.start(
        task,
        refused -> {
          throw new AssertionError(refused);
        });
  }

  private static void done(Executor executor, Runnable task) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    executor.execute(
        () -> {
          task.run();
          done.countDown();
        });
    done.await();
  }

  @Test
  void execute_manyTasks_eachHasAThreadThatDidNothingBefore() throws InterruptedException {
    ThreadLocal<String> left = new ThreadLocal<>();
    List<String> found = new ArrayList<>();

    for (int i = 0; i < 200; i++) {
      done(
          threads,
          () -> {
            found.add("" + left.get());
            left.set("something");
          });
    }

    assertThat(found).hasSize(200).containsOnly("null");
  }

  @Test
  void execute_tasksThatWaitForOneAnother_runAtTheSameTime() throws InterruptedException {
    CountDownLatch all = new CountDownLatch(50);

    for (int i = 0; i < 50; i++) {
      threads.execute(
          () -> {
            all.countDown();
            await(all);
          });
    }

    all.await();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void execute_taskHasEnded_aFewThreadsWaitForTheNext() throws InterruptedException {
    done(threads, () -> {});
    awaitAlive(READY);
    List<Thread> ready = alive();

    List<Thread> took = new ArrayList<>();
    done(threads, () -> took.add(Thread.currentThread()));

    assertThat(ready).containsAll(took);
    awaitAlive(READY);
  }

  @Test
  void start_tasksLeaveNothing_useTheSameThreads() throws InterruptedException {
    done(threads, () -> {});
    awaitAlive(READY);

    for (int i = 0; i < 50; i++) {
      CountDownLatch done = new CountDownLatch(1);
      start(done::countDown);
      done.await();
      awaitAlive(READY);
    }

    assertThat(made()).hasSize(1 + READY);
  }

  @Test
  void start_moreTasksAtOnceThanWait_leavesAFewThreads() throws InterruptedException {
    CountDownLatch all = new CountDownLatch(20);
    for (int i = 0; i < 20; i++) {
      start(
          () -> {
            all.countDown();
            await(all);
          });
    }

    all.await();
    awaitAlive(READY);
  }

  @Test
  void start_taskSpendsItsThread_noOtherTaskIsDoneThere() throws InterruptedException {
    Set<Thread> spent = ConcurrentHashMap.newKeySet();

    for (int i = 0; i < 50; i++) {
      CountDownLatch done = new CountDownLatch(1);
      start(
          () -> {
            threads.spend();
            spent.add(Thread.currentThread());
            done.countDown();
          });
      done.await();
    }

    assertThat(spent).hasSize(50);
  }

  @Test
  void start_threadWaitsForTheNextTask_holdsNoneOfTheLast() throws InterruptedException {
    List<WeakReference<Object>> held = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      held.add(doneWithSomething());
    }
    awaitAlive(READY);

    for (WeakReference<Object> each : held) {
      while (each.get() != null) {
        System.gc();
      }
    }
  }

  private WeakReference<Object> doneWithSomething() throws InterruptedException {
    Object something = new Object();
    CountDownLatch done = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      start(
          () -> {
            assertThat(something).isNotNull();
            done.countDown();
            await(done);
          });
    }
    done.await();
    return new WeakReference<>(something);
  }

  @Test
  void start_taskLeavesAnInterrupt_theNextOneIsNotInterrupted() throws InterruptedException {
    Set<Boolean> interrupted = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 20; i++) {
      CountDownLatch done = new CountDownLatch(1);
      start(
          () -> {
            interrupted.add(Thread.currentThread().isInterrupted());
            Thread.currentThread().interrupt();
            done.countDown();
          });
      done.await();
    }

    assertThat(interrupted).containsExactly(false);
  }

  @Test
  void execute_taskThrows_theNextOnesAreDone() throws InterruptedException {
    Set<Thread> failed = ConcurrentHashMap.newKeySet();
    threads =
        new PluginThreads(
            work -> {
              Thread thread = made(work);
              thread.setUncaughtExceptionHandler((dead, thrown) -> failed.add(dead));
              return thread;
            },
            READY);
    threads.execute(
        () -> {
          throw new IllegalStateException("a bug");
        });

    done(threads, () -> {});

    while (failed.isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(failed).hasSize(1);
  }

  private ThreadFactory atMost(AtomicInteger left) {
    return work -> {
      if (left.getAndDecrement() <= 0) {
        throw new OutOfMemoryError("unable to create native thread");
      }
      return made(work);
    };
  }

  @Test
  void start_noMoreThreadsAndNoneLives_isRefusedAndHasDoneTheOthers() throws InterruptedException {
    AtomicInteger left = new AtomicInteger(1);
    threads = new PluginThreads(atMost(left), READY);
    done(threads, () -> {});
    awaitAlive(0);
    List<Throwable> refusals = new ArrayList<>();

    threads.start(() -> {}, refusals::add);

    assertThat(refusals).singleElement().isInstanceOf(OutOfMemoryError.class);
    left.set(100);
    done(threads, () -> {});
  }

  @Test
  void start_noMoreThreadsWhileOneLives_waitsForItsEnd() throws InterruptedException {
    AtomicInteger left = new AtomicInteger(1);
    threads = new PluginThreads(atMost(left), 0);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(20);
    start(() -> await(release));
    for (int i = 0; i < 20; i++) {
      start(done::countDown);
    }

    left.set(100);
    release.countDown();

    done.await();
  }

  @Test
  void execute_noMoreThreads_runsOnTheCallingThread() {
    threads = new PluginThreads(atMost(new AtomicInteger()), READY);
    List<Thread> ran = new ArrayList<>();

    threads.execute(() -> ran.add(Thread.currentThread()));

    assertThat(ran).containsExactly(Thread.currentThread());
  }

  @Test
  void close_threadsAreReady_endsThem() throws InterruptedException {
    done(threads, () -> {});
    awaitAlive(READY);

    threads.close();

    awaitAlive(0);
    done(threads, () -> {});
    awaitAlive(0);
  }

  private List<Thread> alive() {
    return made().stream().filter(Thread::isAlive).toList();
  }

  private void awaitAlive(int count) {
    while (alive().size() != count
        || alive().stream().anyMatch(each -> each.getState() == Thread.State.RUNNABLE)) {
      Thread.onSpinWait();
    }
  }
}
