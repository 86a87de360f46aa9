package dev.loadstone.application;

import dev.loadstone.application.CachedPlugin.Build;
import dev.loadstone.application.StepRecorder.Running;
import dev.loadstone.application.StepRecorder.Step;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.SourceRetention;
import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.ArtifactStore.CompilationTurn;
import io.vavr.control.Try;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Compiles a plugin once: gives its artifact from the cache, or compiles it and keeps it there.
 *
 * <p>The two halves are apart, since looking needs no compiler and no thread that is made for one.
 * Safe for use by many threads.
 */
public final class CachePlugins {

  private final AskCache asking;
  private final LookUpPlugin lookUp;
  private final ExplainMiss explaining;
  private final CompilePlugin compiling;
  private final KeepPlugin keeping;
  private final ArtifactStore store;
  private final StepRecorder recorder;
  private final Consumer<Event> events;

  CachePlugins(
      AskCache asking,
      LookUpPlugin lookUp,
      ExplainMiss explaining,
      CompilePlugin compiling,
      KeepPlugin keeping,
      ArtifactStore store,
      StepRecorder recorder,
      Consumer<Event> events) {
    this.asking = Objects.requireNonNull(asking, "asking");
    this.lookUp = Objects.requireNonNull(lookUp, "lookUp");
    this.explaining = Objects.requireNonNull(explaining, "explaining");
    this.compiling = Objects.requireNonNull(compiling, "compiling");
    this.keeping = Objects.requireNonNull(keeping, "keeping");
    this.store = Objects.requireNonNull(store, "store");
    this.recorder = Objects.requireNonNull(recorder, "recorder");
    this.events = Objects.requireNonNull(events, "events");
  }

  /**
   * Puts a request into the cache's terms.
   *
   * @param request what is asked for
   * @param retention whether the artifact is to hold its sources
   * @param need what the artifact has to be like
   * @return the question; or what is wrong with the sources, by their names
   */
  public Try<CacheRequest> ask(CompilationRequest request, SourceRetention retention, Need need) {
    return asking.ask(request, retention, need);
  }

  /**
   * Looks for an artifact. Tells of a hit; why it was a miss is told when compiling begins.
   *
   * @param asked the question
   * @return what was found; where the cache may only be read, the failure of one that is broken
   */
  public Try<Lookup> lookUp(CacheRequest asked) {
    events.accept(new Event.CacheLookup(asked.files()));
    Running looking = recorder.begin(Step.LOOKUP, asked.mainFile());
    Try<Lookup> found = lookUp.find(asked.key(), asked.need());
    looking.end(found);
    if (found.isSuccess()) {
      tellHit(asked, found.get());
    }
    return found;
  }

  /**
   * Tells whether another process seems to be compiling the same, such that {@link #turn} waits.
   *
   * @param asked the question
   * @return whether it seems so
   */
  public boolean isTurnTaken(CacheRequest asked) {
    return store.isTurnTaken(asked.key()).getOrElse(false);
  }

  /**
   * Waits while another process is compiling the same.
   *
   * @param asked the question
   * @return the turn to compile, which the caller ends; that there is none changes nothing
   */
  public Try<CompilationTurn> turn(CacheRequest asked) {
    return store.turn(asked.key());
  }

  /**
   * Compiles what was not found, and keeps it, unless another process has done so meanwhile.
   *
   * @param asked the question
   * @param missed what was found
   * @return the artifact, or the error of {@link CompilePlugin}
   */
  public Try<Artifact> compileAndKeep(CacheRequest asked, Lookup missed) {
    Try<Lookup> again = lookUp.find(asked.key(), asked.need());
    // One of another build may not link, and then there is nobody any more to compile.
    if (again.isSuccess() && again.get().hit().exists(hit -> hit.build() == Build.SAME)) {
      tellHit(asked, again.get());
      return Try.success(again.get().hit().get().artifact());
    }
    return compile(asked, missed)
        .peek(artifact -> keeping.keep(asked.key(), asked.files(), artifact));
  }

  /**
   * Compiles what was not found, and keeps nothing.
   *
   * @param asked the question
   * @param missed what was found
   * @return the artifact, or the error of {@link CompilePlugin}
   */
  public Try<Artifact> compile(CacheRequest asked, Lookup missed) {
    tellMiss(asked, missed);
    return compiling.compile(asked.compilation(), asked.retention());
  }

  /**
   * Tells whether what another call of this process got, and may have asked for before the host
   * changed, is what this one would get now.
   *
   * @param asked the question
   * @param artifact what the other one got
   * @return whether it would do
   */
  public boolean wouldDo(CacheRequest asked, Artifact artifact) {
    return lookUp.wouldFind(artifact, asked.key(), asked.need());
  }

  /**
   * Tells that a call was given what another call of this process compiled at the same time.
   *
   * @param asked the question
   * @param artifact the artifact
   */
  public void tellShared(CacheRequest asked, Artifact artifact) {
    tellHit(asked, artifact, "");
  }

  /**
   * Takes back a hit: the artifact of another build did not link.
   *
   * @param hit the hit
   * @param refusal why it did not link
   * @return a miss, for {@link #compileAndKeep}
   */
  public Lookup refused(CachedPlugin hit, Throwable refusal) {
    return Lookup.miss(
        List.of(
            new MissReason(
                MissReason.Kind.LINKING,
                "the entry "
                    + hit.entry()
                    + " is of another build, and does not link: "
                    + refusal.getMessage())));
  }

  private void tellHit(CacheRequest asked, Lookup found) {
    if (found.hit().isDefined()) {
      CachedPlugin hit = found.hit().get();
      tellHit(asked, hit.artifact(), hit.entry().toString());
    }
  }

  private void tellHit(CacheRequest asked, Artifact artifact, String entry) {
    store.count(CacheCounter.HIT);
    events.accept(
        new Event.CacheHit(
            asked.files(),
            artifact.provenance().mainClass(),
            entry,
            artifact.warningsAbout(asked.compilation().sources())));
  }

  private void tellMiss(CacheRequest asked, Lookup missed) {
    List<MissReason> reasons =
        missed.reasons().isEmpty()
            ? explaining.reasons(
                asked.key(), asked.compilation(), asked.retention(), asked.context())
            : missed.reasons();
    CacheCounter.of(reasons.get(0).kind()).forEach(store::count);
    events.accept(new Event.CacheMiss(asked.files(), reasons));
  }
}
