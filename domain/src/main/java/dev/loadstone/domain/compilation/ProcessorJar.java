package dev.loadstone.domain.compilation;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A JAR of the processor path, as it was read.
 *
 * @param file where it was read
 * @param content its bytes: they are what runs, whatever becomes of the file
 */
public record ProcessorJar(Path file, Bytes content) {

  public ProcessorJar {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(content, "content");
  }

  /** {@return the file's name and the digest of its content} */
  public ProcessorDigest digest() {
    return new ProcessorDigest(String.valueOf(file.getFileName()), Digest.of(content));
  }
}
