package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.CacheVerification;
import dev.loadstone.domain.cache.Candidates;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.port.ArtifactStore;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;

/** Reads every entry of a cache, and removes those that are not what was written. */
public final class VerifyCache {

  private final ArtifactStore store;
  private final ReadEntry reading;
  private final HealCache heal;

  VerifyCache(ArtifactStore store, ReadEntry reading, HealCache heal) {
    this.store = store;
    this.reading = reading;
    this.heal = heal;
  }

  /**
   * Verifies the cache. No class of any artifact is loaded.
   *
   * @return what was found, or the {@link dev.loadstone.domain.error.StoreFailed} of a cache that
   *     cannot be read, or healed
   */
  public Try<CacheVerification> verify() {
    Try<List<CacheEntry>> entries = store.entries();
    if (entries.isFailure()) {
      return Try.failure(entries.getCause());
    }
    long whole = 0;
    List<CacheEntry> removed = new ArrayList<>();
    for (CacheEntry entry : entries.get()) {
      Try<Option<Artifact>> read = reading.read(entry);
      Option<String> problem = problem(entry, read);
      if (problem.isDefined()) {
        Try<Void> healed = heal.remove(entry, problem.get());
        if (healed.isFailure()) {
          return Try.failure(healed.getCause());
        }
        removed.add(entry);
      } else if (read.isFailure() || read.get().isDefined()) {
        whole++;
      }
    }
    return Try.success(new CacheVerification(whole, removed));
  }

  // One in another format is another release's.
  private Option<String> problem(CacheEntry entry, Try<Option<Artifact>> read) {
    if (read.isFailure()) {
      return read.getCause() instanceof ContextMismatch
          ? Option.none()
          : ReadEntry.damage(read.getCause())
              .orElse(() -> Option.of(String.valueOf(read.getCause().getMessage())));
    }
    return read.get().isDefined() && !isInItsPlace(entry, read.get().get())
        ? Option.some(ReadEntry.MISPLACED)
        : Option.none();
  }

  private boolean isInItsPlace(CacheEntry entry, Artifact artifact) {
    return store
        .find(CacheKey.of(artifact.provenance()))
        .map(Candidates::sameBuild)
        .map(there -> there.contains(entry))
        .getOrElse(true);
  }
}
