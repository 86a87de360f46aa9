package dev.loadstone.internal.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.internal.scheduling.Lane.Hop;
import dev.loadstone.internal.scheduling.Lane.Step;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LaneTest {

  private final PluginThreads threads =
      new PluginThreads(
          work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
          },
          2);
  private final Lane narrow = new Lane(threads, 2);
  private final Lane next = new Lane(threads, 1);

  @AfterEach
  void close() {
    threads.close();
  }

  private static Step step(Supplier<Option<Hop>> work) {
    return new Step() {
      @Override
      public Option<Hop> run() {
        return work.get();
      }

      @Override
      public void refused(Throwable reason) {
        throw new AssertionError(reason);
      }
    };
  }

  private static Step last(Runnable work) {
    return step(
        () -> {
          work.run();
          return Option.none();
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void execute_stepThatThrows_isRefusedAndTheNextOneRuns() throws InterruptedException {
    List<Throwable> refusals = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch isDone = new CountDownLatch(1);
    Error noMemory = new OutOfMemoryError("Java heap space");

    next.execute(
        new Step() {
          @Override
          public Option<Hop> run() {
            throw noMemory;
          }

          @Override
          public void refused(Throwable reason) {
            refusals.add(reason);
          }
        });
    next.execute(last(isDone::countDown));

    isDone.await();
    assertThat(refusals).containsExactly(noMemory);
  }

  @Test
  void execute_moreThanMayRun_theOthersWaitAndUseTheSameThreads() throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Set<Thread> used = ConcurrentHashMap.newKeySet();
    CountDownLatch done = new CountDownLatch(100);

    for (int i = 0; i < 100; i++) {
      narrow.execute(
          last(
              () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                used.add(Thread.currentThread());
                running.decrementAndGet();
                done.countDown();
              }));
    }

    done.await();
    assertThat(most.get()).isLessThanOrEqualTo(2);
    assertThat(used).hasSizeLessThan(100);
  }

  @Test
  void execute_callGoesOnInAnotherLane_staysOnItsThreadAndLetsAnotherIn()
      throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    List<Thread> used = Collections.synchronizedList(new ArrayList<>());
    Lane one = new Lane(threads, 1);
    one.execute(
        step(
            () -> {
              used.add(Thread.currentThread());
              return Option.some(
                  new Hop(
                      next,
                      last(
                          () -> {
                            used.add(Thread.currentThread());
                            begun.countDown();
                            await(release);
                          })));
            }));
    begun.await();
    CountDownLatch other = new CountDownLatch(1);

    one.execute(last(other::countDown));

    other.await();
    release.countDown();
    assertThat(used.get(0)).isSameAs(used.get(1));
  }

  @Test
  void execute_noRoomInTheNextLane_holdsNoThreadMeanwhile() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(50);
    next.execute(last(() -> await(release)));
    for (int i = 0; i < 50; i++) {
      narrow.execute(step(() -> Option.some(new Hop(next, last(done::countDown)))));
    }
    CountDownLatch passed = new CountDownLatch(1);

    narrow.execute(last(passed::countDown));

    passed.await();
    assertThat(done.getCount()).isEqualTo(50);
    release.countDown();
    done.await();
  }

  @Test
  void execute_threadIsSpent_whoWaitsHasAnother() throws InterruptedException {
    Set<Thread> used = ConcurrentHashMap.newKeySet();
    CountDownLatch done = new CountDownLatch(50);
    for (int i = 0; i < 50; i++) {
      next.execute(
          last(
              () -> {
                threads.spend();
                used.add(Thread.currentThread());
                done.countDown();
              }));
    }

    done.await();
    assertThat(used).hasSize(50);
  }

  @Test
  void execute_stepLeavesAnInterrupt_theNextOneIsNotInterrupted() throws InterruptedException {
    Set<Boolean> interrupted = ConcurrentHashMap.newKeySet();
    CountDownLatch done = new CountDownLatch(20);
    for (int i = 0; i < 20; i++) {
      next.execute(
          last(
              () -> {
                interrupted.add(Thread.currentThread().isInterrupted());
                Thread.currentThread().interrupt();
                done.countDown();
              }));
    }

    done.await();
    assertThat(interrupted).containsExactly(false);
  }

  @Test
  void execute_noThreadAndNobodyRuns_refusesAllWhoWaitAndLosesNoPlace()
      throws InterruptedException {
    AtomicInteger left = new AtomicInteger();
    PluginThreads few =
        new PluginThreads(
            work -> {
              if (left.getAndDecrement() <= 0) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              return new Thread(work);
            },
            0);
    Lane lane = new Lane(few, 1);
    List<Throwable> refused = new ArrayList<>();
    Step step =
        new Step() {
          @Override
          public Option<Hop> run() {
            throw new AssertionError("there is no thread");
          }

          @Override
          public void refused(Throwable reason) {
            refused.add(reason);
          }
        };

    lane.execute(step);
    lane.execute(step);

    assertThat(refused).hasSize(2).allSatisfy(each -> assertThat(each).isInstanceOf(Error.class));
    left.set(10);
    CountDownLatch done = new CountDownLatch(1);
    lane.execute(last(done::countDown));
    done.await();
  }

  @Test
  void clear_someWait_dropsThem() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger ran = new AtomicInteger();
    next.execute(last(() -> await(release)));
    next.execute(last(ran::incrementAndGet));

    next.clear();
    CountDownLatch done = new CountDownLatch(1);
    next.execute(last(done::countDown));
    release.countDown();

    done.await();
    assertThat(ran).hasValue(0);
  }
}
