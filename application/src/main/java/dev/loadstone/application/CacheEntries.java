package dev.loadstone.application;

import dev.loadstone.application.CacheAnswer.Build;
import dev.loadstone.application.StepRecorder.Step;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.error.ArtifactCorrupt;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.NotAnArtifact;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactStore;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of a cache and judges them: whether an entry is what was written for the very
 * request, and whether its context fits. What is damaged is removed.
 */
final class CacheEntries {

  /** What is wrong with an entry that was copied to another one's place. */
  static final String MISPLACED =
      "it was built from something else, and does not belong in this place";

  private final ArtifactStore store;
  private final DecodedArtifacts decoded;
  private final CheckContext context;
  private final CacheTrouble trouble;
  private final CallObserver observer;

  CacheEntries(
      ArtifactStore store,
      DecodedArtifacts decoded,
      CheckContext context,
      CacheTrouble trouble,
      CallObserver observer) {
    this.store = store;
    this.decoded = decoded;
    this.context = context;
    this.trouble = trouble;
    this.observer = observer;
  }

  /**
   * What came of judging an entry.
   *
   * @param artifact the artifact, where it may be used
   * @param reasons why it may not; none also for an entry that has vanished
   */
  record Verdict(Option<Artifact> artifact, List<MissReason> reasons) {

    static Verdict unfit(MissReason... reasons) {
      return new Verdict(Option.none(), List.of(reasons));
    }

    static Verdict of(Artifact artifact, List<Difference> differences) {
      List<MissReason> reasons =
          Difference.reasonsToRefuse(differences).stream().map(MissReason::of).toList();
      return new Verdict(Option.when(reasons.isEmpty(), artifact), reasons);
    }
  }

  /** Reads an entry, once, and checks that it is what was written; none where it has vanished. */
  Try<Option<Artifact>> read(CacheEntry entry) {
    return read(store, decoded, entry);
  }

  static Try<Option<Artifact>> read(
      ArtifactStore store, DecodedArtifacts decoded, CacheEntry entry) {
    return store
        .read(entry)
        .flatMap(
            bytes ->
                bytes.isEmpty()
                    ? Try.success(Option.none())
                    : decoded.decode(entry.id(), bytes.get()).map(Option::some));
  }

  /** Judges an entry of the present build, or of another one. */
  Try<Verdict> judge(CacheEntry entry, CacheRequest asked, Build build) {
    return read(entry)
        .fold(
            failure -> unreadable(entry, failure),
            artifact ->
                artifact
                    .map(found -> judge(entry, found, asked, build))
                    .getOrElse(() -> Try.success(Verdict.unfit())));
  }

  // An entry that was copied to another one's place is whole, and of another plugin.
  private Try<Verdict> judge(CacheEntry entry, Artifact artifact, CacheRequest asked, Build build) {
    return isBuiltFor(asked, build, artifact)
        .flatMap(
            isInPlace ->
                isInPlace
                    ? differences(entry, artifact, asked, build)
                        .map(found -> Verdict.of(artifact, found))
                    : damaged(entry, MISPLACED, null));
  }

  private Try<Boolean> isBuiltFor(CacheRequest asked, Build build, Artifact artifact) {
    boolean isOfRequest = artifact.provenance().request().equals(asked.key().request());
    return isOfRequest && build == Build.SAME
        ? context.isOfPresentBuild(artifact)
        : Try.success(isOfRequest);
  }

  private Try<List<Difference>> differences(
      CacheEntry entry, Artifact artifact, CacheRequest asked, Build build) {
    return observer.record(
        Step.CHECK,
        entry.toString(),
        () ->
            build == Build.SAME
                ? context.hostDifferences(artifact, asked.purpose().fidelity())
                : context.differencesBesideBuild(artifact));
  }

  private Try<Verdict> unreadable(CacheEntry entry, Throwable failure) {
    if (failure instanceof ContextMismatch ofOtherFormat) {
      return Try.success(
          new Verdict(
              Option.none(), ofOtherFormat.differences().stream().map(MissReason::of).toList()));
    }
    MissReason unusable =
        new MissReason(MissReason.Kind.UNUSABLE, "the entry " + entry + " cannot be read");
    return damage(failure)
        .map(problem -> damaged(entry, problem, failure))
        .getOrElse(() -> trouble.orElse(Try.failure(failure), Verdict.unfit(unusable)));
  }

  // Where nothing is written the entry stays, and whoever looks after the cache has to know.
  private Try<Verdict> damaged(CacheEntry entry, String problem, @Nullable Throwable cause) {
    if (trouble.isFatal()) {
      return Try.failure(StoreFailed.ofCache(entry.id(), damaged(problem), cause));
    }
    remove(store, observer, entry, problem).onFailure(trouble::tell);
    return Try.success(
        Verdict.unfit(new MissReason(MissReason.Kind.DAMAGED, "its entry was damaged")));
  }

  /** Removes an entry that is not what was written, and tells of it. */
  static Try<Void> remove(
      ArtifactStore store, CallObserver observer, CacheEntry entry, String problem) {
    return store
        .discard(entry)
        .onSuccess(
            removed -> {
              OptionalPorts.maintenance(store).count(CacheCounter.HEALED);
              observer.tell(new Event.CacheHealed(entry.toString(), problem));
            });
  }

  /** Says that an entry is damaged, after its name. */
  static String damaged(String problem) {
    return "this entry is damaged: " + problem;
  }

  /** Returns what is wrong with an entry that is not what was written; none for other failures. */
  static Option<String> damage(Throwable failure) {
    if (failure instanceof ArtifactCorrupt corrupt) {
      return Option.some(corrupt.difference());
    }
    return failure instanceof NotAnArtifact foreign ? Option.some(foreign.reason()) : Option.none();
  }
}
