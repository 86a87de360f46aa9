package dev.loadstone.cli;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Why a folder could not be written, in words. */
final class WriteFailure extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  WriteFailure(String reason) {
    super(reason);
  }

  /** Returns the words for any failure to write. */
  static String reason(IOException failure) {
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
