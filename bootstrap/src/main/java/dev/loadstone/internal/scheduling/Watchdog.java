package dev.loadstone.internal.scheduling;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/**
 * Looks from time to time after what is under way and may never end, on one thread, which there is
 * only while there is something to look after.
 */
final class Watchdog {

  /** What is looked after. */
  interface Watch {

    /** Does what is due, and returns whether there is nothing more to look after. */
    boolean isOver();
  }

  private static final long LOOK_MILLIS = 50;

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final ThreadFactory threads;
  // Guarded by this.
  private boolean isRunning;

  Watchdog(ThreadFactory threads) {
    this.threads = threads;
  }

  /** Begins to look after something; where no thread can be had, as soon as one can. */
  @SuppressWarnings("EmptyCatch")
  void add(Watch watch) {
    watches.add(watch);
    synchronized (this) {
      if (!isRunning) {
        try {
          threads.newThread(this::look).start();
          isRunning = true;
        } catch (OutOfMemoryError noThread) {
          // The next one that is added tries again, and looks after this one, too.
        }
      }
    }
  }

  private void look() {
    while (hasMore()) {
      try {
        watches.removeIf(Watch::isOver);
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException | OutOfMemoryError e) {
        // It is a thread of ours, and has no other way to end than having nothing to do. Memory
        // that others take is free again when they have failed.
      }
    }
  }

  private synchronized boolean hasMore() {
    isRunning = !watches.isEmpty();
    return isRunning;
  }
}
