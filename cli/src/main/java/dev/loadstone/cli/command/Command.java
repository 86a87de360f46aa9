package dev.loadstone.cli.command;

import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.Reporter;
import io.vavr.control.Try;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** One of the command's verbs. */
interface Command {

  /** What may follow {@code --}. */
  enum Tail {
    /** The plugin's arguments. */
    FOR_PLUGIN,
    /** Files whose names begin with a hyphen, as everywhere. */
    FILES
  }

  /** Returns the verb. */
  String name();

  /** Says in a line what it does. */
  String summary();

  /** Returns what may follow {@code --}. */
  default Tail tail() {
    return Tail.FILES;
  }

  /**
   * Returns whether standard output is free for a report: neither the command nor a plugin writes
   * to it.
   *
   * @param words the command's own words
   */
  default boolean leavesOutputFree(List<String> words) {
    return false;
  }

  /** Adds options and parameters. */
  void describe(CommandSpec spec);

  /**
   * Does the work.
   *
   * @return nothing, or why it was not done
   * @throws UsageException if the arguments say something that cannot be done
   */
  Try<Void> execute(Arguments arguments, Reporter reporter, Output out);
}
