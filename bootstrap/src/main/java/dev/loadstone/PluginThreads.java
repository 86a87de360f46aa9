package dev.loadstone;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
  private final Set<Thread> unspent = ConcurrentHashMap.newKeySet();
  private volatile boolean isClosed;

  PluginThreads(ThreadFactory threads, int mostReady) {
    this.threads = threads;
    this.mostReady = mostReady;
  }

  /**
   * Starts what may be code of a plugin.
   *
   * @throws OutOfMemoryError if no thread can be started for it
   */
  @Override
  public void execute(Runnable task) {
    start(
        () -> {
          spend();
          task.run();
        });
  }

  /** Starts what may be code of a plugin, or runs it if no thread can be started for it. */
  void executeOrRun(Runnable task) {
    try {
      execute(task);
    } catch (OutOfMemoryError noThread) {
      spend();
      task.run();
    }
  }

  /**
   * Starts a task that calls {@link #spend()} before it runs a plugin.
   *
   * @throws OutOfMemoryError if no thread can be started for it
   */
  void start(Runnable task) {
    if (!tasks.offer(task)) {
      // Emptied by the thread, which would hold its first task as long as it lives.
      AtomicReference<@Nullable Runnable> first = new AtomicReference<>(task);
      threads.newThread(() -> live(first)).start();
    }
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
      try {
        threads.newThread(() -> live(new AtomicReference<>(next()))).start();
      } catch (Throwable noThread) {
        ready.decrementAndGet();
        return; // It would only have saved time: the next task asks for a thread itself.
      }
    }
  }

  /** Tells whether one more may wait; if so, its place is taken. */
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
