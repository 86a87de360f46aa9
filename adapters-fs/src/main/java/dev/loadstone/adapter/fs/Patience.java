package dev.loadstone.adapter.fs;

import java.util.concurrent.TimeUnit;

/**
 * How long to wait for a sign of life: about as long as it takes to compile oneself, judged by the
 * last time.
 */
final class Patience {

  private static final long INITIAL = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(100);

  private volatile long nanos = INITIAL;

  long nanos() {
    return nanos;
  }

  void compiledIn(long duration) {
    nanos = Math.max(LEAST, duration);
  }
}
