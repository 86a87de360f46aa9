package dev.loadstone.domain.abi;

import java.util.Comparator;
import java.util.Objects;

/**
 * A field that a class reads or writes.
 *
 * @param owner the binary name of the class that it is looked for in (JVMS 5.4.3.2)
 * @param name its name
 * @param descriptor its descriptor
 * @param use how it is used
 */
public record FieldReference(String owner, String name, String descriptor, Use use)
    implements Comparable<FieldReference> {

  private static final Comparator<FieldReference> ORDER =
      Comparator.comparing(FieldReference::owner)
          .thenComparing(FieldReference::name)
          .thenComparing(FieldReference::descriptor)
          .thenComparing(FieldReference::use);

  /** How a field is used: by an instruction, or by a method handle of that behaviour. */
  public enum Use {
    /** {@code getstatic}. */
    GET_STATIC,
    /** {@code putstatic}. */
    PUT_STATIC,
    /** {@code getfield}. */
    GET_FIELD,
    /** {@code putfield}. */
    PUT_FIELD
  }

  public FieldReference {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(name, "name");
    Descriptors.requireField(descriptor);
    Objects.requireNonNull(use, "use");
  }

  @Override
  public int compareTo(FieldReference other) {
    return ORDER.compare(this, other);
  }
}
