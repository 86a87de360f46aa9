package dev.loadstone.application;

import dev.loadstone.application.CacheAnswer.Build;
import dev.loadstone.application.CacheAnswer.Hit;
import dev.loadstone.application.CacheTerms.OtherBuilds;
import dev.loadstone.application.StepRecorder.Step;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.Candidates;
import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.cache.Publication;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.CacheMaintenance;
import dev.loadstone.domain.port.CompilationTurns;
import dev.loadstone.domain.port.CompilationTurns.CompilationTurn;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;

/** What was compiled before and is kept in a store. */
public final class StoredCompilations implements CompileCache {

  private static final MissReason UNUSABLE =
      new MissReason(MissReason.Kind.UNUSABLE, "the cache cannot be used");

  private final ArtifactStore store;
  private final CompilationTurns turns;
  private final CacheMaintenance maintenance;
  private final ArtifactCodec codec;
  private final CacheKeys keys;
  private final CacheEntries entries;
  private final CacheTrouble trouble;
  private final CacheTerms terms;
  private final CallObserver observer;

  /**
   * Makes the cache.
   *
   * @param store where artifacts are kept
   * @param codec the form of artifacts
   * @param decoded the artifacts that were read lately
   * @param keys the keys of requests
   * @param context compares contexts
   * @param terms how the store is used
   * @param observer is told of what the cache does
   */
  public StoredCompilations(
      ArtifactStore store,
      ArtifactCodec codec,
      DecodedArtifacts decoded,
      CacheKeys keys,
      CheckContext context,
      CacheTerms terms,
      CallObserver observer) {
    this.store = store;
    this.turns = OptionalPorts.turns(store);
    this.maintenance = OptionalPorts.maintenance(store);
    this.codec = codec;
    this.keys = keys;
    this.terms = terms;
    this.observer = observer;
    this.trouble = new CacheTrouble(terms.access(), observer.events());
    this.entries = new CacheEntries(store, decoded, context, trouble, observer);
  }

  @Override
  public Try<CacheKey> key(CompilationRequest request) {
    return keys.of(request);
  }

  @Override
  public Try<CacheAnswer> find(CacheRequest asked) {
    observer.tell(new Event.CacheLookup(asked.files()));
    return observer
        .record(Step.LOOKUP, asked.mainFile(), () -> lookUp(asked))
        .peek(answer -> answer.hit().forEach(hit -> tellHit(asked, hit)));
  }

  // One of another build may not link, and then there is nobody any more to compile.
  @Override
  public Option<Artifact> findKeptSince(CacheRequest asked) {
    return lookUp(asked)
        .toOption()
        .flatMap(CacheAnswer::hit)
        .filter(hit -> hit.build() == Build.SAME)
        .peek(hit -> tellHit(asked, hit))
        .map(Hit::artifact);
  }

  private Try<CacheAnswer> lookUp(CacheRequest asked) {
    return store
        .find(asked.key())
        .fold(
            failure -> trouble.orElse(Try.failure(failure), CacheAnswer.miss(List.of(UNUSABLE))),
            candidates -> firstFitting(candidates, asked));
  }

  private Try<CacheAnswer> firstFitting(Candidates candidates, CacheRequest asked) {
    List<MissReason> reasons = new ArrayList<>();
    return firstFitting(candidates.sameBuild(), asked, Build.SAME, reasons)
        .flatMap(
            hit ->
                hit.isEmpty() && mayBeOfAnotherBuild(asked)
                    ? firstFitting(candidates.otherBuilds(), asked, Build.OTHER, reasons)
                    : Try.success(hit))
        .map(hit -> new CacheAnswer(hit, reasons));
  }

  private boolean mayBeOfAnotherBuild(CacheRequest asked) {
    return terms.otherBuilds() == OtherBuilds.ACCEPTED
        && asked.purpose().fidelity() == Fidelity.EQUIVALENT;
  }

  private Try<Option<Hit>> firstFitting(
      List<CacheEntry> candidates, CacheRequest asked, Build build, List<MissReason> reasons) {
    for (CacheEntry entry : candidates) {
      Try<CacheEntries.Verdict> verdict = entries.judge(entry, asked, build);
      if (verdict.isFailure()) {
        return verdict.map(any -> Option.none());
      }
      Option<Artifact> artifact = verdict.get().artifact();
      if (artifact.isDefined()) {
        store.use(entry);
        return Try.success(artifact.map(fitting -> new Hit(fitting, entry, build)));
      }
      addReasons(verdict.get().reasons(), reasons);
    }
    return Try.success(Option.none());
  }

  // The entry that was used last is the nearest one; of older ones only damage is news.
  private static void addReasons(List<MissReason> ofEntry, List<MissReason> reasons) {
    boolean isFirst = reasons.isEmpty();
    for (MissReason reason : ofEntry) {
      if (isFirst || reason.kind() == MissReason.Kind.DAMAGED) {
        reasons.add(reason);
      }
    }
  }

  @Override
  public Try<CompilationTurn> turn(CacheRequest asked) {
    return turns.turn(asked.key());
  }

  @Override
  public void tellMiss(CacheRequest asked, CacheAnswer miss) {
    List<MissReason> reasons = miss.reasons().isEmpty() ? explain(asked) : miss.reasons();
    CacheCounter.of(reasons.get(0).kind()).forEach(maintenance::count);
    observer.tell(new Event.CacheMiss(asked.files(), reasons));
  }

  private List<MissReason> explain(CacheRequest asked) {
    return new MissExplanation(store, entries, keys).reasons(asked);
  }

  @Override
  public void keep(CacheRequest asked, Artifact compiled) {
    if (terms.access() == CacheAccess.READ_ONLY) {
      return;
    }
    compiled
        .keepable()
        .flatMap(codec::encode)
        .flatMap(bytes -> store.publish(asked.key(), asked.files(), bytes))
        .onSuccess(published -> tellStored(published, compiled))
        .onFailure(trouble::tell);
  }

  private void tellStored(Publication published, Artifact artifact) {
    observer.tell(
        new Event.CacheStored(published.entry().toString(), artifact.provenance().mainClass()));
    for (CacheEntry evicted : published.evicted()) {
      observer.tell(new Event.CacheEvicted(evicted.toString()));
    }
  }

  @Override
  public void countHit() {
    maintenance.count(CacheCounter.HIT);
  }

  private void tellHit(CacheRequest asked, Hit hit) {
    countHit();
    observer.tell(ObtainArtifact.hit(asked, hit.artifact(), hit.entry().toString()));
  }
}
