package dev.loadstone;

import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Lets a few look at the same time, each on a thread that then goes on with what was found: to hand
 * it to another one takes a good part of the time that a hit takes.
 *
 * <p>Whoever has found something looks for nobody else any more, since what comes next may take
 * long or wait, and lets another one look instead.
 */
final class Lookups {

  /** A look, and what is to be done with what it finds. Neither method throws anything. */
  interface Look {

    /**
     * Looks.
     *
     * @return what is to be done next on this thread, or none
     */
    Option<Runnable> look();

    /** Takes note that there is no thread to look on. */
    void refused(Throwable reason);
  }

  private final Executor threads;
  private final int most;
  private final Queue<Look> waiting = new ArrayDeque<>();
  private int looking;

  Lookups(Executor threads, int most) {
    this.threads = threads;
    this.most = most;
  }

  void submit(Look look) {
    synchronized (waiting) {
      waiting.add(look);
    }
    startAnother();
  }

  /** Drops all that wait; their promises are the caller's to settle. */
  void clear() {
    synchronized (waiting) {
      waiting.clear();
    }
  }

  private void startAnother() {
    synchronized (waiting) {
      if (waiting.isEmpty() || looking == most) {
        return;
      }
      looking++;
    }
    try {
      threads.execute(this::work);
    } catch (Throwable refused) {
      stranded().forEach(look -> look.refused(refused));
    }
  }

  /** Undoes a start; returns those whom nobody looks for now. */
  private List<Look> stranded() {
    synchronized (waiting) {
      looking--;
      if (looking > 0) {
        return List.of();
      }
      List<Look> all = List.copyOf(waiting);
      waiting.clear();
      return all;
    }
  }

  private void work() {
    Option<Runnable> then = lookUntilFound();
    startAnother();
    then.forEach(Runnable::run);
  }

  // A method of its own, so that while what was found runs no frame holds what others asked for.
  private Option<Runnable> lookUntilFound() {
    for (Look look = next(); look != null; look = next()) {
      Thread.interrupted(); // Of whoever's code the last look called.
      Option<Runnable> then = look.look();
      if (then.isDefined()) {
        leave();
        return then;
      }
    }
    return Option.none();
  }

  /** Takes the next one; null where nobody waits, and then one looks less. */
  private @Nullable Look next() {
    synchronized (waiting) {
      Look next = waiting.poll();
      if (next == null) {
        looking--;
      }
      return next;
    }
  }

  private void leave() {
    synchronized (waiting) {
      looking--;
    }
  }
}
