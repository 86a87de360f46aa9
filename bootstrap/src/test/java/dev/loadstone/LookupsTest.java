package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.PluginThreads.Task;
import dev.loadstone.PluginThreads.Trace;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class LookupsTest {

  private final Deque<Task> started = new ArrayDeque<>();
  private final List<String> log = new ArrayList<>();
  private int refusals;
  private final Lookups lookups = new Lookups(this::start, 2);

  private void start(Task thread) {
    if (refusals > 0) {
      refusals--;
      throw new RejectedExecutionException("no thread");
    }
    started.add(thread);
  }

  private void submit(String name, Supplier<Option<Task>> step) {
    lookups.submit(
        new Lookups.Look() {
          @Override
          public Option<Task> look() {
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

  private static Option<Task> found(Runnable then) {
    return Option.some(
        () -> {
          then.run();
          return Trace.OF_A_PLUGIN;
        });
  }

  @Test
  void submit_moreThanMayLook_theOthersWaitAndUseTheSameThreads() {
    submit("a");
    submit("b");
    submit("c");
    submit("d");
    assertThat(started).hasSize(2);

    assertThat(started.remove().run()).isEqualTo(Trace.NONE);

    assertThat(log).containsExactly("a", "c", "d");
    started.remove().run();
    assertThat(log).containsExactly("a", "c", "d", "b");
    submit("e");
    submit("f");
    assertThat(started).hasSize(2);
  }

  @Test
  void submit_somethingIsFound_anotherThreadLooksForTheNextMeanwhile() {
    submit("a", () -> found(() -> log.add("a found; threads " + started.size())));
    submit("b");
    submit("c");

    assertThat(started.remove().run()).isEqualTo(Trace.OF_A_PLUGIN);

    assertThat(log).containsExactly("a", "a found; threads 2");
    submit("d");
    assertThat(started).hasSize(2);
    started.remove().run();
    assertThat(log).containsExactly("a", "a found; threads 2", "b", "d");
  }

  @Test
  void submit_somethingIsFoundAndNobodyWaits_anotherMayLook() {
    submit("a", () -> found(() -> submit("inner")));
    started.remove().run();

    submit("b");

    assertThat(started).hasSize(2);
  }

  @Test
  void submit_threadsAreRefused_eachIsToldAndNonePlaceIsLost() {
    refusals = 1;
    submit("a");
    submit("b", () -> found(() -> log.add("found")));
    submit("c");
    submit("d");
    submit("e");
    refusals = 1;

    started.remove().run();

    assertThat(log).containsExactly("a: no thread", "b", "d: no thread", "found");
    assertThat(started).hasSize(2);
    while (!started.isEmpty()) {
      started.remove().run();
    }
    assertThat(log).endsWith("c", "e");
    submit("f");
    submit("g");
    submit("h");
    assertThat(started).hasSize(2);
  }

  @Test
  void clear_someWait_dropsThem() {
    submit("a");
    submit("b");
    submit("c");

    lookups.clear();

    started.forEach(Task::run);
    assertThat(log).containsExactly("a", "b");
  }
}
