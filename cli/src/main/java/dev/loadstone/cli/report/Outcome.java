package dev.loadstone.cli.report;

import io.vavr.control.Option;
import java.io.Serial;

/**
 * How a command ended.
 *
 * @param exitCode the number that the process ends with
 * @param uncaught what ends the main thread, and so the process as {@code java} would; none where
 *     the exit code alone does
 */
public record Outcome(int exitCode, Option<Throwable> uncaught) {

  /**
   * {@return the outcome of a command that ends with a number}
   *
   * @param exitCode the number
   */
  public static Outcome of(int exitCode) {
    return new Outcome(exitCode, Option.none());
  }

  /** Returns the outcome of a plugin whose own code threw, which the JVM is to show. */
  static Outcome uncaught(int exitCode, Throwable thrown) {
    return new Outcome(exitCode, Option.some(thrown));
  }

  /** Returns the outcome of a plugin whose own code threw, where nothing is left to tell. */
  static Outcome reported(int exitCode) {
    return uncaught(exitCode, new Reported());
  }

  /** {@return whether nothing is left to tell of what is uncaught} */
  public boolean isReported() {
    return uncaught.exists(Reported.class::isInstance);
  }

  private static final class Reported extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    Reported() {
      super("reported", null, false, false);
    }
  }
}
