package dev.loadstone.domain.artifact;

import dev.loadstone.domain.content.Digest;
import java.util.Objects;

/**
 * Which source an artifact was compiled from.
 *
 * @param entryName its name in an artifact that keeps its sources, such as {@code
 *     com/acme/Pricing.java}
 * @param digest the digest of its content
 */
public record SourceDigest(String entryName, Digest digest) {

  public SourceDigest {
    Objects.requireNonNull(entryName, "entryName");
    Objects.requireNonNull(digest, "digest");
  }
}
