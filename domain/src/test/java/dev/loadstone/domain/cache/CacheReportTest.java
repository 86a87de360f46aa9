package dev.loadstone.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.context.Difference;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CacheReportTest {

  @Test
  void misses_ofSeveralKinds_areTheirSumAlone() {
    CacheReport report =
        new CacheReport(
            "cache",
            2,
            30,
            new TreeMap<>(
                Map.of(
                    CacheCounter.HIT, 7L,
                    CacheCounter.MISS_SOURCES, 2L,
                    CacheCounter.MISS_NEVER_SEEN, 3L,
                    CacheCounter.EVICTED, 5L)));

    assertThat(report.misses()).isEqualTo(5);
    assertThat(report.count(CacheCounter.HIT)).isEqualTo(7);
    assertThat(report.count(CacheCounter.HEALED)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void counter_ofEachReason_countsMisses(MissReason.Kind reason) {
    if (reason == MissReason.Kind.UNUSABLE) {
      assertThat(CacheCounter.of(reason)).isEmpty();
    } else {
      assertThat(CacheCounter.of(reason).get().name()).startsWith("MISS_");
    }
  }

  @ParameterizedTest
  @EnumSource
  void reason_ofEachDifference_isTheDifferenceInWords(Difference.Kind kind) {
    MissReason reason = MissReason.of(Difference.of(kind, "com.acme.Rule", "old", "new"));

    assertThat(reason).hasToString("com.acme.Rule: built with old, found new");
    assertThat(reason.kind())
        .isIn(
            MissReason.Kind.COMPILER,
            MissReason.Kind.RUNTIME,
            MissReason.Kind.LIBRARY_BUILD,
            MissReason.Kind.HOST);
  }
}
