package dev.loadstone.adapter.fs;

import java.nio.file.AccessDeniedException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** Says in plain words why a file could not be written. */
final class FailureWords {

  private FailureWords() {}

  static String of(Exception failure) {
    if (failure instanceof WriteRefused refused) {
      return refused.reason();
    }
    if (failure instanceof AccessDeniedException) {
      return "this process has no permission to write there";
    }
    if (failure instanceof NoSuchFileException) {
      return "its folder does not exist, or takes no new files";
    }
    if (failure instanceof ReadOnlyFileSystemException) {
      return "its file system is read-only";
    }
    if (failure instanceof ClosedFileSystemException) {
      return "its file system has been closed";
    }
    // The reason alone: the whole message would name the temporary file.
    String reason =
        failure instanceof FileSystemException inFileSystem
            ? inFileSystem.getReason()
            : failure.getMessage();
    return reason == null || reason.isBlank() ? failure.toString() : decapitalized(reason.strip());
  }

  private static String decapitalized(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
