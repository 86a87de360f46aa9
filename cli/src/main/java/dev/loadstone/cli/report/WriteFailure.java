package dev.loadstone.cli.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Why a file or folder could not be written, in words. */
public final class WriteFailure {

  private WriteFailure() {}

  /**
   * Returns the words for a failure to write.
   *
   * @param failure the failure
   * @return the reason, without the name of the file
   */
  public static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "this process has no permission to write there";
    }
    // The reason alone: the whole message would name a temporary file.
    String reason =
        failure instanceof FileSystemException inFileSystem
            ? inFileSystem.getReason()
            : failure.getMessage();
    return reason == null || reason.isBlank() ? failure.toString() : reason;
  }
}
