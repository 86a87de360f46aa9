package dev.loadstone.cli;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticRenderer;
import dev.loadstone.domain.diagnostic.PrintableText;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import io.vavr.control.Option;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reports for people, at once. What a terminal would obey instead of show is escaped, but for what
 * a plugin throws.
 */
final class TextReporter implements Reporter {

  private final Consumer<String> lines;
  private final String prefix;
  private final Verbosity verbosity;

  /**
   * Makes a reporter.
   *
   * @param lines takes what is told, whole lines at a time and without the last separator
   * @param command the name of the command that speaks
   * @param verbosity how much is told
   */
  TextReporter(Consumer<String> lines, String command, Verbosity verbosity) {
    this.lines = text -> lines.accept(PrintableText.lines(text));
    this.prefix = command + ": ";
    this.verbosity = verbosity;
  }

  @Override
  public void warnings(List<Diagnostic> warnings) {
    if (!warnings.isEmpty()) {
      lines.accept(DiagnosticRenderer.render(warnings));
    }
  }

  @Override
  public void caution(Caution kind, String message) {
    lines.accept(prefix + "warning: " + message);
  }

  @Override
  public void progress(String message) {
    if (verbosity == Verbosity.VERBOSE) {
      lines.accept(prefix + PrintableText.line(message));
    }
  }

  @Override
  public void error(PluginException error) {
    if (error instanceof CompilationFailed failed) {
      lines.accept(DiagnosticRenderer.render(failed.diagnostics()));
      if (!failed.advice().isEmpty()) {
        lines.accept(prefix + failed.advice());
      }
    } else {
      lines.accept(prefix + error.getMessage());
    }
  }

  @Override
  public void advice(String message) {
    lines.accept(message);
  }

  /**
   * Leaves the telling to the JVM, which has the last word on uncaught exceptions, as with {@code
   * java}.
   */
  @Override
  public Outcome pluginFailure(PluginFailed failure) {
    Throwable thrown = Objects.requireNonNullElse(failure.getCause(), failure);
    return new Outcome(
        ExitCode.of(failure.kind()), Option.some(StackTraces.withoutOurFrames(thrown)));
  }

  @Override
  public void usage(String message, String hint) {
    lines.accept(prefix + message);
    lines.accept(hint);
  }

  @Override
  public void bug(Throwable thrown) {
    lines.accept(prefix + BugReport.message(thrown));
    if (verbosity == Verbosity.VERBOSE) {
      lines.accept(StackTraces.text(thrown));
    }
  }

  /** Tells nothing more: each line went out as it came. */
  @Override
  public void finish() {}
}
