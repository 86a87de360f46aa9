package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.CacheVerification;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.StoreFailed;
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
   * @return what was found; the {@link StoreFailed} of a cache, or of the first entry, that cannot
   *     be read, or of a damaged one that cannot be removed. The other entries are seen to first
   */
  public Try<CacheVerification> verify() {
    Try<List<CacheEntry>> entries = store.entries();
    if (entries.isFailure()) {
      return Try.failure(entries.getCause());
    }
    long whole = 0;
    List<CacheEntry> removed = new ArrayList<>();
    Answers answers = new Answers();
    for (CacheEntry entry : entries.get()) {
      Try<Option<Artifact>> read = reading.read(entry);
      Option<String> problem = problem(entry, read, answers);
      if (problem.isDefined()) {
        Try<Void> healed = heal.remove(entry, problem.get());
        if (healed.isSuccess()) {
          removed.add(entry);
        } else {
          answers.of(stillThere(entry, problem.get(), healed.getCause()), entry);
        }
      } else if (isOfOtherFormat(read)) {
        whole++;
      } else if (answers.of(read, Option.none()).isDefined()) {
        whole++;
      }
    }
    return answers.unlessFailed(new CacheVerification(whole, removed));
  }

  // One in another format is another release's.
  private static boolean isOfOtherFormat(Try<Option<Artifact>> read) {
    return read.isFailure() && read.getCause() instanceof ContextMismatch;
  }

  private static Try<CacheEntry> stillThere(CacheEntry entry, String problem, Throwable cause) {
    return Try.failure(
        StoreFailed.ofCache(
            entry.file(), ReadEntry.damaged(problem) + ", and cannot be removed", cause));
  }

  // One that cannot be read now may be whole.
  private Option<String> problem(CacheEntry entry, Try<Option<Artifact>> read, Answers answers) {
    if (read.isFailure()) {
      return ReadEntry.damage(read.getCause());
    }
    return read.get().isDefined() && !answers.of(isInItsPlace(entry, read.get().get()), true)
        ? Option.some(ReadEntry.MISPLACED)
        : Option.none();
  }

  private Try<Boolean> isInItsPlace(CacheEntry entry, Artifact artifact) {
    return store
        .find(CacheKey.ofRequest(artifact.provenance()))
        .map(there -> there.sameBuild().contains(entry) || there.otherBuilds().contains(entry));
  }
}
