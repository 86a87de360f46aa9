package dev.loadstone;

import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.CacheVerification;
import io.vavr.concurrent.Future;

/**
 * Looks after the cache of a {@link Loadstone}. Safe for use by many threads, and while plugins are
 * loaded, by this process and others.
 *
 * <p>A cache that cannot be used is a {@link dev.loadstone.domain.error.StoreFailed} here; loads go
 * on without it. One whose store does not implement {@link
 * dev.loadstone.domain.port.CacheMaintenance} works for loads, and fails every call here.
 */
public interface PluginCache {

  /**
   * Tells how the cache stands.
   *
   * @return the report
   */
  Future<CacheReport> report();

  /**
   * Reads every entry, and removes those that are not what was written. No class of any is loaded.
   *
   * @return what was found
   */
  Future<CacheVerification> verify();

  /**
   * Removes every entry, and the counts.
   *
   * @return how many entries there were
   */
  Future<Integer> clear();
}
