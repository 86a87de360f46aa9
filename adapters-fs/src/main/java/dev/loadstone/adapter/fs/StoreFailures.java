package dev.loadstone.adapter.fs;

import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Turns what the file system throws into the port's error, in plain words. */
final class StoreFailures {

  private final String folder;

  /**
   * Names the folder.
   *
   * @param folder the cache's folder as it was given
   */
  StoreFailures(Path folder) {
    this.folder = folder.toString();
  }

  /** What a call does with files. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** What a call does with files, without an answer. */
  @FunctionalInterface
  interface Deed {
    void run() throws IOException;
  }

  /**
   * Does some work.
   *
   * @param failed what it means when that fails: {@code its entries cannot be listed}
   */
  <T> Try<T> attempt(String failed, Work<T> work) {
    try {
      return Try.success(work.run());
    } catch (WriteRefused e) {
      return Try.failure(StoreFailed.ofCache(folder, e.reason(), e));
    } catch (IOException
        | SecurityException
        | UnsupportedOperationException
        | ClosedFileSystemException e) {
      return Try.failure(StoreFailed.ofCache(folder, failed + ": " + words(e), e));
    }
  }

  Try<Void> attemptDeed(String failed, Deed deed) {
    return attempt(
            failed,
            () -> {
              deed.run();
              return true;
            })
        .flatMap(done -> Try.success(null));
  }

  /** Does what may fail. */
  Try<Void> bestEffort(Deed deed) {
    return attemptDeed("", deed).recoverWith(StoreFailed.class, failure -> Try.success(null));
  }

  <T> Try<T> refused(String reason) {
    return Try.failure(StoreFailed.ofCache(folder, reason, null));
  }

  /** Says in plain words why something failed, naming the file where that helps. */
  static String words(Exception failure) {
    if (failure instanceof AccessDeniedException denied) {
      return "this process has no permission for " + denied.getFile();
    }
    if (failure instanceof NotDirectoryException noFolder) {
      return noFolder.getFile() + " is no folder";
    }
    return FailureWords.of(failure);
  }
}
