package dev.loadstone.domain.abi;

import java.util.Objects;

/**
 * How a class is nested in others (JVMS 4.7.6).
 *
 * @param outer the binary name of the class that it is a member of; empty for a local or anonymous
 *     class
 * @param simpleName its name in the source; empty for an anonymous class
 * @param linkageModifiers the class file's own access flags, which know no {@code protected},
 *     {@code private} or {@code static} classes; linking goes by these
 */
public record Nesting(String outer, String simpleName, Modifiers linkageModifiers) {

  public Nesting {
    Objects.requireNonNull(outer, "outer");
    Objects.requireNonNull(simpleName, "simpleName");
    Objects.requireNonNull(linkageModifiers, "linkageModifiers");
  }
}
