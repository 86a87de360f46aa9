package dev.loadstone.internal.scheduling;

import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many steps of one kind run at once, each on a thread of our own; the others queue, and
 * hold no thread meanwhile. A call that goes on in another lane stays on its thread if there is
 * room: to hand it to another one takes a good part of the time that a hit takes.
 */
final class Lane {

  /** A step of a call. */
  interface Step {

    /** {@return the step that comes next, and its lane; none where the call is over} */
    Option<Hop> run();

    /** Takes note that there is no thread to run on, or that the step threw. Never throws. */
    void refused(Throwable reason);
  }

  /** Where a call goes on. */
  record Hop(Lane lane, Step step) {}

  private final PluginThreads threads;
  private final int most;
  private final Queue<Step> waiting = new ArrayDeque<>();
  private int running;

  Lane(PluginThreads threads, int most) {
    this.threads = threads;
    this.most = most;
  }

  /** Runs a step as soon as there is room. */
  void execute(Step step) {
    if (enter(step)) {
      start(step);
    }
  }

  /** Drops all that wait; their calls are the caller's to end. */
  void clear() {
    synchronized (waiting) {
      waiting.clear();
    }
  }

  /** Takes a place, or has the step wait for one. */
  private boolean enter(Step step) {
    synchronized (waiting) {
      boolean isFree = running < most;
      if (isFree) {
        running++;
      } else {
        waiting.add(step);
      }
      return isFree;
    }
  }

  /** Gives the place to the step that waits longest; where none does, leaves it. */
  private @Nullable Step next() {
    synchronized (waiting) {
      Step next = waiting.poll();
      if (next == null) {
        running--;
      }
      return next;
    }
  }

  /** Starts a step that has a place; one for which there is no memory gives that to the next. */
  private void start(Step step) {
    for (Step next = step; next != null; ) {
      Step starting = next;
      try {
        threads.start(new Start(this, starting), refused -> withoutThread(starting, refused));
        next = null;
      } catch (OutOfMemoryError e) {
        starting.refused(e);
        next = next();
      }
    }
  }

  private void withoutThread(Step step, Throwable refused) {
    List<Step> stranded = new ArrayList<>();
    synchronized (waiting) {
      running--;
      if (running > 0) {
        waiting.add(step); // Whoever leaves takes it along.
        return;
      }
      stranded.add(step);
      stranded.addAll(waiting);
      waiting.clear();
    }
    stranded.forEach(each -> each.refused(refused));
  }

  /** Goes with a call from lane to lane; where it stops, does what waits in the last one. */
  private static void follow(Lane lane, @Nullable Step step) {
    while (step != null) {
      Thread.interrupted(); // Of whoever's code the last step called.
      Hop hop = goOn(step);
      step = lane.next();
      if (step != null && (hop != null || lane.threads.isSpent())) {
        lane.start(step);
        step = null;
      }
      if (hop != null) {
        lane = hop.lane();
        step = hop.step();
      }
    }
  }

  // A method of its own, so that no frame holds a call that waits while another one's steps run.
  private static @Nullable Hop goOn(Step step) {
    try {
      return step.run().filter(hop -> hop.lane().enter(hop.step())).getOrNull();
    } catch (Throwable unexpected) {
      step.refused(unexpected); // Such as for lack of memory, which another thread may take.
      return null;
    }
  }

  /** Emptied when it runs, as the thread's frames hold it meanwhile. */
  private static final class Start implements Runnable {

    private final Lane lane;
    private @Nullable Step step;

    Start(Lane lane, Step step) {
      this.lane = lane;
      this.step = step;
    }

    @Override
    public void run() {
      Step first = step;
      step = null;
      follow(lane, first);
    }
  }
}
