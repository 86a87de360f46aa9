package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.CacheVerification;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.domain.port.ArtifactStore;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;

/** Reads every entry of a cache, and removes those that are not what was written. */
public final class VerifyCache {

  private final ArtifactStore store;
  private final DecodedArtifacts decoded;
  private final CallObserver observer;

  /**
   * Makes the use case.
   *
   * @param store the cache
   * @param codec the form of artifacts
   * @param observer is told of what is removed
   */
  public VerifyCache(ArtifactStore store, ArtifactCodec codec, CallObserver observer) {
    this.store = store;
    this.decoded = DecodedArtifacts.rememberingNone(codec);
    this.observer = observer;
  }

  private enum State {
    WHOLE,
    VANISHED,
    REMOVED
  }

  /**
   * Verifies the cache. No class of any artifact is loaded.
   *
   * @return what was found; the {@link StoreFailed} of a cache, or of the first entry, that cannot
   *     be read, or of a damaged one that cannot be removed. The other entries are seen to first. A
   *     store that cannot list its entries cannot be verified
   */
  public Try<CacheVerification> verify() {
    return OptionalPorts.maintenance(store).entries().flatMap(this::verify);
  }

  private Try<CacheVerification> verify(List<CacheEntry> entries) {
    long whole = 0;
    List<CacheEntry> removed = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (CacheEntry entry : entries) {
      Option<State> state = verify(entry).onFailure(failures::add).toOption();
      whole += state.contains(State.WHOLE) ? 1 : 0;
      if (state.contains(State.REMOVED)) {
        removed.add(entry);
      }
    }
    return failures.isEmpty()
        ? Try.success(new CacheVerification(whole, removed))
        : Try.failure(failures.get(0));
  }

  private Try<State> verify(CacheEntry entry) {
    return CacheEntries.read(store, decoded, entry)
        .fold(
            failure -> unreadable(entry, failure),
            artifact ->
                artifact
                    .map(read -> verifyPlace(entry, read))
                    .getOrElse(() -> Try.success(State.VANISHED)));
  }

  private Try<State> unreadable(CacheEntry entry, Throwable failure) {
    if (failure instanceof ContextMismatch) {
      return Try.success(State.WHOLE); // One in another format is another release's.
    }
    return CacheEntries.damage(failure)
        .map(problem -> remove(entry, problem))
        .getOrElse(() -> Try.failure(failure)); // One that cannot be read now may be whole.
  }

  private Try<State> verifyPlace(CacheEntry entry, Artifact artifact) {
    return store
        .find(CacheKey.ofRequest(artifact.provenance()))
        .flatMap(
            there ->
                there.sameBuild().contains(entry) || there.otherBuilds().contains(entry)
                    ? Try.success(State.WHOLE)
                    : remove(entry, CacheEntries.MISPLACED));
  }

  private Try<State> remove(CacheEntry entry, String problem) {
    return CacheEntries.remove(store, observer, entry, problem)
        .map(done -> State.REMOVED)
        .recoverWith(
            cause ->
                Try.failure(
                    StoreFailed.ofCache(
                        entry.id(),
                        CacheEntries.damaged(problem) + ", and cannot be removed",
                        cause)));
  }
}
