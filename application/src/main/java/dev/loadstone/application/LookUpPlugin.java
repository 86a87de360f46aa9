package dev.loadstone.application;

import dev.loadstone.application.CacheTerms.OtherBuilds;
import dev.loadstone.application.CachedPlugin.Build;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.Candidates;
import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.port.ArtifactStore;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Looks into the cache for an artifact that was built from the same request and fits the present
 * context. No class of any artifact is loaded, and none of the compiler.
 */
public final class LookUpPlugin {

  private final ArtifactStore store;
  private final TryEntry trying;
  private final CacheTrouble trouble;
  private final CacheTerms terms;

  LookUpPlugin(ArtifactStore store, TryEntry trying, CacheTrouble trouble, CacheTerms terms) {
    this.store = Objects.requireNonNull(store, "store");
    this.trying = Objects.requireNonNull(trying, "trying");
    this.trouble = Objects.requireNonNull(trouble, "trouble");
    this.terms = Objects.requireNonNull(terms, "terms");
  }

  /**
   * Looks for an artifact.
   *
   * @param key the key of the request
   * @param need what the artifact has to be like
   * @return what was found; where the cache may only be read, the failure of one that is broken
   */
  public Try<Lookup> find(CacheKey key, Need need) {
    Try<Candidates> found = store.find(key);
    if (found.isFailure()) {
      MissReason unusable = new MissReason(MissReason.Kind.UNUSABLE, "the cache cannot be used");
      return trouble.orElse(Try.failure(found.getCause()), Lookup.miss(List.of(unusable)));
    }
    List<MissReason> reasons = new ArrayList<>();
    Try<Option<CachedPlugin>> hit =
        firstFitting(found.get().sameBuild(), key, Build.SAME, need, reasons);
    if (hit.isSuccess()
        && hit.get().isEmpty()
        && terms.otherBuilds() == OtherBuilds.ACCEPTED
        && need == Need.EQUIVALENT) {
      hit = firstFitting(found.get().otherBuilds(), key, Build.OTHER, need, reasons);
    }
    return hit.isSuccess()
        ? Try.success(new Lookup(hit.get(), reasons))
        : Try.failure(hit.getCause());
  }

  /** Tells whether an artifact of the present build would be a hit. */
  boolean wouldFind(Artifact artifact, CacheKey key, Need need) {
    return trying.fits(artifact, key, need);
  }

  private Try<Option<CachedPlugin>> firstFitting(
      List<CacheEntry> entries, CacheKey key, Build build, Need need, List<MissReason> reasons) {
    for (CacheEntry entry : entries) {
      Try<TriedEntry> tried = trying.of(entry, key, build, need);
      if (tried.isFailure()) {
        return Try.failure(tried.getCause());
      }
      Option<Artifact> artifact = tried.get().artifact();
      if (artifact.isDefined()) {
        store.use(entry);
        return Try.success(Option.some(new CachedPlugin(artifact.get(), entry, build)));
      }
      addReasons(tried.get().reasons(), reasons);
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
}
