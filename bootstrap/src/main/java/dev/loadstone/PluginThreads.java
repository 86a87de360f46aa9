package dev.loadstone;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Threads of which none runs a plugin and does anything after it, so that what the plugin leaves in
 * thread-local variables goes with the thread. As many tasks run at once as there are.
 *
 * <p>To start a thread takes longer than to wake one, so a few wait for their next task, or are
 * left behind, new, by one that ends. None is started before the first task, and none waits for
 * long.
 */
final class PluginThreads implements Executor {

  private static final long IDLE_SECONDS = 10;

  /** What a task leaves on its thread. */
  enum Trace {
    NONE,
    OF_A_PLUGIN
  }

  /** What a thread is to do. */
  @FunctionalInterface
  interface Task {

    /** Does it. */
    Trace run();
  }

  private final ThreadFactory threads;
  private final int mostReady;
  private final SynchronousQueue<Task> tasks = new SynchronousQueue<>();
  private final AtomicInteger ready = new AtomicInteger();
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
          task.run();
          return Trace.OF_A_PLUGIN;
        });
  }

  /**
   * Starts a task.
   *
   * @throws OutOfMemoryError if no thread can be started for it
   */
  void start(Task task) {
    if (!tasks.offer(task)) {
      threads.newThread(() -> work(task)).start();
    }
  }

  /** Ends the threads that wait for a task. Later tasks are done, each by a new thread. */
  void close() {
    isClosed = true;
    while (tasks.offer(() -> Trace.OF_A_PLUGIN)) {
      // One thread less waits.
    }
  }

  private void work(@Nullable Task first) {
    for (Task task = first; task != null; task = next()) {
      Trace trace = Trace.OF_A_PLUGIN;
      try {
        trace = task.run();
      } finally {
        if (trace == Trace.OF_A_PLUGIN) {
          makeReady();
        }
      }
      if (trace == Trace.OF_A_PLUGIN || !reserve()) {
        return;
      }
    }
  }

  private void makeReady() {
    while (reserve()) {
      try {
        threads.newThread(() -> work(next())).start();
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
  private @Nullable Task next() {
    try {
      return isClosed ? null : tasks.poll(IDLE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return null; // Nobody but a debugger can, and the thread has nothing to do.
    } finally {
      ready.decrementAndGet();
    }
  }
}
