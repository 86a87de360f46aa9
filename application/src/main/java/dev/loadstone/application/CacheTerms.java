package dev.loadstone.application;

import dev.loadstone.domain.cache.CacheAccess;
import java.util.Objects;

/**
 * On what terms a cache is used.
 *
 * @param access whether it is written; one that is not must work, or loads fail
 * @param otherBuilds what becomes of artifacts of other compilers and builds of the library
 */
public record CacheTerms(CacheAccess access, OtherBuilds otherBuilds) {

  /** As a cache is used where nothing else was said. */
  public static final CacheTerms DEFAULT =
      new CacheTerms(CacheAccess.READ_WRITE, OtherBuilds.REFUSED);

  /** What becomes of artifacts of other compilers and builds of the library. */
  public enum OtherBuilds {
    /** They are not used. */
    REFUSED,
    /** They are used where everything else of their context fits. */
    ACCEPTED
  }

  public CacheTerms {
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(otherBuilds, "otherBuilds");
  }
}
