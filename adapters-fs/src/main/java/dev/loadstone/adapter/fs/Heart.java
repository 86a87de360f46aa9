package dev.loadstone.adapter.fs;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Gives signs of life for all lock files that a store holds, from one thread that lives as long as
 * there are any.
 */
final class Heart {

  private static final long NANOS_BETWEEN_BEATS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Set<LockFile> beating = new LinkedHashSet<>();
  private boolean alive;

  synchronized void beatFor(LockFile file) {
    beating.add(file);
    if (!alive) {
      thread(this::live).start();
      alive = true;
    }
  }

  synchronized void stopFor(LockFile file) {
    beating.remove(file);
    if (beating.isEmpty()) {
      notifyAll();
    }
  }

  private void live() {
    for (List<LockFile> files = awaitBeat(); !files.isEmpty(); files = awaitBeat()) {
      for (LockFile file : files) {
        if (!file.beat()) {
          stopFor(file);
        }
      }
    }
  }

  private synchronized List<LockFile> awaitBeat() {
    try {
      long due = System.nanoTime() + NANOS_BETWEEN_BEATS;
      long left = NANOS_BETWEEN_BEATS;
      while (!beating.isEmpty() && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = due - System.nanoTime();
      }
    } catch (InterruptedException e) {
      beating.clear(); // Nobody has a reason to interrupt it, and the locks are held without it.
    }
    alive = !beating.isEmpty();
    return new ArrayList<>(beating);
  }

  /**
   * Makes a thread that keeps nothing of its maker alive: no thread-local value, context class
   * loader, group, or access-control context (which up to JDK 23 only this call clears).
   */
  @SuppressWarnings("removal")
  private static Thread thread(Runnable work) {
    return AccessController.doPrivileged(
        (PrivilegedAction<Thread>)
            () -> {
              Thread thread = new Thread(rootGroup(), work, "loadstone-cache-turns", 0, false);
              thread.setDaemon(true);
              thread.setContextClassLoader(null); // It loads nothing.
              return thread;
            });
  }

  private static ThreadGroup rootGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }
}
