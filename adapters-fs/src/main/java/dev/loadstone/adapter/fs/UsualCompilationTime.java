package dev.loadstone.adapter.fs;

import java.util.concurrent.TimeUnit;

/** How long compiling takes in this process: an average in which the latest times weigh most. */
final class UsualCompilationTime {

  private static final long INITIAL = TimeUnit.SECONDS.toNanos(2);
  private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long MOST = TimeUnit.SECONDS.toNanos(10);

  private long nanos;

  UsualCompilationTime() {
    this(INITIAL);
  }

  UsualCompilationTime(long initialNanos) {
    this.nanos = initialNanos;
  }

  synchronized long nanos() {
    return nanos;
  }

  synchronized void add(long measuredNanos) {
    nanos = (nanos + Math.max(LEAST, Math.min(measuredNanos, MOST))) / 2;
  }
}
