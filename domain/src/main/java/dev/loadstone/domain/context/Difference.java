package dev.loadstone.domain.context;

import java.util.Objects;

/**
 * One respect in which an artifact's context is not the present one.
 *
 * @param kind what kind of thing differs
 * @param subject which one
 * @param builtWith what the artifact was built with
 * @param foundNow what is there now
 */
public record Difference(Kind kind, String subject, String builtWith, String foundNow) {

  /** The kinds of things that can differ. */
  public enum Kind {
    /** The artifact's format. */
    FORMAT,
    /** The library's build. */
    LIBRARY_BUILD,
    /** The compiler, or its version. */
    COMPILER,
    /** The feature release of the Java runtime. */
    RUNTIME
  }

  /**
   * Checks that every part is there.
   *
   * @param kind what kind of thing differs
   * @param subject which one
   * @param builtWith what the artifact was built with
   * @param foundNow what is there now
   */
  public Difference {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(builtWith, "builtWith");
    Objects.requireNonNull(foundNow, "foundNow");
  }

  @Override
  public String toString() {
    return subject + ": built with " + builtWith + ", found " + foundNow;
  }
}
