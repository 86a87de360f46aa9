package dev.loadstone.domain.abi;

/** Who may use a class or member (JLS 6.6), from the widest circle to the narrowest. */
public enum Access {
  /** All. */
  PUBLIC,
  /** The package, and subclasses. */
  PROTECTED,
  /** The package. */
  PACKAGE,
  /** The outermost class around it. */
  PRIVATE
}
