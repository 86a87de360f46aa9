package dev.loadstone.cli.command;

import dev.loadstone.cli.report.ExitCode;
import dev.loadstone.cli.report.Outcome;
import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.Reporter;
import dev.loadstone.cli.report.Reporting;
import dev.loadstone.cli.report.SeveralFailures;
import dev.loadstone.domain.diagnostic.PrintableText;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finds out what a command line asks for, has it done, and says how that ended. */
public final class CommandInterpreter {

  private final Output out;
  private final Output err;
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
  public CommandInterpreter(
      Output out, Output err, Consumer<Runnable> atExit, Option<Path> cacheFolder) {
    this.out = out;
    this.err = err;
    this.atExit = atExit;
    this.cacheFolder = cacheFolder;
  }

  /**
   * Does what the words ask for, on the calling thread.
   *
   * @param words the command line
   * @return how that ended
   */
  public Outcome execute(List<String> words) {
    Request request = Request.of(words);
    Reporting reporting = new Reporting(out, err, Product.NAME, request.verbosity());
    Reporter plain = request.wantsJson() ? reporting.json() : reporting.text();
    return told(
        request,
        plain,
        () -> {
          ReportOption.requireOtherThan(request.output(), request.report());
          Reporter reporter =
              request
                  .report()
                  .map(place -> ReportOption.reporter(place, request.leavesOutputFree(), reporting))
                  .getOrElse(plain);
          if (request.wantsJson() || request.report().isDefined()) {
            atExit.accept(() -> reporter.finish(Outcome.of(ExitCode.DONE)));
          }
          return told(request, reporter, () -> execute(request, reporter));
        });
  }

  private static Outcome told(Request request, Reporter reporter, Supplier<Outcome> work) {
    return reporter.finish(outcome(request, reporter, work));
  }

  private static Outcome outcome(Request request, Reporter reporter, Supplier<Outcome> work) {
    try {
      return work.get();
    } catch (UsageException e) {
      reporter.usage(String.valueOf(e.getMessage()), request.hint());
      return Outcome.of(ExitCode.USAGE);
    } catch (UnnameablePath e) {
      reporter.unnameable(String.valueOf(e.getMessage()));
      return Outcome.of(ExitCode.ENVIRONMENT);
    } catch (StoreFailed e) {
      return reporter.failure(e);
    } catch (RuntimeException | Error e) {
      reporter.bug(e);
      return Outcome.of(ExitCode.BUG);
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
      out.print(PrintableText.lines(grammar.help()));
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
    out.print(PrintableText.lines(text));
    return Outcome.of(ExitCode.DONE);
  }

  private Outcome failed(Throwable failure, Request request, Reporter reporter) {
    if (failure instanceof PluginException error && request.isUnknownCommand(error)) {
      throw new UsageException(
          "'" + request.word() + "' is neither a command nor a Java source file");
    }
    Outcome outcome = reporter.failure(failure);
    List<Throwable> failures =
        failure instanceof SeveralFailures several ? several.failures() : List.of(failure);
    failures.stream()
        .filter(PluginException.class::isInstance)
        .flatMap(error -> request.advice((PluginException) error).toJavaStream())
        .distinct()
        .forEach(reporter::advice);
    return outcome;
  }
}
