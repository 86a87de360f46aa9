package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.error.Closed;
import io.vavr.concurrent.Future;
import io.vavr.concurrent.Promise;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PromisesTest {

  private final Promises promises =
      new Promises(
          new PluginThreads(
                  work -> {
                    throw new OutOfMemoryError("unable to create native thread");
                  },
                  0)
              ::executeOrRun);

  @Test
  void end_noThreadForThoseWhoWait_completesAndTellsThemAll() {
    List<Try<Integer>> heard = new ArrayList<>();
    Promise<Integer> promise = promises.make();
    promise.future().onComplete(heard::add);
    Future<Integer> doubled = promise.future().map(value -> 2 * value);

    promises.end(promise, Try.success(1));

    assertThat(promise.future().getValue().get()).isEqualTo(Try.success(1));
    assertThat(heard).containsExactly(Try.success(1));
    assertThat(doubled.getValue().get()).isEqualTo(Try.success(2));
  }

  @Test
  void close_noThreadForThoseWhoWait_completesAll() {
    List<Future<Integer>> pending = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Promise<Integer> promise = promises.make();
      pending.add(promise.future().onComplete(outcome -> {}));
    }

    assertThat(promises.close()).isTrue();

    assertThat(pending)
        .allSatisfy(each -> assertThat(each.getCause().get()).isInstanceOf(Closed.class));
  }
}
