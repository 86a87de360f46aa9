package dev.loadstone.cli;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticRenderer;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import io.vavr.control.Option;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;

/** Reports for people, at once. */
final class TextReporter implements Reporter {

  private static final String PREFIX = "loadstone: ";

  private final PrintStream err;
  private final Verbosity verbosity;

  TextReporter(PrintStream err, Verbosity verbosity) {
    this.err = err;
    this.verbosity = verbosity;
  }

  @Override
  public void warnings(List<Diagnostic> warnings) {
    if (!warnings.isEmpty()) {
      err.println(DiagnosticRenderer.render(warnings));
    }
  }

  @Override
  public void caution(String message) {
    err.println(PREFIX + "warning: " + message);
  }

  @Override
  public void progress(String message) {
    if (verbosity == Verbosity.VERBOSE) {
      err.println(PREFIX + message);
    }
  }

  @Override
  public void error(PluginException error) {
    if (error instanceof CompilationFailed failed) {
      err.println(DiagnosticRenderer.render(failed.diagnostics()));
      if (!failed.advice().isEmpty()) {
        err.println(PREFIX + failed.advice());
      }
    } else {
      err.println(PREFIX + error.getMessage());
    }
  }

  @Override
  public void advice(String message) {
    err.println(message);
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
    err.println(PREFIX + message);
    err.println(hint);
  }

  @Override
  public void bug(Throwable thrown) {
    err.println(PREFIX + BugReport.message(thrown));
    if (verbosity == Verbosity.VERBOSE) {
      thrown.printStackTrace(err);
    }
  }

  @Override
  public void finish() {
    err.flush();
  }
}
