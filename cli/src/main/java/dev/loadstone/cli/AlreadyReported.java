package dev.loadstone.cli;

import java.io.Serial;

/**
 * Ends the main thread, and so the process as {@code java} would, when there is nothing left to
 * tell.
 */
final class AlreadyReported extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  AlreadyReported() {
    super("reported", null, false, false);
  }
}
