package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class UseClockTest {

  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  @Test
  void now_clockThatStands_neverTellsTheSameTimeTwice() {
    UseClock clock = new UseClock(() -> START.plusNanos(999));

    assertThat(List.of(clock.now(), clock.now(), clock.now()))
        .containsExactly(START, START.plusNanos(1_000), START.plusNanos(2_000));
  }

  @Test
  void now_clockThatGoesOn_tellsIt() {
    UseClock clock = of(START, START.plusMillis(5));

    assertThat(List.of(clock.now(), clock.now())).containsExactly(START, START.plusMillis(5));
  }

  @Test
  void now_clockThatIsSetBack_goesBack() {
    UseClock clock = of(START, START.minusSeconds(3_600), START.minusSeconds(3_600));

    assertThat(List.of(clock.now(), clock.now(), clock.now()))
        .containsExactly(
            START, START.minusSeconds(3_600), START.minusSeconds(3_600).plusNanos(1_000));
  }

  private static UseClock of(Instant... times) {
    Queue<Instant> remaining = new ArrayDeque<>(List.of(times));
    return new UseClock(remaining::remove);
  }
}
