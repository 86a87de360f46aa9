package dev.loadstone.domain.port;

import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Try;
import java.nio.file.Path;

/** Reads and writes whole files. */
public interface ArtifactFiles {

  /** By how many bytes of its beginning {@link #write} tells whether a file may be replaced. */
  int BEGINNING = 64;

  /**
   * Reads a file, once.
   *
   * @param file the file
   * @return its content, or {@link dev.loadstone.domain.error.ArtifactNotFound} when it does not
   *     exist, is a folder, has too many bytes or cannot be read; {@link
   *     dev.loadstone.domain.error.NotAnArtifact} when it is large and begins otherwise than
   *     artifacts do, so that the rest need not be read
   */
  Try<Bytes> read(Path file);

  /**
   * Writes a file so that it appears whole or not at all.
   *
   * <p>A new file gets the default mode, a replaced one keeps its own. A symbolic link to a file is
   * followed and stays. A dangling link, one that another user may have planted, a folder, a
   * device, a Java source file (by its name), or a file in a folder that is not there is an error,
   * and nothing is changed. So is a file that is there and neither empty nor begins like the new
   * content: it is no older version of that, but a file that somebody would lose. No temporary file
   * remains, also not when writing fails.
   *
   * @param file the file
   * @param content its new content
   * @return the file as it was given, or {@link dev.loadstone.domain.error.StoreFailed}
   */
  Try<Path> write(Path file, Bytes content);
}
