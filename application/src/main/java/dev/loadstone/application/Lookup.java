package dev.loadstone.application;

import dev.loadstone.domain.cache.MissReason;
import io.vavr.control.Option;
import java.util.List;

/**
 * What looking into the cache found.
 *
 * @param hit the artifact to use, none where the plugin has to be compiled
 * @param reasons why the entries that there are for the very request would not do; none where there
 *     are no such entries
 */
public record Lookup(Option<CachedPlugin> hit, List<MissReason> reasons) {

  /**
   * Copies the reasons.
   *
   * @param hit the artifact to use, none where the plugin has to be compiled
   * @param reasons why the entries that there are for the very request would not do
   */
  public Lookup {
    reasons = List.copyOf(reasons);
  }

  static Lookup miss(List<MissReason> reasons) {
    return new Lookup(Option.none(), reasons);
  }
}
