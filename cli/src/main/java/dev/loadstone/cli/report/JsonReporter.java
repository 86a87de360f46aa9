package dev.loadstone.cli.report;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Reports for programs: all that there is to tell as one JSON array, last.
 *
 * <p>A plugin can end the process before its start has returned, so the array is written on the way
 * out too.
 */
final class JsonReporter implements Reporter {

  private final Output err;
  private final Option<Function<Json, Try<Void>>> place;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private boolean isFinished;

  private JsonReporter(Output err, Option<Function<Json, Try<Void>>> place) {
    this.err = err;
    this.place = place;
  }

  /**
   * Makes a reporter for standard error, where nothing is written when there is nothing to tell.
   */
  static JsonReporter toError(Output err) {
    return new JsonReporter(err, Option.none());
  }

  /**
   * Makes a reporter for a place where an empty array is written when there is nothing to tell.
   *
   * @param place takes the array
   * @param err takes it where the place does not
   */
  static JsonReporter to(Function<Json, Try<Void>> place, Output err) {
    return new JsonReporter(err, Option.some(place));
  }

  @Override
  public synchronized void warnings(List<Diagnostic> warnings) {
    diagnostics.addAll(warnings);
  }

  @Override
  public void caution(Caution kind, String message) {
    add(ErrorDiagnostics.caution(kind, message));
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
    pluginError(failure);
    return Outcome.reported(ExitCode.of(failure.kind()));
  }

  @Override
  public void pluginError(PluginFailed failure) {
    Throwable thrown = Objects.requireNonNullElse(failure.getCause(), failure);
    add(
        Diagnostic.error(
            ErrorDiagnostics.code(failure),
            StackTraces.pluginText(thrown),
            ErrorDiagnostics.subject(failure)));
  }

  @Override
  public void unnameable(String message) {
    add(ErrorDiagnostics.of("file.name", message));
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
  public synchronized Outcome finish(Outcome outcome) {
    if (isFinished) {
      return outcome;
    }
    isFinished = true;
    Try<Void> written =
        place
            .map(file -> file.apply(DiagnosticsJson.of(diagnostics)))
            .getOrElse(() -> Try.success(null));
    if (written.isFailure()) {
      Outcome failed = failure(written.getCause());
      err.print(DiagnosticsJson.of(diagnostics));
      return outcome.exitCode() == ExitCode.DONE ? failed : outcome;
    }
    if (place.isEmpty() && !diagnostics.isEmpty()) {
      err.print(DiagnosticsJson.of(diagnostics));
    }
    return outcome;
  }

  private synchronized void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }
}
