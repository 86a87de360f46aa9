package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.MissReason;
import io.vavr.control.Option;
import java.util.List;

/**
 * What the cache has for a request.
 *
 * @param hit the artifact to use, none where the plugin has to be compiled
 * @param reasons why the entries for this very request cannot be used; none where there are no such
 *     entries
 */
public record CacheAnswer(Option<Hit> hit, List<MissReason> reasons) {

  public CacheAnswer {
    reasons = List.copyOf(reasons);
  }

  static CacheAnswer miss(List<MissReason> reasons) {
    return new CacheAnswer(Option.none(), reasons);
  }

  /** Whose work an artifact is. */
  public enum Build {
    /** The present compiler's and library's. */
    SAME,
    /** Another one's: it may turn out not to link. */
    OTHER
  }

  /**
   * An entry that fits.
   *
   * @param artifact its artifact
   * @param entry where it was found
   * @param build whose work it is
   */
  public record Hit(Artifact artifact, CacheEntry entry, Build build) {}
}
