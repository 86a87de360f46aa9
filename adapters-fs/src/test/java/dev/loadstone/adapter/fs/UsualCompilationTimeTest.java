package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class UsualCompilationTimeTest {

  private final UsualCompilationTime time = new UsualCompilationTime();

  @Test
  void nanos_nothingMeasured_isTwoSeconds() {
    assertThat(time.nanos()).isEqualTo(TimeUnit.SECONDS.toNanos(2));
  }

  @Test
  void nanos_measured_followsTheLatestTimes() {
    time.add(TimeUnit.SECONDS.toNanos(4));
    assertThat(time.nanos()).isEqualTo(TimeUnit.SECONDS.toNanos(3));

    time.add(TimeUnit.SECONDS.toNanos(1));
    assertThat(time.nanos()).isEqualTo(TimeUnit.SECONDS.toNanos(2));
  }

  @Test
  void nanos_manyQuickOnes_isNearTheLeast() {
    addThirtyTimes(0);

    assertThat(time.nanos()).isBetween(500_000_000L, 500_000_100L);
  }

  @Test
  void nanos_manySlowOnes_isNearTheMost() {
    addThirtyTimes(Long.MAX_VALUE);

    assertThat(time.nanos()).isBetween(9_999_999_900L, 10_000_000_000L);
  }

  private void addThirtyTimes(long nanos) {
    for (int i = 0; i < 30; i++) {
      time.add(nanos);
    }
  }
}
