package dev.loadstone;

import dev.loadstone.PluginThreads.Task;
import dev.loadstone.PluginThreads.Trace;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets a few look at the same time, each on a thread that then goes on with what was found: to hand
 * it to another one takes a good part of the time that a hit takes.
 *
 * <p>Whoever has found something looks for nobody else any more, since what comes next may take
 * long or wait, and lets another one look instead.
 */
final class Lookups {

  /** A look, and what is to be done with what it finds. */
  interface Look {

    /**
     * Looks. Throws nothing.
     *
     * @return what is to be done next on this thread, or none
     */
    Option<Task> look();

    /** Takes note that there is no thread to look on. */
    void refused(Throwable reason);
  }

  private final Consumer<Task> threads;
  private final int most;
  private final Queue<Look> waiting = new ArrayDeque<>();
  private int looking;

  Lookups(Consumer<Task> threads, int most) {
    this.threads = threads;
    this.most = most;
  }

  void submit(Look look) {
    synchronized (waiting) {
      if (looking == most) {
        waiting.add(look);
        return;
      }
      looking++;
    }
    start(look);
  }

  /** Drops all that wait; their promises are the caller's to settle. */
  void clear() {
    synchronized (waiting) {
      waiting.clear();
    }
  }

  private void start(Look first) {
    for (Look look = first; look != null; look = next()) {
      Look started = look;
      try {
        threads.accept(() -> work(started));
        return;
      } catch (Throwable refused) {
        look.refused(refused);
      }
    }
  }

  private Trace work(Look first) {
    for (Look look = first; look != null; look = next()) {
      Option<Task> then = look.look();
      if (then.isDefined()) {
        Look another = next();
        if (another != null) {
          start(another);
        }
        return then.get().run();
      }
    }
    return Trace.NONE;
  }

  /** Takes the next one, in the place of one who has looked; null where nobody waits. */
  private @Nullable Look next() {
    synchronized (waiting) {
      Look next = waiting.poll();
      if (next == null) {
        looking--;
      }
      return next;
    }
  }
}
