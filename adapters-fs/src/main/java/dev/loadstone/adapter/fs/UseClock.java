package dev.loadstone.adapter.fs;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Tells the time that entries are marked with: that of the system, but never the same twice, so
 * that entries used in quick succession keep their order. When the system's clock is set back the
 * times go back, too.
 */
final class UseClock {

  private static final long MOST_AHEAD_MILLIS = 1;

  private final InstantSource system;
  private Instant last = Instant.MIN;

  UseClock(InstantSource system) {
    this.system = system;
  }

  synchronized Instant now() {
    Instant now = system.instant().truncatedTo(ChronoUnit.MICROS);
    boolean isAfter = now.isAfter(last);
    boolean wasSetBack = !isAfter && now.plusMillis(MOST_AHEAD_MILLIS).isBefore(last);
    last = isAfter || wasSetBack ? now : last.plus(1, ChronoUnit.MICROS);
    return last;
  }
}
