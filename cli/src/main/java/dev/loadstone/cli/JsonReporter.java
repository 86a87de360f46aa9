package dev.loadstone.cli;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reports for programs: all that there is to tell as one JSON array, last; nothing when there is
 * nothing to tell.
 *
 * <p>A plugin can end the process before its start has returned, so the array is written on the way
 * out too.
 */
final class JsonReporter implements Reporter {

  private final Consumer<String> lines;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /**
   * Makes a reporter.
   *
   * @param lines takes the array
   */
  JsonReporter(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public synchronized void warnings(List<Diagnostic> warnings) {
    diagnostics.addAll(warnings);
  }

  @Override
  public synchronized void caution(Caution kind, String message) {
    diagnostics.add(ErrorDiagnostics.caution(kind, message));
  }

  /** Tells nothing: the array is about the plugin. */
  @Override
  public void progress(String message) {}

  @Override
  public synchronized void error(PluginException error) {
    diagnostics.addAll(ErrorDiagnostics.of(error));
  }

  /** Tells nothing: a program has no use for a guess. */
  @Override
  public void advice(String message) {}

  @Override
  public Outcome pluginFailure(PluginFailed failure) {
    Throwable thrown =
        StackTraces.withoutOurFrames(Objects.requireNonNullElse(failure.getCause(), failure));
    add(
        Diagnostic.error(
            ErrorDiagnostics.code(failure),
            StackTraces.text(thrown),
            ErrorDiagnostics.subject(failure)));
    return new Outcome(ExitCode.of(failure.kind()), Option.some(new AlreadyReported()));
  }

  @Override
  public void usage(String message, String hint) {
    add(ErrorDiagnostics.of("usage", message + "\n" + hint));
  }

  @Override
  public void bug(Throwable thrown) {
    add(
        ErrorDiagnostics.of(
            "internal", BugReport.message(thrown) + "\n" + StackTraces.text(thrown)));
  }

  @Override
  public synchronized void finish() {
    if (!diagnostics.isEmpty()) {
      lines.accept(DiagnosticsJson.of(diagnostics));
      diagnostics.clear();
    }
  }

  private synchronized void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }
}
