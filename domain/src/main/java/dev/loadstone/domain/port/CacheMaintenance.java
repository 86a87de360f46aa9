package dev.loadstone.domain.port;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheReport;
import io.vavr.control.Try;
import java.util.List;

/**
 * Lists, counts and clears what an {@link ArtifactStore} holds, for those who look after a cache;
 * loads do without. Optional: a store that can do so implements it, too. Safe for use by many
 * threads.
 *
 * <p>Where it cannot do what it is asked, a call gives a {@link
 * dev.loadstone.domain.error.StoreFailed}. A store that may only be read fails {@link #clear}, and
 * does nothing in {@link #count}.
 */
public interface CacheMaintenance {

  /**
   * Lists all entries.
   *
   * @return the entries, sorted by name
   */
  Try<List<CacheEntry>> entries();

  /**
   * Adds one to a counter. Best effort; failing to count is not an error.
   *
   * @param counter the counter
   * @return nothing
   */
  Try<Void> count(CacheCounter counter);

  /**
   * Tells how the store stands.
   *
   * @return the report
   */
  Try<CacheReport> report();

  /**
   * Removes every entry, and the counts. Nothing else is touched: what a store did not make is not
   * its own. Entries that other processes publish meanwhile may stay.
   *
   * @return how many entries it removed
   */
  Try<Integer> clear();
}
