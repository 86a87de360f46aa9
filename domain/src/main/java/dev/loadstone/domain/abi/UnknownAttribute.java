package dev.loadstone.domain.abi;

import dev.loadstone.domain.content.Digest;
import java.util.Comparator;
import java.util.Objects;

/**
 * An attribute (JVMS 4.7) that is not in the specification.
 *
 * @param name its name
 * @param content the digest of its raw bytes, name and length not included
 */
public record UnknownAttribute(String name, Digest content)
    implements Comparable<UnknownAttribute> {

  private static final Comparator<UnknownAttribute> ORDER =
      Comparator.comparing(UnknownAttribute::name).thenComparing(UnknownAttribute::content);

  public UnknownAttribute {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(content, "content");
  }

  @Override
  public int compareTo(UnknownAttribute other) {
    return ORDER.compare(this, other);
  }
}
