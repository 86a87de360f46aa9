package dev.loadstone.application;

import dev.loadstone.application.StepRecorder.Running;
import dev.loadstone.application.StepRecorder.Step;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.Provenance;
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

  /** Tries an entry of the present build. */
  Try<TriedEntry> ofSameBuild(CacheEntry entry, CacheKey key, Need need) {
    Try<Option<Artifact>> read = reading.read(entry);
    if (read.isFailure()) {
      return unreadable(entry, read.getCause());
    }
    if (read.get().isEmpty()) {
      return Try.success(TriedEntry.VANISHED);
    }
    Artifact artifact = read.get().get();
    Provenance provenance = artifact.provenance();
    return provenance.request().equals(key.request())
            && CacheKey.build(provenance.context()).equals(key.build())
        ? ofSameBuild(artifact, entry, need)
        : misplaced(entry);
  }

  /** Tries an entry of another build. */
  Try<TriedEntry> ofOtherBuild(CacheEntry entry, CacheKey key) {
    Try<Option<Artifact>> read = reading.read(entry);
    if (read.isFailure()) {
      return unreadable(entry, read.getCause());
    }
    if (read.get().isEmpty()) {
      return Try.success(TriedEntry.VANISHED);
    }
    Artifact artifact = read.get().get();
    return artifact.provenance().request().equals(key.request())
        ? ofOtherBuild(artifact, entry)
        : misplaced(entry);
  }

  private Try<TriedEntry> ofSameBuild(Artifact artifact, CacheEntry entry, Need need) {
    Running checking = recorder.begin(Step.CHECK, entry.toString());
    Try<List<Difference>> differences = context.hostDifferences(artifact, need);
    checking.end(differences);
    return judge(artifact, differences);
  }

  private Try<TriedEntry> ofOtherBuild(Artifact artifact, CacheEntry entry) {
    Running checking = recorder.begin(Step.CHECK, entry.toString());
    Try<List<Difference>> differences = context.differencesBesideBuild(artifact);
    checking.end(differences);
    return judge(artifact, differences);
  }

  private static Try<TriedEntry> judge(Artifact artifact, Try<List<Difference>> differences) {
    if (differences.isFailure()) {
      return Try.failure(differences.getCause());
    }
    return Try.success(
        differences.get().isEmpty()
            ? TriedEntry.fits(artifact)
            : TriedEntry.unfit(reasons(differences.get())));
  }

  private static List<MissReason> reasons(List<Difference> differences) {
    List<MissReason> reasons = new ArrayList<>();
    for (Difference difference : differences) {
      reasons.add(MissReason.of(difference));
    }
    return reasons;
  }

  // An entry that was copied to another one's place is whole, and of another plugin.
  private Try<TriedEntry> misplaced(CacheEntry entry) {
    return damaged(entry, ReadEntry.MISPLACED, null);
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
        TriedEntry.unfit(
            List.of(
                new MissReason(
                    MissReason.Kind.DAMAGED, "the entry " + entry + " was damaged: " + problem)));
    if (trouble.isFatal()) {
      return Try.failure(
          StoreFailed.ofCache(entry.file(), "this entry is damaged: " + problem, cause));
    }
    Try<Void> removed = heal.remove(entry, problem);
    if (removed.isFailure()) {
      trouble.tell(removed.getCause());
    }
    return Try.success(unfit);
  }
}
