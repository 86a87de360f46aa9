package dev.loadstone.application;

import dev.loadstone.application.CacheAnswer.Build;
import dev.loadstone.application.CacheAnswer.Hit;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.CompilerBusy;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.error.TimedOut;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.CompilationTurns.CompilationTurn;
import dev.loadstone.domain.source.SourceRules;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.Objects;

/**
 * Gives the artifact of a request: from the cache, or compiled once for all who ask for it at the
 * same time, and kept.
 *
 * <p>The two halves, {@link #find} and {@link #artifact}, are apart because looking needs no
 * compiler, and so never has to wait for one. Safe for use by many threads.
 */
public final class ObtainArtifact {

  private final CompileCache cache;
  private final CompilePlugin compiling;
  private final CheckContext context;
  private final CompilationThreads threads;
  private final CallObserver observer;
  private final SingleFlight<Flight, Artifact> flights = new SingleFlight<>();

  /** What is compiled once: the same request, which is either kept or not. */
  private record Flight(CacheKey key, boolean isKept) {}

  /**
   * Makes the use case.
   *
   * @param cache what was compiled before
   * @param compiling compiles what was not
   * @param context compares the host with what another call compiled against
   * @param threads where compilations run
   * @param observer is told of what happens
   */
  public ObtainArtifact(
      CompileCache cache,
      CompilePlugin compiling,
      CheckContext context,
      CompilationThreads threads,
      CallObserver observer) {
    this.cache = Objects.requireNonNull(cache, "cache");
    this.compiling = Objects.requireNonNull(compiling, "compiling");
    this.context = Objects.requireNonNull(context, "context");
    this.threads = Objects.requireNonNull(threads, "threads");
    this.observer = Objects.requireNonNull(observer, "observer");
  }

  /** What looking into the cache found: an artifact, or what is to be compiled. */
  public final class Found {

    private final CacheRequest asked;
    private final CacheAnswer answer;
    private final Option<SingleFlight<Flight, Artifact>.Participant> flight;

    private Found(CacheRequest asked, CacheAnswer answer, Cancellation cancellation) {
      this.asked = asked;
      this.answer = answer;
      this.flight =
          Option.when(
              !isHit(),
              () -> flights.join(new Flight(asked.key(), asked.purpose().isKept()), cancellation));
    }

    CacheAnswer answer() {
      return answer;
    }

    /** {@return what was asked for} */
    public CompilationRequest request() {
      return asked.compilation();
    }

    /** {@return whether nothing is to be compiled} */
    public boolean isHit() {
      return answer.hit().isDefined();
    }
  }

  /**
   * Looks for the artifact of a request.
   *
   * @param request what is asked for
   * @param purpose what the artifact is wanted for
   * @param cancellation whether the caller has given up
   * @return what was found, which the caller hands to {@link #artifact} in any case; what is wrong
   *     with the sources, by their names; or, where the cache may only be read, why it is of no use
   */
  public Try<Found> find(CompilationRequest request, Purpose purpose, Cancellation cancellation) {
    return SourceRules.check(request.sources())
        .flatMap(sources -> cache.key(request))
        .map(key -> new CacheRequest(request, key, purpose))
        .flatMap(asked -> cache.find(asked).map(answer -> new Found(asked, answer, cancellation)));
  }

  /**
   * Gives the artifact that was found, or compiles it.
   *
   * @param found what was found
   * @param cancellation whether the caller has given up
   * @return the artifact; the error of {@link CompilePlugin}; or why nothing was compiled
   */
  public Try<Artifact> artifact(Found found, Cancellation cancellation) {
    return found
        .answer
        .hit()
        .map(hit -> Try.success(hit.artifact()))
        .getOrElse(() -> compileOnce(found, cancellation));
  }

  /**
   * Compiles in place of a hit that does not link, which can happen to one of another build.
   *
   * @param found the hit
   * @param refusal why it does not link
   * @param cancellation whether the caller has given up
   * @return the artifact, the error of {@link CompilePlugin}, or, for one of this build, the
   *     refusal
   */
  public Try<Artifact> artifactInsteadOf(
      Found found, Throwable refusal, Cancellation cancellation) {
    return found
        .answer
        .hit()
        .filter(hit -> hit.build() == Build.OTHER && refusal instanceof LinkageFailed)
        .map(hit -> new Found(found.asked, doesNotLink(hit, refusal), cancellation))
        .map(missing -> compileOnce(missing, cancellation))
        .getOrElse(() -> Try.failure(refusal));
  }

  private static CacheAnswer doesNotLink(Hit hit, Throwable refusal) {
    return CacheAnswer.miss(
        List.of(
            new MissReason(
                MissReason.Kind.LINKING,
                "the entry "
                    + hit.entry()
                    + " is of another build, and does not link: "
                    + refusal.getMessage())));
  }

  private Try<Artifact> compileOnce(Found missing, Cancellation cancellation) {
    return missing
        .flight
        .get()
        .outcome(
            cancelled -> compileAndKeep(missing, cancelled),
            others -> share(missing, others, cancellation));
  }

  private Try<Artifact> compileAndKeep(Found missing, Cancellation cancellation) {
    CacheRequest asked = missing.asked;
    if (!asked.purpose().isKept()) {
      return compile(missing, cancellation);
    }
    Try<CompilationTurn> turn = cache.turn(asked);
    try {
      return cache
          .findKeptSince(asked)
          .map(Try::success)
          .getOrElse(
              () -> compile(missing, cancellation).peek(artifact -> cache.keep(asked, artifact)));
    } finally {
      turn.forEach(CompilationTurn::close);
    }
  }

  private Try<Artifact> compile(Found missing, Cancellation cancellation) {
    cache.tellMiss(missing.asked, missing.answer);
    return threads.call(
        missing.asked.mainFile(),
        () -> compiling.compile(missing.asked.compilation()),
        cancellation);
  }

  /** Takes what another call compiled, if this one would have compiled the same. */
  private Try<Artifact> share(Found missing, Try<Artifact> others, Cancellation cancellation) {
    CacheRequest asked = missing.asked;
    if (others.exists(artifact -> fitsNow(asked, artifact))) {
      cache.countHit();
      observer.tell(hit(asked, others.get(), ""));
      return others;
    }
    return cancellation.isRequested() || isFailureOfAll(asked, others)
        ? others
        : compileOnce(new Found(asked, missing.answer, cancellation), cancellation);
  }

  /** Returns whether an outcome is a failure that names no other files than those asked for. */
  private static boolean isFailureOfAll(CacheRequest asked, Try<Artifact> outcome) {
    Throwable failure = outcome.failed().getOrNull();
    if (failure instanceof CompilationFailed failed) {
      return failed.diagnostics().stream()
          .map(Diagnostic::source)
          .allMatch(source -> source.isEmpty() || asked.files().contains(source));
    }
    if (failure instanceof InvalidSources invalid) {
      return asked.files().containsAll(invalid.paths());
    }
    return failure instanceof TimedOut || failure instanceof CompilerBusy;
  }

  // The host may have changed since the other call asked.
  private boolean fitsNow(CacheRequest asked, Artifact artifact) {
    return artifact.keepable().isSuccess()
        && context
            .hostDifferences(artifact, asked.purpose().fidelity())
            .exists(differences -> Difference.reasonsToRefuse(differences).isEmpty());
  }

  static Event hit(CacheRequest asked, Artifact artifact, String entry) {
    return new Event.CacheHit(
        asked.files(),
        artifact.provenance().mainClass(),
        entry,
        artifact.warningsAbout(asked.compilation().sources()));
  }
}
