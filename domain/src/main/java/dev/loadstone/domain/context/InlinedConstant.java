package dev.loadstone.domain.context;

import dev.loadstone.domain.abi.Literal;
import java.util.Comparator;
import java.util.Objects;

/**
 * A constant of the host whose value the compiler put into the plugin (JLS 4.12.4, 13.1), so that
 * nothing in the plugin's classes tells where it came from.
 *
 * @param owner the binary name of the class that declares the field
 * @param field the field's name
 * @param value the value that the plugin has
 */
public record InlinedConstant(String owner, String field, Literal value)
    implements Comparable<InlinedConstant> {

  private static final Comparator<InlinedConstant> ORDER =
      Comparator.comparing(InlinedConstant::owner)
          .thenComparing(InlinedConstant::field)
          .thenComparing(constant -> constant.value().text());

  public InlinedConstant {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(value, "value");
  }

  @Override
  public int compareTo(InlinedConstant other) {
    return ORDER.compare(this, other);
  }
}
