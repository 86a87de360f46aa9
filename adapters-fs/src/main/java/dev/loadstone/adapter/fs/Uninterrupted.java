package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Does work with channels on a thread that somebody may interrupt, which closes them: it begins
 * again, and the thread is as interrupted afterwards as it was.
 */
final class Uninterrupted {

  private static final int ATTEMPTS = 100;

  private Uninterrupted() {}

  /** Work that can be done again. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  static <T> T run(Work<T> work) throws IOException {
    boolean isInterrupted = Thread.interrupted();
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return work.run();
        } catch (ClosedByInterruptException e) {
          isInterrupted = true;
          if (attempt == ATTEMPTS) {
            throw e;
          }
        }
        Thread.interrupted();
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
