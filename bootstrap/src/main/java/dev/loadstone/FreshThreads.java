package dev.loadstone;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives each task a thread that did nothing before and does nothing after it, so that what a plugin
 * leaves in thread-local variables goes with the thread. As many tasks run at once as there are.
 *
 * <p>To start a thread takes longer than to wake one, so each that ends leaves a few behind that
 * wait for their one task. None is started before the first task, and none waits for long.
 */
final class FreshThreads implements Executor {

  private static final long IDLE_SECONDS = 10;

  private final ThreadFactory threads;
  private final int mostReady;
  private final SynchronousQueue<Runnable> tasks = new SynchronousQueue<>();
  private final AtomicInteger ready = new AtomicInteger();
  private volatile boolean isClosed;

  FreshThreads(ThreadFactory threads, int mostReady) {
    this.threads = threads;
    this.mostReady = mostReady;
  }

  /**
   * Starts a task.
   *
   * @throws OutOfMemoryError if no thread can be started for it
   */
  @Override
  public void execute(Runnable task) {
    if (!tasks.offer(task)) {
      threads.newThread(() -> work(task)).start();
    }
  }

  /** Ends the threads that wait for a task. Later tasks are done, each by a new thread. */
  void close() {
    isClosed = true;
    while (tasks.offer(() -> {})) {
      // One thread less waits.
    }
  }

  private void work(Runnable task) {
    try {
      task.run();
    } finally {
      makeReady();
    }
  }

  private void makeReady() {
    while (!isClosed && ready.get() < mostReady) {
      ready.incrementAndGet();
      try {
        threads.newThread(this::workOnce).start();
      } catch (Throwable noThread) {
        ready.decrementAndGet();
        return; // It would only have saved time: the next task asks for a thread itself.
      }
    }
  }

  private void workOnce() {
    Runnable task = null;
    try {
      task = isClosed ? null : tasks.poll(IDLE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      // Nobody but a debugger can; the thread has nothing to do, and ends.
    } finally {
      ready.decrementAndGet();
    }
    if (task != null) {
      work(task);
    }
  }
}
