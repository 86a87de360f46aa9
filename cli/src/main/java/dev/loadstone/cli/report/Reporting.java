package dev.loadstone.cli.report;

import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Either;
import io.vavr.control.Try;
import java.nio.file.Path;

/**
 * Makes reporters.
 *
 * @param out takes answers
 * @param err takes everything else
 * @param speaker the name of the command that speaks
 * @param verbosity how much is told to people
 */
public record Reporting(Output out, Output err, String speaker, Verbosity verbosity) {

  /** How much is told. */
  public enum Verbosity {
    /** Only what the user has to know. */
    NORMAL,
    /** Each step too, and the stack traces of our own bugs. */
    VERBOSE
  }

  /** {@return a reporter for people} */
  public Reporter text() {
    return new TextReporter(err, speaker, verbosity);
  }

  /** {@return a reporter for programs that read standard error} */
  public Reporter json() {
    return JsonReporter.toError(err);
  }

  /** {@return a reporter for programs that read standard output, where nothing else is written} */
  public Reporter jsonToOutput() {
    return JsonReporter.to(
        json -> {
          out.print(json);
          return Try.success(null);
        },
        err);
  }

  /**
   * Makes a reporter for programs that read a file. The file is emptied at once.
   *
   * @param path the file
   * @return the reporter; none where there is a file that is not a report
   * @throws StoreFailed if the file cannot be written
   */
  public Either<String, Reporter> jsonToFile(Path path) {
    return ReportFile.open(path)
        .getOrElseThrow(failure -> (StoreFailed) failure)
        .map(file -> JsonReporter.to(file::write, err));
  }
}
