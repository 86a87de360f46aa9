package dev.loadstone.domain.context;

import dev.loadstone.domain.abi.MemberKey;
import java.util.Comparator;
import java.util.Objects;

/**
 * A member that the plugin's byte code looks for in a class of the host that does not declare it
 * but inherits it. Were the class to declare a private one of the same name and descriptor, linking
 * would find that, and fail (JVMS 5.4.3.2 to 5.4.4), although no ABI shows it.
 *
 * @param owner the binary name of the class
 * @param name the member's name
 * @param descriptor the member's descriptor
 */
public record InheritedMember(String owner, String name, String descriptor)
    implements Comparable<InheritedMember> {

  private static final Comparator<InheritedMember> ORDER =
      Comparator.comparing(InheritedMember::owner)
          .thenComparing(InheritedMember::name)
          .thenComparing(InheritedMember::descriptor);

  public InheritedMember {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(descriptor, "descriptor");
  }

  /**
   * Returns what {@code ClassFileReader.privateMembers} calls a member of that name and descriptor.
   *
   * @return name and descriptor, with a colon between them for a field
   */
  public String key() {
    return MemberKey.of(name, descriptor);
  }

  /** {@return whether it is a method, and not a field} */
  public boolean isMethod() {
    return descriptor.startsWith("(");
  }

  @Override
  public int compareTo(InheritedMember other) {
    return ORDER.compare(this, other);
  }
}
