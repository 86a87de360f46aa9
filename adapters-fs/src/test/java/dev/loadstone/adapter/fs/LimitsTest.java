package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimitsTest {

  @Test
  void isLookDueAfter_firstPublication_isDue() {
    assertThat(new Limits(new StoreSize(100_000, Long.MAX_VALUE)).isLookDueAfter(1)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "10, 0, 1",
    "10, 10, 1",
    "100000, 0, 1",
    "100000, 256, 1",
    "100000, 90000, 5000",
    "100000, 99998, 1",
    "100000, 99999, 1",
    "100000, 100000, 1",
    "100000, 100001, 1",
  })
  void isLookDueAfter_publications_isDueWhenHalfTheRoomIsUsed(
      long maxEntries, long found, int publications) {
    Limits limits = new Limits(new StoreSize(maxEntries, Long.MAX_VALUE));
    limits.found(new StoreSize(found, found));

    for (int i = 1; i < publications; i++) {
      assertThat(limits.isLookDueAfter(1)).isFalse();
    }
    assertThat(limits.isLookDueAfter(1)).isTrue();
  }

  @Test
  void isLookDueAfter_manyBytes_isDueWhenHalfTheRoomIsUsed() {
    Limits limits = new Limits(new StoreSize(100_000, 1_000_000));
    limits.found(new StoreSize(300, 900_000));

    assertThat(limits.isLookDueAfter(30_000)).isFalse();
    assertThat(limits.isLookDueAfter(19_999)).isFalse();
    assertThat(limits.isLookDueAfter(1)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "10, 11, 10",
    "256, 256, 256",
    "1000, 1001, 938",
    "1000, 1000, 1000",
    "100000, 100001, 93750",
  })
  void goal_tooManyEntries_leavesSomeRoomInALargeStore(long maxEntries, long found, long goal) {
    Limits limits = new Limits(new StoreSize(maxEntries, 5_000));

    assertThat(limits.goal(new StoreSize(found, 5_000))).isEqualTo(new StoreSize(goal, 5_000));
  }

  @Test
  void goal_tooManyBytes_leavesSomeRoomInALargeStore() {
    Limits limits = new Limits(new StoreSize(1_000, 16_000));

    assertThat(limits.goal(new StoreSize(300, 16_001))).isEqualTo(new StoreSize(1_000, 15_000));
    assertThat(limits.goal(new StoreSize(3, 16_001))).isEqualTo(new StoreSize(1_000, 16_000));
  }
}
