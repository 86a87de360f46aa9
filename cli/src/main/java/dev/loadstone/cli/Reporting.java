package dev.loadstone.cli;

import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Try;

/**
 * Where diagnostics go, and in which form.
 *
 * @param out takes answers, and with {@code --report -} the diagnostics
 * @param err takes everything else
 * @param speaker the name of the command that speaks
 * @param verbosity how much is told to people
 */
record Reporting(Output out, Output err, String speaker, Verbosity verbosity) {

  private static final String STANDARD_OUTPUT = "-";

  /** Makes the reporter of a form, to standard error. */
  Reporter reporter(boolean isJson) {
    return isJson ? JsonReporter.toError(err) : new TextReporter(err, speaker, verbosity);
  }

  /**
   * Makes the reporter that writes a report for programs.
   *
   * @param place the value of {@code --report}
   * @param isOutFree whether nothing else is written to standard output
   * @throws UsageException if there cannot be a report at that place
   * @throws UnnameablePath if the place has a name that cannot be expressed
   * @throws StoreFailed if the file cannot be written; nothing has been done then
   */
  Reporter report(String place, boolean isOutFree) {
    if (!place.equals(STANDARD_OUTPUT)) {
      if (place.isEmpty() || place.endsWith(".java")) {
        throw new UsageException(
            Options.REPORT + ": '" + place + "' is not a file for a report; give another name");
      }
      ReportFile file =
          ReportFile.open(Arguments.path(place)).getOrElseThrow(failure -> (StoreFailed) failure);
      return JsonReporter.to(file::write, err);
    }
    if (!isOutFree) {
      throw new UsageException(
          Options.REPORT
              + " -: standard output is for what this command, or the plugin, prints; give a file");
    }
    return JsonReporter.to(
        json -> {
          out.print(json);
          return Try.success(null);
        },
        err);
  }
}
