package dev.loadstone.domain.abi;

import io.vavr.control.Option;
import java.util.Objects;

/**
 * A component of a record class (JVMS 4.7.30).
 *
 * @param name its name
 * @param descriptor its field descriptor (JVMS 4.3.2)
 * @param signature its generic signature, where it has one
 * @param metadata what it carries
 */
public record RecordComponentAbi(
    String name, String descriptor, Option<String> signature, Metadata metadata) {

  public RecordComponentAbi {
    Objects.requireNonNull(name, "name");
    Descriptors.requireField(descriptor);
    Objects.requireNonNull(signature, "signature");
    Objects.requireNonNull(metadata, "metadata");
  }
}
