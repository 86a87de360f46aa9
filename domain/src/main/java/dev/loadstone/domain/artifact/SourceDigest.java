package dev.loadstone.domain.artifact;

import dev.loadstone.domain.content.Digest;
import java.util.Objects;

/**
 * Which source an artifact was compiled from.
 *
 * @param name its name, as that of a {@link SourceEntry}
 * @param digest the digest of its content
 */
public record SourceDigest(String name, Digest digest) {

  public SourceDigest {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(digest, "digest");
  }

  /**
   * Computes the digest of a source.
   *
   * @param source the source
   * @return its digest, under its name
   */
  public static SourceDigest of(SourceEntry source) {
    return new SourceDigest(source.name(), Digest.of(source.content()));
  }
}
