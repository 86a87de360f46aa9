package dev.loadstone.application;

import dev.loadstone.application.CachedPlugin.Build;
import dev.loadstone.application.StepRecorder.Running;
import dev.loadstone.application.StepRecorder.Step;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries an entry of the cache: whether it is what was written for the very request, and whether its
 * context fits.
 */
final class TryEntry {

  private final ReadEntry reading;
  private final CheckContext context;
  private final StepRecorder recorder;
  private final HealCache heal;
  private final CacheTrouble trouble;

  TryEntry(
      ReadEntry reading,
      CheckContext context,
      StepRecorder recorder,
      HealCache heal,
      CacheTrouble trouble) {
    this.reading = reading;
    this.context = context;
    this.recorder = recorder;
    this.heal = heal;
    this.trouble = trouble;
  }

  /** Tries an entry of the present build, or of another one. */
  Try<TriedEntry> of(CacheEntry entry, CacheKey key, Build build, Need need) {
    Try<Option<Artifact>> read = reading.read(entry);
    if (read.isFailure()) {
      return unreadable(entry, read.getCause());
    }
    if (read.get().isEmpty()) {
      return Try.success(TriedEntry.VANISHED);
    }
    Artifact artifact = read.get().get();
    Try<Boolean> isInPlace = isBuiltFor(key, build, artifact);
    if (isInPlace.isFailure()) {
      return Try.failure(isInPlace.getCause());
    }
    if (!isInPlace.get()) {
      return damaged(entry, ReadEntry.MISPLACED, null);
    }
    Running checking = recorder.begin(Step.CHECK, entry.toString());
    Try<List<Difference>> differences =
        build == Build.SAME
            ? context.hostDifferences(artifact, need)
            : context.differencesBesideBuild(artifact);
    checking.end(differences);
    return judge(artifact, differences);
  }

  /** Tells whether an artifact is of the present build, and what was written for a request. */
  boolean fits(Artifact artifact, CacheKey key, Need need) {
    return artifact.keepable().isSuccess()
        && isBuiltFor(key, Build.SAME, artifact).contains(true)
        && context
            .hostDifferences(artifact, need)
            .exists(differences -> Difference.reasonsToRefuse(differences).isEmpty());
  }

  // An entry that was copied to another one's place is whole, and of another plugin.
  private Try<Boolean> isBuiltFor(CacheKey key, Build build, Artifact artifact) {
    boolean isOfRequest = artifact.provenance().request().equals(key.request());
    return isOfRequest && build == Build.SAME
        ? context.isOfPresentBuild(artifact)
        : Try.success(isOfRequest);
  }

  private static Try<TriedEntry> judge(Artifact artifact, Try<List<Difference>> differences) {
    if (differences.isFailure()) {
      return Try.failure(differences.getCause());
    }
    List<Difference> refusing = Difference.reasonsToRefuse(differences.get());
    return Try.success(
        refusing.isEmpty() ? TriedEntry.fits(artifact) : TriedEntry.unfit(reasons(refusing)));
  }

  private static List<MissReason> reasons(List<Difference> differences) {
    List<MissReason> reasons = new ArrayList<>();
    for (Difference difference : differences) {
      reasons.add(MissReason.of(difference));
    }
    return reasons;
  }

  private Try<TriedEntry> unreadable(CacheEntry entry, Throwable failure) {
    if (failure instanceof ContextMismatch ofOtherFormat) {
      return Try.success(TriedEntry.unfit(reasons(ofOtherFormat.differences())));
    }
    Option<String> damage = ReadEntry.damage(failure);
    if (damage.isDefined()) {
      return damaged(entry, damage.get(), failure);
    }
    return trouble.orElse(
        Try.failure(failure),
        TriedEntry.unfit(
            List.of(
                new MissReason(
                    MissReason.Kind.UNUSABLE, "the entry " + entry + " cannot be read"))));
  }

  // Where nothing is written the entry stays, and whoever looks after the cache has to know.
  private Try<TriedEntry> damaged(CacheEntry entry, String problem, @Nullable Throwable cause) {
    TriedEntry unfit =
        TriedEntry.unfit(List.of(new MissReason(MissReason.Kind.DAMAGED, "its entry was damaged")));
    if (trouble.isFatal()) {
      return Try.failure(StoreFailed.ofCache(entry.file(), ReadEntry.damaged(problem), cause));
    }
    Try<Void> removed = heal.remove(entry, problem);
    if (removed.isFailure()) {
      trouble.tell(removed.getCause());
    }
    return Try.success(unfit);
  }
}
