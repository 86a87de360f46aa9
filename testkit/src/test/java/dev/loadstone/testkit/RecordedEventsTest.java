package dev.loadstone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.loadstone.domain.event.Event;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecordedEventsTest {

  private static final Event LINKED = new Event.Linked("Pricing.java", "Pricing");
  private static final Event.Ran RAN = new Event.Ran("Pricing.java", "Pricing");

  private final RecordedEvents events = new RecordedEvents();

  @Test
  void all_afterEvents_holdsThemInOrder() {
    events.accept(LINKED);
    List<Event> before = events.all();
    events.accept(RAN);

    assertThat(before).containsExactly(LINKED);
    assertThat(events.all()).containsExactly(LINKED, RAN);
    assertThat(events.ofType(Event.Ran.class)).containsExactly(RAN);
    assertThat(events).hasToString(List.of(LINKED, RAN).toString());
  }

  @Test
  void accept_manyThreadsAtOnce_losesNone() {
    IntStream.range(0, 1000).parallel().forEach(i -> events.accept(RAN));

    assertThat(events.all()).hasSize(1000);
  }

  @Test
  void forget_afterEvents_holdsOnlyLaterOnes() {
    events.accept(LINKED);
    events.forget();
    events.accept(RAN);

    assertThat(events.all()).containsExactly(RAN);
  }

  @Test
  void accept_null_isRefused() {
    assertThatNullPointerException().isThrownBy(() -> events.accept(null));
  }
}
