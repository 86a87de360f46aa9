package dev.loadstone.domain.source;

import java.util.Objects;

/**
 * An import declaration (JLS 7.5).
 *
 * @param name what it names, without {@code .*}: a type; for {@link Form#ON_DEMAND} a package or a
 *     type; for {@link Form#STATIC} a type's member
 * @param form which of the four it is
 */
public record TypeImport(String name, Form form) {

  /** The forms of import declarations. */
  public enum Form {
    /** {@code import a.T;}. */
    SINGLE,
    /** {@code import a.*;}. */
    ON_DEMAND,
    /** {@code import static a.T.m;}. */
    STATIC,
    /** {@code import static a.T.*;}. */
    STATIC_ON_DEMAND
  }

  public TypeImport {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(form, "form");
  }

  /**
   * Returns the name that must be a type's, or may be one's for {@link Form#ON_DEMAND}.
   *
   * @return the name without the member that a {@link Form#STATIC} import ends with
   */
  public String typeName() {
    return form == Form.STATIC ? name.substring(0, Math.max(name.lastIndexOf('.'), 0)) : name;
  }

  /**
   * Returns the name without its qualifier, by which the compilation unit knows what is imported.
   *
   * @return what follows the last dot
   */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
