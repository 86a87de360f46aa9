package dev.loadstone.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SingleFlightTest {

  private final SingleFlight<String, Integer> flights = new SingleFlight<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger works = new AtomicInteger();

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  private SingleFlight<String, Integer>.Participant join() {
    return flights.join("key", Cancellation.NEVER);
  }

  private Try<Integer> work(Cancellation cancellation) {
    return Try.success(works.incrementAndGet());
  }

  @Test
  void outcome_manyForTheSame_worksOnceForAll() throws Exception {
    List<SingleFlight<String, Integer>.Participant> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(join());
    }
    List<Future<Try<Integer>>> outcomes = new ArrayList<>();

    for (SingleFlight<String, Integer>.Participant each : all) {
      outcomes.add(threads.submit(() -> each.outcome(this::work, Function.identity())));
    }

    for (Future<Try<Integer>> each : outcomes) {
      assertThat(each.get().get()).isEqualTo(1);
    }
  }

  @Test
  void outcome_ofOneWhoComesLater_isWhatWasDoneThen() {
    SingleFlight<String, Integer>.Participant first = join();
    SingleFlight<String, Integer>.Participant second = join();

    first.outcome(this::work, Function.identity());

    assertThat(second.outcome(this::work, Function.identity()).get()).isEqualTo(1);
  }

  @Test
  void join_afterTheOutcome_worksAnew() {
    join().outcome(this::work, Function.identity());

    assertThat(join().outcome(this::work, Function.identity()).get()).isEqualTo(2);
  }

  @Test
  void join_anotherKey_isAnotherFlight() {
    SingleFlight<String, Integer>.Participant other = flights.join("other", Cancellation.NEVER);
    join().outcome(this::work, Function.identity());

    assertThat(other.outcome(this::work, Function.identity()).get()).isEqualTo(2);
  }

  @Test
  void outcome_firstThrows_isAFailureForAll() {
    IllegalStateException bug = new IllegalStateException("bug");
    SingleFlight<String, Integer>.Participant first = join();
    SingleFlight<String, Integer>.Participant second = join();

    Try<Integer> outcome =
        first.outcome(
            cancellation -> {
              throw bug;
            },
            Function.identity());

    assertThat(outcome.getCause()).isSameAs(bug);
    assertThat(second.outcome(this::work, Function.identity()).getCause()).isSameAs(bug);
  }

  @Test
  void outcome_someGaveUp_goesOnUntilAllHave() {
    AtomicBoolean hasFirstGivenUp = new AtomicBoolean();
    AtomicBoolean hasSecondGivenUp = new AtomicBoolean();
    List<Boolean> cancelled = Collections.synchronizedList(new ArrayList<>());
    SingleFlight<String, Integer>.Participant first = flights.join("key", hasFirstGivenUp::get);
    flights.join("key", hasSecondGivenUp::get);

    first.outcome(
        cancellation -> {
          hasFirstGivenUp.set(true);
          cancelled.add(cancellation.isRequested());
          hasSecondGivenUp.set(true);
          cancelled.add(cancellation.isRequested());
          return Try.success(1);
        },
        Function.identity());

    assertThat(cancelled).containsExactly(false, true);
  }

  @Test
  void outcome_allHaveGivenUp_worksNotAtAll() {
    SingleFlight<String, Integer>.Participant only = flights.join("key", () -> true);

    Try<Integer> outcome = only.outcome(this::work, Function.identity());

    assertThat(outcome.getCause()).isInstanceOf(CancellationException.class);
    assertThat(works).hasValue(0);
    assertThat(join().outcome(this::work, Function.identity()).get()).isEqualTo(1);
  }

  @Test
  void outcome_whoWaitsGivesUp_waitsNoLonger() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean hasGivenUp = new AtomicBoolean();
    SingleFlight<String, Integer>.Participant first = join();
    SingleFlight<String, Integer>.Participant second = flights.join("key", hasGivenUp::get);
    Future<Try<Integer>> working =
        threads.submit(
            () ->
                first.outcome(
                    cancellation -> {
                      begun.countDown();
                      awaitQuietly(release);
                      return Try.success(1);
                    },
                    Function.identity()));
    begun.await();
    hasGivenUp.set(true);

    Try<Integer> outcome = second.outcome(this::work, Function.identity());

    assertThat(outcome.getCause()).isInstanceOf(CancellationException.class);
    release.countDown();
    assertThat(working.get().get()).isEqualTo(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
