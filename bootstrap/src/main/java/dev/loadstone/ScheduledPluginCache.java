package dev.loadstone;

import dev.loadstone.application.VerifyCache;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.CacheVerification;
import dev.loadstone.domain.port.ArtifactStore;
import io.vavr.concurrent.Future;
import io.vavr.control.Try;
import java.util.function.Supplier;

/** Looks after the cache, on the scheduler. */
final class ScheduledPluginCache implements PluginCache {

  private final ArtifactStore store;
  private final VerifyCache verification;
  private final Scheduler scheduler;
  private final Failures failures;

  ScheduledPluginCache(
      ArtifactStore store, VerifyCache verification, Scheduler scheduler, Failures failures) {
    this.store = store;
    this.verification = verification;
    this.scheduler = scheduler;
    this.failures = failures;
  }

  @Override
  public Future<CacheReport> report() {
    return look(store::report);
  }

  @Override
  public Future<CacheVerification> verify() {
    return look(verification::verify);
  }

  @Override
  public Future<Integer> clear() {
    return look(store::clear);
  }

  private <T> Future<T> look(Supplier<Try<T>> work) {
    return scheduler.runAlone(() -> failures.told(work.get()));
  }
}
