package dev.loadstone.domain.artifact;

import dev.loadstone.domain.content.Bytes;
import java.util.Objects;

/**
 * A source in an artifact.
 *
 * @param entryName its name in the artifact, such as {@code com/acme/Pricing.java}
 * @param content the file's content
 */
public record SourceEntry(String entryName, Bytes content) {

  public SourceEntry {
    Objects.requireNonNull(entryName, "entryName");
    Objects.requireNonNull(content, "content");
  }
}
