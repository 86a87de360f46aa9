package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheEntry;
import java.util.Objects;

/**
 * An artifact of the cache that may be loaded here.
 *
 * @param artifact the artifact
 * @param entry where it was found
 * @param build whose work it is
 */
public record CachedPlugin(Artifact artifact, CacheEntry entry, Build build) {

  /** Whose work an artifact is. */
  public enum Build {
    /** The present compiler's and library's. */
    SAME,
    /** Another one's: it may turn out not to link. */
    OTHER
  }

  /**
   * Checks that every part is there.
   *
   * @param artifact the artifact
   * @param entry where it was found
   * @param build whose work it is
   */
  public CachedPlugin {
    Objects.requireNonNull(artifact, "artifact");
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(build, "build");
  }
}
