package dev.loadstone.cli.report;

import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The file for diagnostics. It is emptied when it is opened, so that nobody reads those of an
 * earlier command if this one is killed. What is there and is no such report stays: a name that was
 * mistyped, or given twice on a command line, costs no other file.
 */
final class ReportFile {

  private final Path path;
  private final OutputStream file;

  private ReportFile(Path path, OutputStream file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Opens the file.
   *
   * @return the file; none where another file is there; {@link StoreFailed} if it cannot be written
   */
  static Try<Option<ReportFile>> open(Path path) {
    try {
      if (Files.isRegularFile(path) && !isReport(path)) {
        return Try.success(Option.none());
      }
      return Try.success(Option.some(new ReportFile(path, Files.newOutputStream(path))));
    } catch (NoSuchFileException e) {
      return Try.failure(new StoreFailed(path, "its folder does not exist", e));
    } catch (IOException e) {
      return Try.failure(failure(path, e));
    }
  }

  /** Writes the diagnostics and closes the file, or gives {@link StoreFailed}. */
  Try<Void> write(Json diagnostics) {
    try (OutputStream stream = file) {
      stream.write((diagnostics + System.lineSeparator()).getBytes(StandardCharsets.US_ASCII));
      return Try.success(null);
    } catch (IOException e) {
      return Try.failure(failure(path, e));
    }
  }

  /** A report is an array, and empty while it is not written. */
  private static boolean isReport(Path path) throws IOException {
    try (InputStream stream = Files.newInputStream(path)) {
      int first = stream.read();
      return first < 0 || first == '[';
    }
  }

  private static StoreFailed failure(Path path, IOException cause) {
    return new StoreFailed(path, WriteFailure.reason(cause), cause);
  }
}
