package dev.loadstone.domain.artifact;

import dev.loadstone.domain.content.Bytes;
import java.util.Objects;

/**
 * A source in an artifact.
 *
 * @param name its package as folders and the file's base name, such as {@code
 *     com/acme/Pricing.java}; where a source before it has that name, its number in the order and a
 *     slash stand before it, as in {@code 1/com/acme/Pricing.java}, which no package begins with
 * @param content the file's content
 */
public record SourceEntry(String name, Bytes content) {

  public SourceEntry {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(content, "content");
  }
}
