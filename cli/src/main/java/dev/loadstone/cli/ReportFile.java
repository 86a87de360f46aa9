package dev.loadstone.cli;

import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file for diagnostics. It is emptied when it is opened, so that nobody reads those of an
 * earlier command if this one is killed.
 */
final class ReportFile {

  private final Path path;
  private final Try<OutputStream> file;

  private ReportFile(Path path, Try<OutputStream> file) {
    this.path = path;
    this.file = file;
  }

  /** Opens the file; a failure is told by the first {@link #write}. */
  static ReportFile open(Path path) {
    try {
      return new ReportFile(path, Try.success(Files.newOutputStream(path)));
    } catch (IOException e) {
      return new ReportFile(path, Try.failure(failure(path, e)));
    }
  }

  /** Writes the diagnostics and closes the file, or gives {@link StoreFailed}. */
  Try<Void> write(Json diagnostics) {
    if (file.isFailure()) {
      return Try.failure(file.getCause());
    }
    try (OutputStream stream = file.get()) {
      stream.write((diagnostics + System.lineSeparator()).getBytes(StandardCharsets.US_ASCII));
      return Try.success(null);
    } catch (IOException e) {
      return Try.failure(failure(path, e));
    }
  }

  private static StoreFailed failure(Path path, IOException cause) {
    return new StoreFailed(path, WriteFailure.reason(cause), cause);
  }
}
