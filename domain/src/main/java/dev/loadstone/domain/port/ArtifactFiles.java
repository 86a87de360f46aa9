package dev.loadstone.domain.port;

import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Try;
import java.nio.file.Path;

/** Reads and writes whole files. */
public interface ArtifactFiles {

  /**
   * Reads a file, once.
   *
   * @param file the file
   * @return its content, or {@link dev.loadstone.domain.error.ArtifactNotFound} when it does not
   *     exist, is a folder or cannot be read
   */
  Try<Bytes> read(Path file);

  /**
   * Writes a file so that it appears whole or not at all.
   *
   * <p>A new file gets the default mode, a replaced one keeps its own. A symbolic link to a file is
   * followed and stays. A dangling link, a folder, a device, a Java source file (by its name), or a
   * file in a folder that is not there is an error, and nothing is changed. No temporary file
   * remains, also not when writing fails.
   *
   * @param file the file
   * @param content its new content
   * @return the file as it was given, or {@link dev.loadstone.domain.error.StoreFailed}
   */
  Try<Path> write(Path file, Bytes content);
}
