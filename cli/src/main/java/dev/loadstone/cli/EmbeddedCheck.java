package dev.loadstone.cli;

import dev.loadstone.domain.diagnostic.PrintableText;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Try;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The command {@code check} among the commands of a host, which parses, prints and exits. */
final class EmbeddedCheck implements Callable<Integer> {

  /** The part that depends on how the host sets the library up. */
  interface Work {

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

  static CommandSpec spec(Work work) {
    CommandSpec spec = new EmbeddedCheck(work).spec;
    spec.usageMessage().description(new CheckCommand().summary());
    CheckCommand.describeWork(spec);
    Options.addFormat(spec);
    Options.addHelp(spec);
    return spec;
  }

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
      return reporting().reporter(false).failure(e).exitCode();
    } catch (UnnameablePath e) {
      reporting().reporter(false).unnameable(String.valueOf(e.getMessage()));
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
        .map(place -> reporting().report(place, !arguments.has(Options.EXECUTE)))
        .getOrElse(() -> reporting().reporter(format == Choices.Format.JSON));
  }

  private Reporting reporting() {
    CommandLine host = spec.commandLine();
    return new Reporting(
        output(host.getOut()), output(host.getErr()), spec.qualifiedName(), Verbosity.NORMAL);
  }

  private static Output output(PrintWriter writer) {
    return new Output(
        lines -> {
          writer.println(lines);
          writer.flush();
        });
  }
}
