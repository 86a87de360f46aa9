package dev.loadstone;

import dev.loadstone.application.OptionalPorts;
import dev.loadstone.application.VerifyCache;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.CacheVerification;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.CacheMaintenance;
import dev.loadstone.internal.scheduling.Scheduler;
import io.vavr.concurrent.Future;

/** Looks after the cache, on the scheduler. */
final class DefaultPluginCache implements PluginCache {

  private final CacheMaintenance maintenance;
  private final VerifyCache verification;
  private final Scheduler scheduler;

  DefaultPluginCache(ArtifactStore store, VerifyCache verification, Scheduler scheduler) {
    this.maintenance = OptionalPorts.maintenance(store);
    this.verification = verification;
    this.scheduler = scheduler;
  }

  @Override
  public Future<CacheReport> report() {
    return scheduler.run(maintenance::report);
  }

  @Override
  public Future<CacheVerification> verify() {
    return scheduler.run(verification::verify);
  }

  @Override
  public Future<Integer> clear() {
    return scheduler.run(maintenance::clear);
  }
}
