package dev.loadstone.cli.command;

import dev.loadstone.cli.report.Reporting.Verbosity;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.error.Unreadable;
import io.vavr.control.Option;
import java.util.List;

/**
 * A command line, cut into the parts that belong to different parties. Nothing of a plugin's part
 * is ever looked at.
 *
 * @param word the first word, empty if there is none
 * @param command what to do, none if the first word is an option or there is none
 * @param own the words for the command
 * @param forPlugin the words for the plugin
 */
record Request(String word, Option<Command> command, List<String> own, List<String> forPlugin) {

  private static final String SEPARATOR = "--";

  Request {
    own = List.copyOf(own);
    forPlugin = List.copyOf(forPlugin);
  }

  static Request of(List<String> words) {
    if (words.isEmpty() || words.get(0).startsWith("-")) {
      String word = words.isEmpty() ? "" : words.get(0);
      return new Request(word, Option.none(), words, List.of());
    }
    String word = words.get(0);
    List<String> rest = words.subList(1, words.size());
    Option<Command> command = Commands.named(word);
    if (command.isEmpty()) {
      return new Request(word, Option.some(new RunCommand()), List.of(word), rest);
    }
    int separator = rest.indexOf(SEPARATOR);
    boolean whole = separator < 0 || command.get().tail() == Command.Tail.FILES;
    return whole
        ? new Request(word, command, rest, List.of())
        : new Request(
            word, command, rest.subList(0, separator), rest.subList(separator + 1, rest.size()));
  }

  /** Returns whether the first word is the plugin's file: then nothing else is the command's. */
  boolean isFile() {
    return command.isDefined() && Commands.named(word).isEmpty();
  }

  /**
   * Returns whether errors are for a program, which must be known before the line is understood.
   */
  boolean wantsJson() {
    return value(Options.FORMAT).contains("json");
  }

  /** Returns where errors are to be told, which must be known before the line is understood. */
  Option<String> report() {
    return command.isDefined() && !isFile() ? value(Options.REPORT) : Option.none();
  }

  /** Returns where an artifact is to be written, as far as it is known before parsing. */
  Option<String> output() {
    return value(Options.OUTPUT);
  }

  /** Returns whether standard output is free for a report. */
  boolean leavesOutputFree() {
    return command.exists(known -> known.leavesOutputFree(options()));
  }

  Verbosity verbosity() {
    return options().contains(Options.VERBOSE) ? Verbosity.VERBOSE : Verbosity.NORMAL;
  }

  /** Says where to read on after a wrong use. */
  String hint() {
    return Commands.named(word)
        .map(known -> "Try 'loadstone " + known.name() + " --help' for its use.")
        .getOrElse("Try 'loadstone --help' for the commands.");
  }

  /** Returns whether the first word is no command, and, by the error, no source file either. */
  boolean isUnknownCommand(PluginException error) {
    return isFile()
        && noSourceFile(error).exists(missing -> missing.reason() == Unreadable.MISSING);
  }

  /** Says what may have been meant, where an error does not. */
  Option<String> advice(PluginException error) {
    return error instanceof CompilationFailed failed
        ? CompilationAdvice.onWarnings(failed, command.map(Command::name).getOrElse(word))
        : adviceOnArgument(error);
  }

  private Option<String> adviceOnArgument(PluginException error) {
    return noSourceFile(error)
        .filter(missing -> !isFile())
        .filter(missing -> command.exists(known -> known.tail() == Command.Tail.FOR_PLUGIN))
        .map(
            missing ->
                "If '" + missing.path() + "' is an argument of the plugin, put -- before it.");
  }

  /** Returns the error about a file whose name is no source file's. */
  private static Option<SourceNotFound> noSourceFile(PluginException error) {
    return error instanceof SourceNotFound missing && !missing.path().toString().endsWith(".java")
        ? Option.some(missing)
        : Option.none();
  }

  /** Returns the last value that is given to an option. */
  private Option<String> value(String option) {
    Option<String> last = Option.none();
    List<String> options = options();
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).startsWith(option + "=")) {
        last = Option.some(options.get(i).substring(option.length() + 1));
      } else if (options.get(i).equals(option) && i + 1 < options.size()) {
        last = Option.some(options.get(i + 1));
      }
    }
    return last;
  }

  private List<String> options() {
    int separator = own.indexOf(SEPARATOR);
    return separator < 0 ? own : own.subList(0, separator);
  }
}
