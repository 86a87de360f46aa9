package dev.loadstone;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A few threads that compile, which end when there is nothing to do for some time. */
final class CompilerThreads implements Executor {

  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor pool;

  CompilerThreads(ThreadFactory threads, int count) {
    pool =
        new ThreadPoolExecutor(
            count, count, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    pool.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable compilation) {
    pool.execute(compilation);
  }

  /** Waits on one of the threads, which another one stands in for meanwhile. */
  <T> T standingAside(Supplier<T> waiting) {
    resize(1);
    try {
      return waiting.get();
    } finally {
      resize(-1);
    }
  }

  /** Begins nothing any more. */
  void close() {
    pool.getQueue().clear();
    pool.shutdown();
  }

  private void resize(int change) {
    synchronized (pool) {
      int size = pool.getCorePoolSize() + change;
      if (change > 0) {
        pool.setMaximumPoolSize(size);
        pool.setCorePoolSize(size);
      } else {
        pool.setCorePoolSize(size);
        pool.setMaximumPoolSize(size);
      }
    }
  }
}
