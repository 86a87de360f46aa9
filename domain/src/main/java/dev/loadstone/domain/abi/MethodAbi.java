package dev.loadstone.domain.abi;

import io.vavr.control.Option;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A method or constructor that other classes can see.
 *
 * @param name its name; {@code <init>} for a constructor
 * @param descriptor its method descriptor (JVMS 4.3.3)
 * @param modifiers its modifiers
 * @param signature its generic signature, where it has one
 * @param exceptions the binary names of the exceptions that it declares, sorted
 * @param annotationDefault the value of an annotation's element where none is given, as a text of
 *     one canonical form; none where it must be given, and for all other methods
 * @param metadata what it carries
 */
public record MethodAbi(
    String name,
    String descriptor,
    Modifiers modifiers,
    Option<String> signature,
    List<String> exceptions,
    Option<String> annotationDefault,
    Metadata metadata) {

  /** The name of every constructor. */
  public static final String CONSTRUCTOR = "<init>";

  static final Comparator<MethodAbi> ORDER =
      Comparator.comparing(MethodAbi::name).thenComparing(MethodAbi::descriptor);

  public MethodAbi {
    Objects.requireNonNull(name, "name");
    Descriptors.requireMethod(descriptor);
    Objects.requireNonNull(modifiers, "modifiers");
    Objects.requireNonNull(signature, "signature");
    exceptions = exceptions.stream().sorted().toList();
    Objects.requireNonNull(annotationDefault, "annotationDefault");
    Objects.requireNonNull(metadata, "metadata");
  }

  /** {@return whether this is a constructor} */
  public boolean isConstructor() {
    return name.equals(CONSTRUCTOR);
  }
}
