package dev.loadstone.domain.cache;

import dev.loadstone.domain.context.Difference;
import java.util.Objects;

/**
 * Why there was no hit.
 *
 * @param kind the kind of reason
 * @param description it in words: {@code the source Pricing.java has changed}
 */
public record MissReason(Kind kind, String description) {

  /** The kinds of reasons. */
  public enum Kind {
    /** No plugin with these file names is in the cache. */
    NEVER_SEEN,
    /** A source has changed, since the nearest entry was built. */
    SOURCES,
    /** The nearest entry is for another contract. */
    CONTRACT,
    /** The nearest entry was compiled for another release. */
    RELEASE,
    /** The nearest entry was compiled with other options. */
    OPTIONS,
    /** The nearest entry was asked for in another way: warnings, modules of the JDK, sources. */
    SETTINGS,
    /** The nearest entry is of another compiler, or of another version of it. */
    COMPILER,
    /** The nearest entry was compiled in another Java runtime. */
    RUNTIME,
    /** The nearest entry is of another build of the library. */
    LIBRARY_BUILD,
    /** What the nearest entry was compiled against is not what is there now. */
    HOST,
    /** The entry was damaged. */
    DAMAGED,
    /** The entry of another build did not link. */
    LINKING,
    /** The cache cannot be used. */
    UNUSABLE
  }

  public MissReason {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(description, "description");
  }

  /**
   * Makes the reason that a difference of contexts is.
   *
   * @param difference the difference
   */
  public static MissReason of(Difference difference) {
    return new MissReason(
        switch (difference.kind()) {
          case COMPILER -> Kind.COMPILER;
          case RUNTIME, CLASS_FILE_VERSION, JDK_CLASS, JDK_MEMBER -> Kind.RUNTIME;
          case LIBRARY_BUILD, FORMAT -> Kind.LIBRARY_BUILD;
          case PLUGIN_CLASS,
              PACKAGE_TAKEN,
              HOST_CLASS,
              HOST_MEMBER,
              ABSENT_CLASS,
              INLINED_CONSTANT,
              MISSING_CASE ->
              Kind.HOST;
        },
        difference.toString());
  }

  @Override
  public String toString() {
    return description;
  }
}
