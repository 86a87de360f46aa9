package dev.loadstone.internal.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.error.SchedulerStarted;
import dev.loadstone.domain.event.Event;
import io.vavr.concurrent.Future;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CallTest {

  private final List<Event> events = new ArrayList<>();
  private final Call.All calls =
      new Call.All(
          new PluginThreads(
              work -> {
                throw new OutOfMemoryError("unable to create native thread");
              },
              0),
          events::add);

  @Test
  void end_noThreadForThoseWhoWait_completesAndTellsThemAll() {
    List<Try<Integer>> heard = new ArrayList<>();
    Call<Integer> call = calls.begin();
    call.future().onComplete(heard::add);
    Future<Integer> doubled = call.future().map(value -> 2 * value);

    call.end(Try.success(1));

    assertThat(call.future().getValue().get()).isEqualTo(Try.success(1));
    assertThat(heard).containsExactly(Try.success(1));
    assertThat(doubled.getValue().get()).isEqualTo(Try.success(2));
  }

  @Test
  void end_noMemoryToTellOfAFailure_completes() {
    Call.All silent =
        new Call.All(
            Runnable::run,
            event -> {
              throw new OutOfMemoryError("Java heap space");
            });
    Call<Integer> call = silent.begin();

    call.end(Try.failure(new SchedulerStarted()));

    assertThat(call.future().getCause().get()).hasRootCauseInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void end_error_isToldAndShowsTheCaller() {
    SchedulerStarted error = new SchedulerStarted();
    Call<Integer> call = calls.begin();

    call.end(Try.failure(error));

    Throwable given = call.future().getCause().get();
    assertThat(given).isInstanceOf(SchedulerStarted.class).isNotSameAs(error);
    assertThat(events)
        .singleElement()
        .satisfies(event -> assertThat(((Event.Failed) event).error()).isSameAs(given));
  }

  @Test
  void refuse_closedMeanwhile_isClosed() {
    Call<Integer> call = calls.begin();

    calls.close();
    call.refuse(new IllegalStateException("no thread"));

    assertThat(call.future().getCause().get()).isInstanceOf(Closed.class);
    assertThat(events).isEmpty();
  }

  @Test
  void commit_beforeClosing_isNotOvertaken() {
    Call<Integer> call = calls.begin();

    assertThat(call.commit()).isTrue();
    calls.close();
    assertThat(call.future().isCompleted()).isFalse();
    call.end(Try.success(1));

    assertThat(call.future().get()).isEqualTo(1);
  }

  @Test
  void commit_afterClosingOrGivingUp_mustNotBegin() {
    Call<Integer> cancelled = calls.begin();
    cancelled.future().cancel();
    Call<Integer> closed = calls.begin();
    calls.close();

    assertThat(cancelled.commit()).isFalse();
    assertThat(closed.commit()).isFalse();
  }

  @Test
  void isRequested_futureIsCancelled_isTrue() {
    Call<Integer> call = calls.begin();
    assertThat(call.isRequested()).isFalse();

    call.future().cancel();

    assertThat(call.isRequested()).isTrue();
  }

  @Test
  void close_noThreadForThoseWhoWait_completesAll() {
    List<Future<Integer>> pending = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Call<Integer> call = calls.begin();
      pending.add(call.future().onComplete(outcome -> {}));
    }

    assertThat(calls.close()).isTrue();

    assertThat(pending)
        .allSatisfy(each -> assertThat(each.getCause().get()).isInstanceOf(Closed.class));
  }
}
