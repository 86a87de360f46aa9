package dev.loadstone.domain.abi;

/** What a class can declare only once: a member's name and descriptor together. */
public final class MemberKey {

  private MemberKey() {}

  /**
   * Returns the key of a field or method.
   *
   * @param name its name
   * @param descriptor its descriptor, which says which of the two it is
   * @return {@code name:descriptor} of a field, {@code name} followed by the descriptor of a method
   */
  public static String of(String name, String descriptor) {
    return descriptor.startsWith("(") ? name + descriptor : name + ":" + descriptor;
  }
}
