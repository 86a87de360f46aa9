package dev.loadstone.domain.compilation;

import dev.loadstone.domain.content.Digest;
import java.util.Objects;

/**
 * Which JAR was on the processor path of a compilation.
 *
 * @param name the file's name, without its folder
 * @param digest the digest of its content
 */
public record ProcessorDigest(String name, Digest digest) {

  public ProcessorDigest {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(digest, "digest");
  }
}
