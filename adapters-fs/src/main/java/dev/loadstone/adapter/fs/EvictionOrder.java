package dev.loadstone.adapter.fs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * In which order entries give way to one that was just stored: older versions of the same plugin,
 * then those of plugins with the same base names, then all others, and within each of these the one
 * first that was used longest ago.
 *
 * <p>An entry for the very same request is no older version. It was built by another compiler or
 * for another host, where it is as good as the new one is here.
 */
final class EvictionOrder {

  private EvictionOrder() {}

  /**
   * Orders entries.
   *
   * @param stored the entry that stays, and is left out
   * @param all what there is
   * @param now the present time
   */
  static List<EntryState> of(StoredEntry stored, Collection<EntryState> all, Instant now) {
    List<EntryState> others = new ArrayList<>();
    for (EntryState each : all) {
      if (!each.stored().equals(stored)) {
        others.add(each);
      }
    }
    others.sort(
        Comparator.comparing((EntryState state) -> Standing.of(state.stored(), stored))
            .thenComparing(EntryState.leastRecentlyUsedFirst(now)));
    return others;
  }

  private enum Standing {
    OLDER_VERSION,
    SAME_BASE_NAMES,
    OTHER;

    static Standing of(StoredEntry each, StoredEntry stored) {
      if (!each.baseNames().equals(stored.baseNames())
          || each.name().request().equals(stored.name().request())) {
        return OTHER;
      }
      return each.name().files().equals(stored.name().files()) ? OLDER_VERSION : SAME_BASE_NAMES;
    }
  }
}
