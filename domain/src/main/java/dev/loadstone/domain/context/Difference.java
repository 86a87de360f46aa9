package dev.loadstone.domain.context;

import java.util.List;
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
    /** A class of the artifact, whose class file cannot be understood. */
    PLUGIN_CLASS,
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
    JDK_MEMBER,
    /**
     * An enum constant, or a subclass, without a case in a {@code switch} of the plugin that had
     * one for each. The {@code switch} throws if it ever meets one; the plugin is not refused.
     */
    MISSING_CASE
  }

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
   */
  public static Difference of(Kind kind, String subject, String builtWith, String foundNow) {
    return new Difference(
        kind, subject, builtWith, foundNow, "built with " + builtWith + ", found " + foundNow);
  }

  /**
   * Returns whether an artifact is refused for this difference.
   *
   * @return true for every kind but {@link Kind#MISSING_CASE}
   */
  public boolean isReasonToRefuse() {
    return kind != Kind.MISSING_CASE;
  }

  /**
   * Returns those differences that an artifact is refused for.
   *
   * @param differences differences of every kind
   * @return some of them, in the same order
   */
  public static List<Difference> reasonsToRefuse(List<Difference> differences) {
    return differences.stream().filter(Difference::isReasonToRefuse).toList();
  }

  @Override
  public String toString() {
    return subject + ": " + description;
  }
}
