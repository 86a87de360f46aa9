package dev.loadstone.cli;

import dev.loadstone.domain.error.PluginException;
import io.vavr.control.Try;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
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
    Parameters.addSources(spec);
    Options.addExecute(spec);
    Options.addFormat(spec);
    Options.addHelp(spec);
    return spec;
  }

  @Override
  public Integer call() {
    Arguments arguments = arguments();
    Reporter reporter = reporter(arguments);
    try {
      return work.check(arguments, reporter)
          .map(nothing -> ExitCode.DONE)
          .recover(PluginException.class, error -> failed(error, reporter))
          // What is left is a bug, and as such for the host's own handler.
          .get();
    } finally {
      reporter.finish();
    }
  }

  private Arguments arguments() {
    try {
      return Grammar.arguments(spec.commandLine().getParseResult(), List.of());
    } catch (UsageException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Reporter reporter(Arguments arguments) {
    Choices.Format format =
        arguments.value(Options.FORMAT, Choices.Format.class).getOrElse(Choices.Format.TEXT);
    return switch (format) {
      case TEXT -> new TextReporter(this::print, spec.qualifiedName(), Verbosity.NORMAL);
      case JSON -> new JsonReporter(this::print);
    };
  }

  private int failed(PluginException error, Reporter reporter) {
    Outcome outcome = reporter.failure(error);
    for (Throwable thrown : outcome.uncaught()) {
      if (!(thrown instanceof AlreadyReported)) {
        reporter.error(error);
        print(StackTraces.text(thrown));
      }
    }
    return outcome.exitCode();
  }

  private void print(String lines) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(lines);
    err.flush();
  }
}
