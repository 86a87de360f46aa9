package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.SharedWork.Asker;
import io.vavr.control.Try;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SharedWorkTest {

  private final Queue<Runnable> queued = new ArrayDeque<>();
  private final SharedWork<String, String> shared = new SharedWork<>(queued::add);
  private final List<String> happened = new ArrayList<>();

  @Test
  void ask_manyForTheSame_worksOnceAndTellsAll() {
    shared.ask("a", asker("first", () -> Try.success("done")));
    shared.ask("a", asker("second", () -> Try.success("done again")));
    shared.ask("b", asker("other", () -> Try.success("done otherwise")));

    runAll();

    assertThat(happened)
        .containsExactly(
            "first works",
            "first takes done",
            "second shares done",
            "other works",
            "other takes done otherwise");
  }

  @Test
  void ask_afterTheAnswer_worksAnew() {
    shared.ask("a", asker("first", () -> Try.success("1")));
    runAll();

    shared.ask("a", asker("second", () -> Try.success("2")));
    runAll();

    assertThat(happened)
        .containsExactly("first works", "first takes 1", "second works", "second takes 2");
  }

  @Test
  void ask_firstFailsOfItself_othersWorkOnceMoreTogether() {
    shared.ask("a", asker("first", () -> Try.failure(new IllegalStateException("crash"))));
    shared.ask("a", asker("second", () -> Try.success("done")));
    shared.ask("a", asker("third", () -> Try.success("done again")));

    runAll();

    assertThat(happened)
        .containsExactly(
            "first works",
            "first takes crash",
            "second works",
            "second takes done",
            "third shares done");
  }

  @Test
  void ask_whatTheFirstGotWouldNotDo_othersWorkThemselves() {
    shared.ask("a", asker("first", () -> Try.success("for one")));
    shared.ask("a", asker("second", () -> Try.success("done")));
    shared.ask("a", asker("third", () -> Try.success("done again")));

    runAll();

    assertThat(happened)
        .containsExactly(
            "first works",
            "first takes for one",
            "second works",
            "second takes done",
            "third shares done");
  }

  @Test
  void ask_firstFailsAsAllWould_tellsAllWithoutAnotherTry() {
    shared.ask("a", asker("first", () -> Try.failure(new IllegalStateException("for all"))));
    shared.ask("a", asker("second", () -> Try.success("done")));

    runAll();

    assertThat(happened)
        .containsExactly("first works", "first takes for all", "second takes for all");
  }

  @Test
  void ask_firstThrows_isAFailureAndFailsNobodyElse() {
    shared.ask(
        "a",
        asker(
            "first",
            () -> {
              throw new StackOverflowError("deep");
            }));
    shared.ask("a", asker("second", () -> Try.success("done")));

    runAll();

    assertThat(happened).contains("second works", "second takes done");
    assertThat(happened.get(1)).startsWith("first takes ");
  }

  @Test
  void ask_oneThrowsWhenGivenTheAnswer_failsItAndTellsTheOthers() {
    shared.ask("a", asker("first", () -> Try.success("done")));
    shared.ask("a", new Throwing("second"));
    shared.ask("a", asker("third", () -> Try.success("done again")));

    runAll();

    assertThat(happened)
        .containsExactly(
            "first works", "first takes done", "second takes cannot share", "third shares done");
  }

  @Test
  void ask_firstGivesUpBeforeItsTurn_theNextWorks() {
    GivingUp first = new GivingUp("first");
    shared.ask("a", first);
    shared.ask("a", asker("second", () -> Try.success("done")));
    first.hasGivenUp = true;

    runAll();

    assertThat(happened).containsExactly("second works", "second takes done");
  }

  @Test
  void ask_allGiveUp_worksNotAtAllAndForgetsThem() {
    GivingUp first = new GivingUp("first");
    shared.ask("a", first);
    first.hasGivenUp = true;
    runAll();

    shared.ask("a", asker("second", () -> Try.success("done")));
    runAll();

    assertThat(happened).containsExactly("second works", "second takes done");
  }

  @Test
  void ask_executorRefuses_isTheAnswerOfAll() {
    SharedWork<String, String> refused =
        new SharedWork<>(
            work -> {
              throw new RejectedExecutionException("closed");
            });

    refused.ask("a", asker("first", () -> Try.success("done")));

    assertThat(happened).containsExactly("first takes closed");
  }

  @Test
  void ask_byManyThreadsAtOnce_answersEachAndWorksAtLeastOnce() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    SharedWork<Integer, String> busy = new SharedWork<>(threads);
    int askers = 2_000;
    CountDownLatch answered = new CountDownLatch(askers);
    AtomicInteger working = new AtomicInteger();
    Queue<Integer> together = new ConcurrentLinkedQueue<>();

    for (int i = 0; i < askers; i++) {
      threads.execute(
          () ->
              busy.ask(
                  7,
                  new Counting(
                      answered,
                      () -> {
                        together.add(working.incrementAndGet());
                        working.decrementAndGet();
                      })));
    }
    answered.await();
    threads.shutdown();

    assertThat(together).isNotEmpty().containsOnly(1);
  }

  private void runAll() {
    while (!queued.isEmpty()) {
      queued.remove().run();
    }
  }

  private Asker<String> asker(String name, Supplier<Try<String>> work) {
    return new Named(name, work);
  }

  private class Named implements Asker<String> {

    private final String name;
    private final Supplier<Try<String>> work;

    Named(String name, Supplier<Try<String>> work) {
      this.name = name;
      this.work = work;
    }

    @Override
    public boolean isGivenUp() {
      return false;
    }

    @Override
    public Try<String> work() {
      happened.add(name + " works");
      return work.get();
    }

    @Override
    public void take(Try<String> outcome) {
      happened.add(name + " takes " + outcome.getOrElseGet(Throwable::getMessage));
    }

    @Override
    public boolean canShare(String value) {
      return !value.equals("for one");
    }

    @Override
    public void takeShared(String value) {
      happened.add(name + " shares " + value);
    }

    @Override
    public boolean wouldFailLike(Asker<String> other, Throwable failure) {
      return "for all".equals(failure.getMessage());
    }
  }

  private final class Throwing extends Named {

    Throwing(String name) {
      super(name, () -> Try.success("of its own"));
    }

    @Override
    public void takeShared(String value) {
      throw new IllegalStateException("cannot share");
    }
  }

  private final class GivingUp extends Named {

    private boolean hasGivenUp;

    GivingUp(String name) {
      super(name, () -> Try.success("of no use"));
    }

    @Override
    public boolean isGivenUp() {
      return hasGivenUp;
    }
  }

  private record Counting(CountDownLatch answered, Runnable working) implements Asker<String> {

    @Override
    public boolean isGivenUp() {
      return false;
    }

    @Override
    public Try<String> work() {
      working.run();
      return Try.success("done");
    }

    @Override
    public void take(Try<String> outcome) {
      answered.countDown();
    }

    @Override
    public boolean canShare(String value) {
      return true;
    }

    @Override
    public void takeShared(String value) {
      answered.countDown();
    }

    @Override
    public boolean wouldFailLike(Asker<String> other, Throwable failure) {
      return false;
    }
  }
}
