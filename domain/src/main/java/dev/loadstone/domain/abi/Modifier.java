package dev.loadstone.domain.abi;

import java.util.Locale;

/**
 * What a class or member is declared to be, after the access flags of JVMS 4.1, 4.5, 4.6 and 4.7.6.
 */
public enum Modifier {
  /** {@code public}. */
  PUBLIC,
  /** {@code protected}. */
  PROTECTED,
  /** {@code private}; only of nested classes, since other private members do not count. */
  PRIVATE,
  /** {@code abstract}; interfaces have it too. */
  ABSTRACT,
  /** {@code static}. */
  STATIC,
  /** {@code final}. */
  FINAL,
  /** {@code transient}. */
  TRANSIENT,
  /** {@code volatile}. */
  VOLATILE,
  /** {@code synchronized}. */
  SYNCHRONIZED,
  /** {@code native}. */
  NATIVE,
  /** {@code strictfp}, in class files before release 17. */
  STRICTFP,
  /** An interface; annotation interfaces have it too. */
  INTERFACE,
  /** An annotation interface. */
  ANNOTATION,
  /** An enum class, or one of its constants. */
  ENUM,
  /** A record class. */
  RECORD,
  /** A method of variable arity. */
  VARARGS,
  /** A bridge method that the compiler made. */
  BRIDGE,
  /** A class that is not in the source; other synthetic members do not count. */
  SYNTHETIC,
  /** Marked as deprecated by the attribute of JVMS 4.7.15. */
  DEPRECATED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /**
   * Returns the word for it in texts.
   *
   * @return its name in lower case
   */
  public String word() {
    return word;
  }
}
