package dev.loadstone.internal.scheduling;

import dev.loadstone.application.Cancellation;
import dev.loadstone.application.CompilationThreads;
import dev.loadstone.domain.error.CompilerBusy;
import dev.loadstone.domain.error.TimedOut;
import dev.loadstone.domain.error.Tries;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that compile, which end when there is nothing to do for some time.
 *
 * <p>A compiler cannot be stopped. So a compilation that its callers gave up, or that exceeds its
 * limit, gives its place to a new thread; up to {@value #MOST_REPLACED} of them. Where all places
 * are taken by such compilations, further ones are refused.
 */
final class CompilerThreads implements CompilationThreads {

  /** How many threads that still compile for nobody are replaced. */
  static final int MOST_REPLACED = 4;

  private static final long IDLE_SECONDS = 10;
  private static final long LOOK_MILLIS = 50;

  private final ThreadPoolExecutor pool;
  private final Option<Duration> limit;
  private final int places;
  // Guarded by this.
  private final List<Thread> givenUp = new ArrayList<>();

  CompilerThreads(ThreadFactory threads, int places, Option<Duration> limit) {
    this.places = places;
    this.limit = limit;
    pool =
        new ThreadPoolExecutor(
            places, places, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    pool.allowCoreThreadTimeOut(true);
  }

  @Override
  public <T> Try<T> call(String plugin, Supplier<Try<T>> work, Cancellation cancellation) {
    if (cancellation.isRequested()) {
      return Try.failure(new CancellationException());
    }
    Compilation<T> compilation = new Compilation<>(plugin, work);
    try {
      pool.execute(compilation);
    } catch (Throwable refused) {
      return Tries.failure(refused);
    }
    return compilation.await(cancellation);
  }

  /** Begins nothing any more. */
  void close() {
    pool.getQueue().clear();
    pool.shutdown();
  }

  /** Returns the threads that occupy every place for nobody; none where a place is left. */
  private synchronized List<String> occupants() {
    return givenUp.size() < places + MOST_REPLACED
        ? List.of()
        : givenUp.stream().map(Thread::getName).toList();
  }

  private synchronized void giveUp(Thread thread) {
    givenUp.add(thread);
    resize();
  }

  private synchronized void end(Thread thread) {
    if (givenUp.remove(thread)) {
      resize();
    }
  }

  private void resize() {
    int size = places + Math.min(givenUp.size(), MOST_REPLACED);
    if (size > pool.getMaximumPoolSize()) {
      pool.setMaximumPoolSize(size);
      pool.setCorePoolSize(size);
    } else {
      pool.setCorePoolSize(size);
      pool.setMaximumPoolSize(size);
    }
  }

  private final class Compilation<T> implements Runnable {

    private final String plugin;
    private @Nullable Supplier<Try<T>> work;
    private @Nullable Thread thread;
    private long begun;
    private @Nullable Try<T> outcome;

    Compilation(String plugin, Supplier<Try<T>> work) {
      this.plugin = plugin;
      this.work = work;
    }

    @Override
    public void run() {
      Supplier<Try<T>> present = begin();
      if (present != null) {
        try {
          end(Tries.of(present));
        } catch (Throwable outOfMemory) {
          end(Tries.failure(outOfMemory)); // What the compilation held is free by now.
        } finally {
          CompilerThreads.this.end(Thread.currentThread());
        }
      }
    }

    private synchronized @Nullable Supplier<Try<T>> begin() {
      thread = Thread.currentThread();
      begun = System.nanoTime();
      return work;
    }

    private synchronized void end(Try<T> result) {
      outcome = result;
      notifyAll();
    }

    /** Waits, whoever interrupts; the interrupt is kept for the caller. */
    synchronized Try<T> await(Cancellation cancellation) {
      boolean isInterrupted = false;
      try {
        Option<Try<T>> reason = Option.none();
        while (outcome == null && reason.isEmpty()) {
          try {
            wait(LOOK_MILLIS);
            reason = reasonToGiveUp(cancellation);
          } catch (InterruptedException e) {
            isInterrupted = true;
          } catch (OutOfMemoryError e) {
            // The compilation takes the memory, and fails for lack of it.
          }
        }
        return outcome != null ? outcome : giveUp(reason.get());
      } finally {
        if (isInterrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    private Option<Try<T>> reasonToGiveUp(Cancellation cancellation) {
      if (cancellation.isRequested()) {
        return Option.some(Try.failure(new CancellationException()));
      }
      Thread compiling = thread;
      if (compiling == null) {
        List<String> occupants = occupants();
        return Option.when(
            !occupants.isEmpty(), () -> Try.failure(new CompilerBusy(plugin, occupants)));
      }
      return limit
          .filter(most -> System.nanoTime() - begun > most.toNanos())
          .map(
              most ->
                  Try.failure(
                      StillRunning.timedOut(TimedOut.Work.COMPILATION, plugin, most, compiling)));
    }

    private Try<T> giveUp(Try<T> reason) {
      work = null;
      if (thread != null) {
        CompilerThreads.this.giveUp(thread);
      }
      return reason;
    }
  }
}
