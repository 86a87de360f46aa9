package dev.loadstone.cli.command;

import dev.loadstone.Loadstone;
import dev.loadstone.PluginLoader;
import dev.loadstone.cli.report.ExitCode;
import dev.loadstone.cli.report.Outcome;
import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.Reporter;
import dev.loadstone.cli.report.Reporting;
import dev.loadstone.cli.report.SeveralFailures;
import dev.loadstone.domain.diagnostic.PrintableText;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.event.Event;
import io.vavr.control.Try;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The command {@code check} among the commands of a host, which parses, prints and exits. */
public final class EmbeddedCheck implements Callable<Integer> {

  /** The part that depends on how the host sets the library up. */
  private interface Work {

    /** Checks what was named. */
    Try<Void> check(Arguments arguments, Reporter reporter);
  }

  private static final String NAME = "check";

  private final Work work;
  private final CommandSpec spec;

  private EmbeddedCheck(Work work) {
    this.work = work;
    this.spec = CommandSpec.wrapWithoutInspection(this).name(NAME);
  }

  /**
   * Makes the command over a library that is opened for each check, and closed at its end.
   *
   * @param open opens the library with a listener
   * @param loader gives the loader of the plugins that are checked
   * @param <T> what the plugins give
   */
  public static <T> CommandSpec opening(
      Function<Consumer<Event>, Loadstone> open,
      Function<? super Loadstone, PluginLoader<T>> loader) {
    return spec(
        (arguments, reporter) -> {
          try (Loadstone loadstone = open.apply(event -> Session.tell(event, reporter))) {
            return check(loadstone, loader, arguments, reporter);
          }
        });
  }

  /**
   * Makes the command over a library that stays open.
   *
   * @param loadstone the library
   * @param loader gives the loader of the plugins that are checked
   * @param <T> what the plugins give
   */
  public static <T> CommandSpec using(
      Loadstone loadstone, Function<? super Loadstone, PluginLoader<T>> loader) {
    return spec((arguments, reporter) -> check(loadstone, loader, arguments, reporter));
  }

  private static <T> Try<Void> check(
      Loadstone loadstone,
      Function<? super Loadstone, PluginLoader<T>> loader,
      Arguments arguments,
      Reporter reporter) {
    return CheckCommand.check(
        Demand.nothingMore(loader.apply(loadstone)), arguments, loadstone, reporter);
  }

  private static CommandSpec spec(Work work) {
    CommandSpec spec = new EmbeddedCheck(work).spec;
    spec.usageMessage().description(new CheckCommand().summary());
    CheckCommand.describeWork(spec);
    Options.addFormat(spec);
    Options.addHelp(spec);
    return spec;
  }

  /** Checks what the host's command line names, and returns the exit code. */
  @Override
  public Integer call() {
    try {
      Arguments arguments = Grammar.arguments(spec.commandLine().getParseResult(), List.of());
      Reporter reporter = reporter(arguments);
      try {
        return reporter.finish(outcome(arguments, reporter)).exitCode();
      } finally {
        // Where a bug is for the host's own handler, what was told before it is not lost.
        reporter.finish(Outcome.of(ExitCode.BUG));
      }
    } catch (UsageException e) {
      String message = PrintableText.line(String.valueOf(e.getMessage())).toString();
      throw new ParameterException(spec.commandLine(), message, e);
    } catch (StoreFailed e) {
      return reporting().text().failure(e).exitCode();
    } catch (UnnameablePath e) {
      reporting().text().unnameable(String.valueOf(e.getMessage()));
      return ExitCode.ENVIRONMENT;
    }
  }

  private Outcome outcome(Arguments arguments, Reporter reporter) {
    return work.check(arguments, reporter)
        .map(nothing -> Outcome.of(ExitCode.DONE))
        .recover(PluginException.class, reporter::shown)
        .recover(SeveralFailures.class, reporter::failure)
        // What is left is a bug, and as such for the host's own handler.
        .get();
  }

  private Reporter reporter(Arguments arguments) {
    Choices.Format format =
        arguments.value(Options.FORMAT, Choices.Format.class).getOrElse(Choices.Format.TEXT);
    return arguments
        .value(Options.REPORT, String.class)
        .map(place -> ReportOption.reporter(place, !arguments.has(Options.EXECUTE), reporting()))
        .getOrElse(() -> format == Choices.Format.JSON ? reporting().json() : reporting().text());
  }

  private Reporting reporting() {
    CommandLine host = spec.commandLine();
    return new Reporting(
        output(host.getOut()),
        output(host.getErr()),
        spec.qualifiedName(),
        Reporting.Verbosity.NORMAL);
  }

  private static Output output(PrintWriter writer) {
    return new Output(
        lines -> {
          writer.println(lines);
          writer.flush();
        });
  }
}
