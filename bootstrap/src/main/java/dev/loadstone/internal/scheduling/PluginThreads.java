package dev.loadstone.internal.scheduling;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads of which none does anything after it ran a plugin, so that what the plugin leaves in
 * thread-local variables goes with the thread. As many tasks run at once as there are.
 *
 * <p>To start a thread takes longer than to wake one, so a few wait for their next task, or are
 * left behind, new, by one that ends. None is started before the first task, and none waits for
 * long. A thread that waits holds nothing of what it did.
 */
final class PluginThreads implements Executor {

  private static final long IDLE_SECONDS = 10;
  private static final int CLOSING_MILLIS = 100;

  private final ThreadFactory threads;
  private final int mostReady;
  private final SynchronousQueue<Runnable> tasks = new SynchronousQueue<>();
  private final AtomicInteger ready = new AtomicInteger();
  private final AtomicInteger alive = new AtomicInteger();
  private final Queue<Deferred> deferred = new ConcurrentLinkedQueue<>();
  private final Set<Thread> unspent = ConcurrentHashMap.newKeySet();
  private volatile boolean isClosed;

  PluginThreads(ThreadFactory threads, int mostReady) {
    this.threads = threads;
    this.mostReady = mostReady;
  }

  /** Runs what may be code of a plugin, on the calling thread if no other one can be had. */
  @Override
  public void execute(Runnable task) {
    Runnable spending =
        () -> {
          spend();
          task.run();
        };
    try {
      startNow(spending);
    } catch (OutOfMemoryError noThread) {
      spending.run();
    }
  }

  /**
   * Starts a task, which calls {@link #spend()} before it runs a plugin. Where no thread can be had
   * it waits for one that ends.
   *
   * @param task the task
   * @param refused takes what the JVM said, where none is left that could end
   */
  void start(Runnable task, Consumer<Throwable> refused) {
    try {
      startNow(task);
    } catch (Throwable noThread) {
      deferred.add(new Deferred(task, refused));
      startDeferred();
    }
  }

  private void startNow(Runnable task) {
    if (!tasks.offer(task)) {
      // Emptied by the thread, which would hold its first task as long as it lives.
      AtomicReference<@Nullable Runnable> first = new AtomicReference<>(task);
      alive.incrementAndGet();
      try {
        threads.newThread(() -> live(first)).start();
      } catch (Throwable noThread) {
        alive.decrementAndGet();
        throw noThread;
      }
    }
  }

  /** Starts what waits for a thread; while others live, they try again when they end. */
  private void startDeferred() {
    for (Deferred next = deferred.poll(); next != null; next = deferred.poll()) {
      try {
        startNow(next.task());
      } catch (Throwable noThread) {
        if (alive.get() > 0) {
          deferred.add(next);
          return;
        }
        next.refused().accept(noThread);
      }
    }
  }

  /** What waits for a thread. */
  private record Deferred(Runnable task, Consumer<Throwable> refused) {}

  /** Returns whether the calling thread must do no other task. */
  boolean isSpent() {
    return !unspent.contains(Thread.currentThread());
  }

  /** Lets the calling thread do no other task, if it is one of these. */
  void spend() {
    unspent.remove(Thread.currentThread());
  }

  /** Ends the threads that wait for a task. Later tasks are done, each by a new thread. */
  void close() {
    isClosed = true;
    try {
      for (int i = 0; ready.get() > 0 && i < CLOSING_MILLIS; i++) {
        tasks.offer(() -> {}, 1, TimeUnit.MILLISECONDS); // One may only be about to wait.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // They end a little later then.
    }
  }

  private void live(AtomicReference<@Nullable Runnable> first) {
    Thread thread = Thread.currentThread();
    unspent.add(thread);
    try {
      boolean hasWorked = run(first.getAndSet(null));
      while (hasWorked && unspent.contains(thread) && reserve()) {
        hasWorked = run(next());
      }
    } finally {
      if (!unspent.remove(thread)) {
        makeReady();
      }
      alive.decrementAndGet();
      startDeferred();
    }
  }

  // A method of its own, as the frame of the loop would hold the task while it waits.
  private static boolean run(@Nullable Runnable task) {
    if (task != null) {
      Thread.interrupted(); // Of whoever's code the last task called.
      task.run();
    }
    return task != null;
  }

  private void makeReady() {
    while (reserve()) {
      alive.incrementAndGet();
      try {
        threads.newThread(() -> live(new AtomicReference<>(next()))).start();
      } catch (Throwable noThread) {
        alive.decrementAndGet();
        ready.decrementAndGet();
        return; // It would only have saved time: the next task asks for a thread itself.
      }
    }
  }

  /** Returns whether one more may wait; if so, its place is taken. */
  private boolean reserve() {
    if (isClosed) {
      return false;
    }
    boolean isFree = ready.incrementAndGet() <= mostReady;
    if (!isFree) {
      ready.decrementAndGet();
    }
    return isFree;
  }

  /** Waits in a place that is taken, and leaves it; null when there was nothing to do. */
  private @Nullable Runnable next() {
    try {
      return isClosed ? null : tasks.poll(IDLE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return null; // Whoever did that, the thread has nothing to do.
    } finally {
      ready.decrementAndGet();
    }
  }
}
