package dev.loadstone.domain.abi;

import java.util.Comparator;
import java.util.Objects;

/**
 * A method or constructor that a class calls.
 *
 * @param owner the binary name of the class or interface that it is looked for in (JVMS 5.4.3.3 and
 *     5.4.3.4)
 * @param ownerIsInterface whether the owner is taken for an interface
 * @param name its name; {@code <init>} for a constructor
 * @param descriptor its descriptor
 * @param use how it is called
 */
public record MethodReference(
    String owner, boolean ownerIsInterface, String name, String descriptor, Use use)
    implements Comparable<MethodReference> {

  private static final Comparator<MethodReference> ORDER =
      Comparator.comparing(MethodReference::owner)
          .thenComparing(MethodReference::ownerIsInterface)
          .thenComparing(MethodReference::name)
          .thenComparing(MethodReference::descriptor)
          .thenComparing(MethodReference::use);

  /** How a method is called: by an instruction, or by a method handle of that behaviour. */
  public enum Use {
    /** {@code invokevirtual}. */
    VIRTUAL,
    /** {@code invokeinterface}. */
    INTERFACE,
    /** {@code invokestatic}, and a bootstrap method. */
    STATIC,
    /** {@code invokespecial}: {@code super.m()}, or a constructor. */
    SPECIAL,
    /** A method handle that makes an object and calls its constructor. */
    NEW
  }

  public MethodReference {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(name, "name");
    Descriptors.requireMethod(descriptor);
    Objects.requireNonNull(use, "use");
  }

  @Override
  public int compareTo(MethodReference other) {
    return ORDER.compare(this, other);
  }
}
