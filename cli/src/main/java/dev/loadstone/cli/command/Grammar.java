package dev.loadstone.cli.command;

import dev.loadstone.cli.report.Table;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What one command understands. */
final class Grammar {

  static final String SUMMARY = "Compiles, checks and runs plugins that arrive as Java source.";

  private static final int WIDTH = 100;

  private final Command command;
  private final CommandLine parser;

  Grammar(Command command) {
    this.command = command;
    CommandSpec spec = spec(command).name(Product.NAME + " " + command.name());
    this.parser = new CommandLine(spec);
    // A word that begins with @ is a file's name like any other.
    parser.setExpandAtFiles(false);
  }

  /**
   * Reads the command's own words.
   *
   * @throws UsageException if they are not understood
   */
  Arguments parse(Request request) {
    if (parser.getCommandSpec().findOption(Options.PROCESSOR_OPTION) != null) {
      Processors.requireKeys(request.own());
    }
    try {
      return arguments(parser.parseArgs(request.own().toArray(String[]::new)), request.forPlugin());
    } catch (UnmatchedArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()) + adviceOnArguments());
    } catch (ParameterException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** Returns the command's help, which ends with a line separator. */
  String help() {
    return parser.getUsageMessage(Ansi.OFF);
  }

  /** Describes a command. */
  static CommandSpec spec(Command command) {
    CommandSpec spec = CommandSpec.create().name(command.name());
    spec.usageMessage().description(command.summary()).width(WIDTH);
    command.describe(spec);
    Options.addHelp(spec);
    return spec;
  }

  /** Returns the help on all commands. */
  static String overview() {
    Table verbs = new Table();
    Commands.all().forEach(command -> verbs.row("  " + command.name(), command.summary()));
    return String.join(
        System.lineSeparator(),
        "Usage: loadstone COMMAND [OPTION...] ...",
        "       loadstone FILE [ARG...]",
        SUMMARY,
        "",
        verbs.text().toString(),
        "",
        "'loadstone FILE' compiles and runs one file; all that follows it is for the plugin.",
        "'loadstone COMMAND --help' describes a command, 'loadstone --version' prints the version.",
        "The manual page is docs/man/loadstone.1, in the folder of this command.",
        "",
        "Exit: 0 done; 1 the sources were refused or the plugin failed; 2 wrong use; 3 the artifact was refused;",
        "4 a file or the compiler is not there, a file cannot be written, or 'cache' has none that can be used;",
        "70 a bug of Loadstone.");
  }

  /** Returns what was said in a line that has been read. */
  static Arguments arguments(ParseResult parsed, List<String> forPlugin) {
    Map<String, Object> options = new HashMap<>();
    for (OptionSpec option : parsed.matchedOptions()) {
      options.put(option.longestName(), option.getValue());
    }
    List<Path> files =
        parsed.matchedPositionals().stream()
            .flatMap(parameter -> parameter.stringValues().stream())
            .map(Arguments::path)
            .toList();
    if (options.containsKey(Options.DEPS)
        && !options.containsKey(Options.EACH)
        && files.size() > 1) {
      throw new UsageException(
          Options.DEPS + ": give only the main file; the files that it needs are found");
    }
    if (options.containsKey(Options.CACHE_DIR) && options.containsKey(Options.NO_CACHE)) {
      throw new UsageException(
          Options.NO_CACHE
              + " leaves nothing to be kept in "
              + Options.CACHE_DIR
              + "; give one of them");
    }
    return new Arguments(options, files, forPlugin);
  }

  private String adviceOnArguments() {
    return command.tail() == Command.Tail.FOR_PLUGIN ? " (arguments of the plugin follow --)" : "";
  }
}
