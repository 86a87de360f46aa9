package dev.loadstone.internal.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.application.Cancellation;
import dev.loadstone.domain.error.CompilerBusy;
import dev.loadstone.domain.error.TimedOut;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class CompilerThreadsTest {

  private static final int PLACES = 2;

  private final CountDownLatch never = new CountDownLatch(1);
  private final CompilerThreads threads = threads(Option.none());

  private static CompilerThreads threads(Option<Duration> limit) {
    return new CompilerThreads(
        work -> {
          Thread thread = new Thread(work);
          thread.setDaemon(true);
          return thread;
        },
        PLACES,
        limit);
  }

  @AfterEach
  void close() {
    never.countDown();
    threads.close();
  }

  private Try<Integer> hopeless(CountDownLatch begun) {
    begun.countDown();
    while (never.getCount() > 0) {
      try {
        never.await();
      } catch (InterruptedException e) {
        throw new AssertionError("nobody may interrupt a compiler", e);
      }
    }
    return Try.success(0);
  }

  /** Begins a compilation that nobody ends, and gives it up. */
  private void giveUp() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean isGivenUp = new AtomicBoolean();
    Thread caller =
        new Thread(() -> threads.call("Hopeless.java", () -> hopeless(begun), isGivenUp::get));
    caller.start();
    begun.await();
    isGivenUp.set(true);
    caller.join();
  }

  @Test
  void call_work_givesItsOutcome() {
    assertThat(threads.call("A.java", () -> Try.success(1), Cancellation.NEVER).get()).isEqualTo(1);
  }

  @Test
  void call_workThrows_isTheFailure() {
    IllegalStateException bug = new IllegalStateException("bug");

    Try<Integer> outcome =
        threads.call(
            "A.java",
            () -> {
              throw bug;
            },
            Cancellation.NEVER);

    assertThat(outcome.getCause()).isSameAs(bug);
  }

  @Test
  void call_cancelledBefore_doesNotBegin() {
    AtomicBoolean hasBegun = new AtomicBoolean();

    Try<Integer> outcome =
        threads.call(
            "A.java",
            () -> {
              hasBegun.set(true);
              return Try.success(1);
            },
            () -> true);

    assertThat(outcome.getCause()).isInstanceOf(CancellationException.class);
    assertThat(hasBegun).isFalse();
  }

  @Test
  void call_hopelessOnesWereGivenUp_othersCompileUntilTooManyRun() throws InterruptedException {
    for (int i = 0; i < PLACES + CompilerThreads.MOST_REPLACED - 1; i++) {
      giveUp();
      assertThat(threads.call("A.java", () -> Try.success(1), Cancellation.NEVER).get())
          .isEqualTo(1);
    }

    giveUp();

    assertThat(threads.call("A.java", () -> Try.success(1), Cancellation.NEVER).getCause())
        .isInstanceOfSatisfying(
            CompilerBusy.class,
            busy -> assertThat(busy.threads()).hasSize(PLACES + CompilerThreads.MOST_REPLACED));
  }

  @Test
  void call_givenUpOnesEnd_othersCompileAgain() throws InterruptedException {
    for (int i = 0; i < PLACES + CompilerThreads.MOST_REPLACED; i++) {
      giveUp();
    }

    never.countDown();

    Try<Integer> outcome = Try.failure(new IllegalStateException());
    while (outcome.isFailure()) {
      outcome = threads.call("A.java", () -> Try.success(1), Cancellation.NEVER);
    }
    assertThat(outcome.get()).isEqualTo(1);
  }

  @Test
  void call_longerThanTheLimit_isTimedOutAndNamesTheThread() {
    CompilerThreads limited = threads(Option.some(Duration.ofMillis(100)));

    Try<Integer> outcome =
        limited.call("A.java", () -> hopeless(new CountDownLatch(1)), Cancellation.NEVER);

    assertThat(outcome.getCause())
        .isInstanceOfSatisfying(
            TimedOut.class,
            late -> {
              assertThat(late.thread()).startsWith("Thread-");
              assertThat(late.getCause().getStackTrace())
                  .anyMatch(frame -> frame.getMethodName().equals("hopeless"));
            });
    limited.close();
  }

  @Test
  void call_compilationTakesAllMemory_waitsOn() {
    AtomicInteger looks = new AtomicInteger();
    Cancellation noMemory =
        () -> {
          if (looks.incrementAndGet() == 2) {
            throw new OutOfMemoryError("Java heap space");
          }
          return false;
        };

    Try<Integer> outcome =
        threads.call(
            "Slow.java",
            () -> {
              while (looks.get() < 3) {
                Thread.onSpinWait();
              }
              return Try.success(1);
            },
            noMemory);

    assertThat(outcome).isEqualTo(Try.success(1));
  }

  @Test
  void call_waitingThreadIsInterrupted_waitsOnAndKeepsTheInterrupt() {
    Thread.currentThread().interrupt();

    Try<Integer> outcome = threads.call("A.java", () -> Try.success(1), Cancellation.NEVER);

    assertThat(outcome.get()).isEqualTo(1);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void call_moreThanPlaces_theOthersWait() throws InterruptedException {
    List<Thread> callers = new ArrayList<>();
    List<Integer> outcomes = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 20; i++) {
      Thread caller =
          new Thread(
              () ->
                  outcomes.add(
                      threads.call("A.java", () -> Try.success(1), Cancellation.NEVER).get()));
      callers.add(caller);
      caller.start();
    }

    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(outcomes).hasSize(20);
  }
}
