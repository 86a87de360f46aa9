package dev.loadstone.cli.command;

import dev.loadstone.cli.report.Reporter;
import dev.loadstone.cli.report.Reporting;
import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Option;
import java.nio.file.Path;

/** Makes the reporter that {@code --report} asks for. */
final class ReportOption {

  private static final String STANDARD_OUTPUT = "-";

  private ReportOption() {}

  /**
   * Makes the reporter that writes a report for programs.
   *
   * @param place the value of the option
   * @param isOutFree whether nothing else is written to standard output
   * @throws UsageException if there cannot be a report at that place
   * @throws UnnameablePath if the place has a name that cannot be expressed
   * @throws StoreFailed if the file cannot be written; nothing has been done then
   */
  static Reporter reporter(String place, boolean isOutFree, Reporting reporting) {
    if (!place.equals(STANDARD_OUTPUT)) {
      return toFile(place, reporting);
    }
    if (!isOutFree) {
      throw new UsageException(
          Options.REPORT
              + " -: standard output is for what this command, or the plugin, prints; give a file");
    }
    return reporting.jsonToOutput();
  }

  private static Reporter toFile(String place, Reporting reporting) {
    if (place.isEmpty() || place.endsWith(".java")) {
      throw new UsageException(
          Options.REPORT + ": '" + place + "' is not a file for a report; give another name");
    }
    Path path = Arguments.path(place);
    return reporting
        .jsonToFile(path)
        .getOrElseThrow(reason -> new UsageException(Options.REPORT + ": " + reason));
  }

  /**
   * Refuses a report in the place of an artifact: one would replace the other.
   *
   * @param output where the artifact is to be written
   * @param report where the report is
   * @throws UsageException if both lead to one file
   */
  static void requireOtherThan(Option<String> output, Option<String> report) {
    if (output.isDefined()
        && report.isDefined()
        && SameFile.is(Arguments.path(output.get()), Arguments.path(report.get()))) {
      throw new UsageException(
          Options.REPORT + ": " + report.get() + " is where " + Options.OUTPUT + " writes, too");
    }
  }
}
