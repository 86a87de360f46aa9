package dev.loadstone.domain.source;

import java.util.List;
import java.util.Objects;

/**
 * What a compilation unit declares.
 *
 * @param packageName the package, empty for the unnamed one
 * @param types its top-level types, in order
 */
public record SourceOutline(String packageName, List<DeclaredType> types) {

  /**
   * A top-level type.
   *
   * @param simpleName its name
   * @param access whether it is public
   */
  public record DeclaredType(String simpleName, Access access) {

    public DeclaredType {
      Objects.requireNonNull(simpleName, "simpleName");
      Objects.requireNonNull(access, "access");
    }
  }

  /** Who may use a top-level type. */
  public enum Access {
    /** Everyone. */
    PUBLIC,
    /** Only its own package. */
    PACKAGE
  }

  public SourceOutline {
    Objects.requireNonNull(packageName, "packageName");
    types = List.copyOf(types);
  }

  /**
   * Returns the binary name of a type of this compilation unit.
   *
   * @param simpleName the name of a top-level type
   * @return its binary name (JLS 13.1)
   */
  public String binaryName(String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }
}
