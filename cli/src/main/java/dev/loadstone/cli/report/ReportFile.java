package dev.loadstone.cli.report;

import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Either;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file for diagnostics. It is emptied when it is opened, so that nobody reads those of an
 * earlier command if this one is killed. What is there and is no such report stays: a name that was
 * mistyped, or given twice on a command line, costs no other file.
 *
 * <p>Others may be able to write to its folder, and swap it at any moment. So what is emptied and
 * written is the very file that was looked at, and no link that they planted is followed.
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
   * @return the file; why a report must not be there, in words; or {@link StoreFailed} if it cannot
   *     be written
   */
  static Try<Either<String, ReportFile>> open(Path path) {
    try {
      for (Path link : PlantedLink.onTheWayTo(path)) {
        return Try.success(
            Either.left(
                "another user made the link "
                    + link
                    + ", in a folder that others can write to; remove it, or write to another place"));
      }
      return Try.success(opened(path));
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

  private static Either<String, ReportFile> opened(Path path) throws IOException {
    boolean isThere = Files.exists(path);
    if (isThere ? !Files.isRegularFile(path) : Files.isSymbolicLink(path)) {
      // A terminal, a pipe, a link to a file to be made.
      return Either.right(new ReportFile(path, Files.newOutputStream(path)));
    }
    SeekableByteChannel file =
        Files.newByteChannel(
            isThere ? path.toRealPath() : path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            LinkOption.NOFOLLOW_LINKS);
    boolean isReport = false;
    try {
      isReport = file.size() == 0 || WrittenReport.isAllOf(Channels.newInputStream(file));
      return isReport
          ? Either.right(new ReportFile(path, Channels.newOutputStream(file.truncate(0))))
          : Either.left(
              path
                  + " is there already, and is not a report; give another name, or remove it first");
    } finally {
      if (!isReport) {
        file.close();
      }
    }
  }

  private static StoreFailed failure(Path path, IOException cause) {
    return new StoreFailed(path, WriteFailure.reason(cause), cause);
  }
}
