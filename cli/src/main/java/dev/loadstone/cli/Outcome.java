package dev.loadstone.cli;

import io.vavr.control.Option;

/**
 * How a command ended.
 *
 * @param exitCode the number that the process ends with
 * @param uncaught what the plugin's own code threw and nobody has shown yet
 */
record Outcome(int exitCode, Option<Throwable> uncaught) {

  static Outcome of(int exitCode) {
    return new Outcome(exitCode, Option.none());
  }
}
