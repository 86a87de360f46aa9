package dev.loadstone.cli;

import dev.loadstone.domain.error.PluginException;
import io.vavr.control.Option;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds out what a command line asks for, has it done, and says how that ended. */
final class CommandInterpreter {

  private final PrintStream out;
  private final PrintStream err;
  private final Consumer<Runnable> atExit;
  private final Option<Path> cacheFolder;

  /**
   * Makes an interpreter.
   *
   * @param out takes answers
   * @param err takes everything else
   * @param atExit takes what is still to be done when a plugin's code ends the process
   * @param cacheFolder where compiled plugins are kept if nobody names a folder; none for a user
   *     who has no place for that
   */
  CommandInterpreter(
      PrintStream out, PrintStream err, Consumer<Runnable> atExit, Option<Path> cacheFolder) {
    this.out = out;
    this.err = err;
    this.atExit = atExit;
    this.cacheFolder = cacheFolder;
  }

  /** Does what the words ask for, on the calling thread. */
  Outcome execute(List<String> words) {
    Request request = Request.of(words);
    Reporter reporter = reporter(request);
    try {
      return execute(request, reporter);
    } catch (UsageException e) {
      reporter.usage(String.valueOf(e.getMessage()), request.hint());
      return Outcome.of(ExitCode.USAGE);
    } catch (RuntimeException | Error e) {
      reporter.bug(e);
      return Outcome.of(ExitCode.BUG);
    } finally {
      reporter.finish();
    }
  }

  private Outcome execute(Request request, Reporter reporter) {
    if (request.command().isEmpty()) {
      return answer(request);
    }
    Command command = request.command().get();
    if (request.isFile()) {
      // There is nothing to parse, and the parser's classes are most of what a start of ours takes.
      Path file = Arguments.path(request.word());
      return execute(
          command, new Arguments(Map.of(), List.of(file), request.forPlugin()), request, reporter);
    }
    Grammar grammar = new Grammar(command);
    Arguments arguments = grammar.parse(request);
    if (arguments.has(Options.HELP)) {
      out.print(grammar.help());
      return Outcome.of(ExitCode.DONE);
    }
    return execute(command, arguments, request, reporter);
  }

  private Outcome execute(
      Command command, Arguments arguments, Request request, Reporter reporter) {
    return command
        .execute(
            arguments.orElse(Options.CACHE_DIR, cacheFolder.map(Path::toString)), reporter, out)
        .fold(failure -> failed(failure, request, reporter), done -> Outcome.of(ExitCode.DONE));
  }

  /** Answers a line that begins with an option, or is empty. */
  private Outcome answer(Request request) {
    String text =
        switch (request.word()) {
          case "-h", "--help" -> Grammar.overview();
          case "-V", "--version" -> Product.nameAndVersion();
          case "" ->
              throw new UsageException("what is to be done? Name a command or a Java source file");
          default ->
              throw new UsageException(
                  "unknown option '"
                      + request.word()
                      + "' (options follow the command: loadstone run "
                      + request.word()
                      + " ...)");
        };
    out.println(text);
    return Outcome.of(ExitCode.DONE);
  }

  private Outcome failed(Throwable failure, Request request, Reporter reporter) {
    if (failure instanceof PluginException error && request.isUnknownCommand(error)) {
      throw new UsageException(
          "'" + request.word() + "' is neither a command nor a Java source file");
    }
    Outcome outcome = reporter.failure(failure);
    if (failure instanceof PluginException error) {
      request.advice(error).forEach(reporter::advice);
    }
    return outcome;
  }

  private Reporter reporter(Request request) {
    if (request.wantsJson()) {
      JsonReporter reporter = new JsonReporter(err::println);
      atExit.accept(reporter::finish);
      return reporter;
    }
    return new TextReporter(err::println, Product.NAME, request.verbosity());
  }
}
