package dev.loadstone.adapter.fs;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Waits until the holder of a lock file has finished, is dead, or is not seen to be at work any
 * more. Time is measured by this process's own monotonic clock alone.
 */
final class LockWait {

  private static final long FIRST_PAUSE_MILLIS = 10;
  private static final long LONGEST_PAUSE_MILLIS = 25;
  private static final long LONGER_BY_MILLIS = 5;

  private final LockFiles files;
  private final long patienceNanos;

  LockWait(LockFiles files, long patienceNanos) {
    this.files = files;
    this.patienceNanos = patienceNanos;
  }

  /** How a wait ended. */
  enum End {
    /** The holder has removed the file, and what it did can be looked for. */
    FINISHED,
    /** The holder died, and the lock is had in its place. */
    TAKEN_OVER,
    /** There was no sign of life for too long, or this thread was interrupted. */
    GIVEN_UP
  }

  /**
   * The end of a wait.
   *
   * @param end how it ended
   * @param file what was taken over
   */
  record Outcome(End end, Option<LockFile> file) {}

  Outcome await(Path path) throws IOException {
    Option<Pulse> last = Option.none();
    long seen = System.nanoTime();
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      Option<LockFile> taken = files.takeOver(path);
      if (taken.isDefined()) {
        return new Outcome(End.TAKEN_OVER, taken);
      }
      Option<Pulse> pulse = Pulse.of(path);
      if (pulse.isEmpty() || last.exists(before -> !before.isOfSameFileAs(pulse.get()))) {
        return ended(End.FINISHED);
      }
      // Looked at after each pause, however long it took: this process may have been stopped.
      long now = System.nanoTime();
      if (!pulse.equals(last)) {
        seen = now;
      }
      if (now - seen >= patienceNanos || !paused(pause)) {
        return ended(End.GIVEN_UP);
      }
      last = pulse;
      pause = Math.min(LONGEST_PAUSE_MILLIS, pause + LONGER_BY_MILLIS);
    }
  }

  private static Outcome ended(End end) {
    return new Outcome(end, Option.none());
  }

  private static boolean paused(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
