package dev.loadstone.domain.abi;

import io.vavr.control.Option;
import java.util.Comparator;
import java.util.Objects;

/**
 * A field that other classes can see.
 *
 * @param name its name
 * @param descriptor its field descriptor (JVMS 4.3.2)
 * @param modifiers its modifiers
 * @param signature its generic signature, where it has one
 * @param constant the constant that compilers inline, where it has one
 * @param metadata what it carries
 */
public record FieldAbi(
    String name,
    String descriptor,
    Modifiers modifiers,
    Option<String> signature,
    Option<Literal> constant,
    Metadata metadata) {

  static final Comparator<FieldAbi> ORDER =
      Comparator.comparing(FieldAbi::name).thenComparing(FieldAbi::descriptor);

  public FieldAbi {
    Objects.requireNonNull(name, "name");
    Descriptors.requireField(descriptor);
    Objects.requireNonNull(modifiers, "modifiers");
    Objects.requireNonNull(signature, "signature");
    Objects.requireNonNull(constant, "constant");
    Objects.requireNonNull(metadata, "metadata");
  }
}
