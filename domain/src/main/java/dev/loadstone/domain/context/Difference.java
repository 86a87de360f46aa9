package dev.loadstone.domain.context;

import java.util.Objects;

/**
 * One respect in which an artifact's context is not the present one.
 *
 * @param kind what kind of thing differs
 * @param subject which one; for what concerns a class, its binary name
 * @param builtWith what the artifact was built with
 * @param foundNow what is there now
 * @param description the difference as the rest of a sentence that begins with the subject and a
 *     colon: {@code method price(Order, int) is now price(Order, long)}
 */
public record Difference(
    Kind kind, String subject, String builtWith, String foundNow, String description) {

  /** The kinds of things that can differ. */
  public enum Kind {
    /** The artifact's format. */
    FORMAT,
    /** The library's build. */
    LIBRARY_BUILD,
    /** The compiler, or its version. */
    COMPILER,
    /** The feature release of the Java runtime. */
    RUNTIME,
    /** The version of the artifact's class files, which this runtime cannot read. */
    CLASS_FILE_VERSION,
    /** A package of the artifact's classes, which has come to be the host's. */
    PACKAGE_TAKEN,
    /** A class of the host: whether it is there, can be read, and what it is declared to be. */
    HOST_CLASS,
    /** A field, method or constructor of a class of the host. */
    HOST_MEMBER,
    /** A class of the host that was looked for and was not there when the plugin was compiled. */
    ABSENT_CLASS,
    /** A constant of the host whose value the compiler put into the plugin. */
    INLINED_CONSTANT,
    /** A class of the JDK. */
    JDK_CLASS,
    /** A field, method or constructor of a class of the JDK. */
    JDK_MEMBER
  }

  /**
   * Checks that every part is there.
   *
   * @param kind what kind of thing differs
   * @param subject which one; for what concerns a class, its binary name
   * @param builtWith what the artifact was built with
   * @param foundNow what is there now
   * @param description the difference as the rest of a sentence that begins with the subject and a
   *     colon
   */
  public Difference {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(builtWith, "builtWith");
    Objects.requireNonNull(foundNow, "foundNow");
    Objects.requireNonNull(description, "description");
  }

  /**
   * Makes a difference whose description is what was and what is.
   *
   * @param kind what kind of thing differs
   * @param subject which one
   * @param builtWith what the artifact was built with
   * @param foundNow what is there now
   * @return the difference
   */
  public static Difference of(Kind kind, String subject, String builtWith, String foundNow) {
    return new Difference(
        kind, subject, builtWith, foundNow, "built with " + builtWith + ", found " + foundNow);
  }

  @Override
  public String toString() {
    return subject + ": " + description;
  }
}
