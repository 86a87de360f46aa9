package dev.loadstone.cli.report;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticRenderer;
import dev.loadstone.domain.diagnostic.PrintableText;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import java.util.List;
import java.util.Objects;

/** Reports for people, at once. */
final class TextReporter implements Reporter {

  private final Output output;
  private final String command;
  private final Reporting.Verbosity verbosity;

  /**
   * Makes a reporter.
   *
   * @param output takes what is told
   * @param command the name of the command that speaks
   * @param verbosity how much is told
   */
  TextReporter(Output output, String command, Reporting.Verbosity verbosity) {
    this.output = output;
    this.command = command;
    this.verbosity = verbosity;
  }

  @Override
  public void warnings(List<Diagnostic> warnings) {
    if (!warnings.isEmpty()) {
      output.print(DiagnosticRenderer.render(warnings, WideCharacters::contain));
    }
  }

  @Override
  public void caution(Caution kind, String message) {
    say("warning: " + message);
  }

  @Override
  public void progress(String message) {
    if (verbosity == Reporting.Verbosity.VERBOSE) {
      say(message);
    }
  }

  @Override
  public void error(PluginException error) {
    if (error instanceof CompilationFailed failed) {
      output.print(DiagnosticRenderer.render(failed.diagnostics(), WideCharacters::contain));
      if (!failed.advice().isEmpty()) {
        say(failed.advice());
      }
    } else {
      say(PrintableText.lines(error.getMessage()));
    }
  }

  @Override
  public void advice(String message) {
    output.print(PrintableText.line(message));
  }

  /**
   * Leaves the telling to the JVM, which has the last word on uncaught exceptions, as with {@code
   * java}.
   */
  @Override
  public Outcome pluginFailure(PluginFailed failure) {
    Throwable thrown = Objects.requireNonNullElse(failure.getCause(), failure);
    return Outcome.uncaught(ExitCode.of(failure.kind()), StackTraces.withoutOurFrames(thrown));
  }

  @Override
  public void pluginError(PluginFailed failure) {
    error(failure);
    Throwable thrown = Objects.requireNonNullElse(failure.getCause(), failure);
    output.print(PrintableText.lines(StackTraces.pluginText(thrown)));
  }

  @Override
  public void unnameable(String message) {
    say(message);
  }

  @Override
  public void usage(String message, String hint) {
    say(message);
    output.print(PrintableText.line(hint));
  }

  @Override
  public void bug(Throwable thrown) {
    say(BugReport.message(thrown));
    if (verbosity == Reporting.Verbosity.VERBOSE) {
      output.print(PrintableText.lines(StackTraces.text(thrown)));
    }
  }

  /** Tells nothing more: each line went out as it came. */
  @Override
  public Outcome finish(Outcome outcome) {
    return outcome;
  }

  /** Says something on one line, unless it is printable already. */
  private void say(Object message) {
    output.print(PrintableText.of("%s: %s", command, message));
  }
}
