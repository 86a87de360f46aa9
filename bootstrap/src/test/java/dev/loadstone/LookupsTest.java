package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class LookupsTest {

  private final Deque<Runnable> started = new ArrayDeque<>();
  private final List<String> log = new ArrayList<>();
  private int refusals;
  private final Lookups lookups = new Lookups(this::start, 2);

  private void start(Runnable thread) {
    if (refusals > 0) {
      refusals--;
      throw new RejectedExecutionException("no thread");
    }
    started.add(thread);
  }

  private void submit(String name, Supplier<Option<Runnable>> step) {
    lookups.submit(
        new Lookups.Look() {
          @Override
          public Option<Runnable> look() {
            log.add(name);
            return step.get();
          }

          @Override
          public void refused(Throwable reason) {
            log.add(name + ": " + reason.getMessage());
          }
        });
  }

  private void submit(String name) {
    submit(name, Option::none);
  }

  private static Option<Runnable> found(Runnable then) {
    return Option.some(then);
  }

  @Test
  void submit_moreThanMayLook_theOthersWaitAndUseTheSameThreads() {
    submit("a");
    submit("b");
    submit("c");
    submit("d");
    assertThat(started).hasSize(2);

    started.remove().run();

    assertThat(log).containsExactly("a", "b", "c", "d");
    started.remove().run();
    submit("e");
    submit("f");
    assertThat(started).hasSize(2);
  }

  @Test
  void submit_somethingIsFound_anotherThreadLooksForTheNextMeanwhile() {
    submit("a", () -> found(() -> log.add("a found; threads " + started.size())));
    submit("b");
    submit("c");

    started.remove().run();

    assertThat(log).containsExactly("a", "a found; threads 2");
    submit("d");
    assertThat(started).hasSize(2);
    started.remove().run();
    assertThat(log).containsExactly("a", "a found; threads 2", "b", "c", "d");
  }

  @Test
  void submit_somethingIsFoundAndNobodyWaits_anotherMayLook() {
    submit("a", () -> found(() -> submit("inner")));
    started.remove().run();

    submit("b");

    assertThat(started).hasSize(2);
  }

  @Test
  void submit_noThreadAndNobodyLooks_isToldAndNoPlaceIsLost() {
    refusals = 1;
    submit("a");

    assertThat(log).containsExactly("a: no thread");
    submit("b");
    submit("c");
    submit("d");
    assertThat(started).hasSize(2);
  }

  @Test
  void submit_noThreadWhileAnotherLooks_waitsForThat() {
    submit("a");
    refusals = 1;
    submit("b");

    started.remove().run();

    assertThat(log).containsExactly("a", "b");
  }

  @Test
  void submit_somethingIsFoundAndThereIsNoOtherThread_tellsThoseWhoWaitAndGoesOn() {
    submit("a", () -> found(() -> log.add("found")));
    refusals = 1;
    submit("b");
    refusals = 1;

    started.remove().run();

    assertThat(log).containsExactly("a", "b: no thread", "found");
    submit("c");
    submit("d");
    submit("e");
    assertThat(started).hasSize(2);
  }

  @Test
  void submit_lookLeavesAnInterrupt_theNextOneIsNotInterrupted() {
    submit(
        "a",
        () -> {
          Thread.currentThread().interrupt();
          return Option.none();
        });
    submit("b");
    submit("c", () -> found(() -> log.add("" + Thread.currentThread().isInterrupted())));

    started.remove().run();

    assertThat(log).containsExactly("a", "b", "c", "false");
  }

  @Test
  void clear_someWait_dropsThem() {
    submit("a");
    submit("b");
    submit("c");

    lookups.clear();

    started.forEach(Runnable::run);
    assertThat(log).isEmpty();
  }
}
