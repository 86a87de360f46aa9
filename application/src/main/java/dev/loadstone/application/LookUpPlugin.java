package dev.loadstone.application;

import dev.loadstone.application.CacheTerms.OtherBuilds;
import dev.loadstone.application.CachedPlugin.Build;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.Candidates;
import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.port.ArtifactStore;
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
      MissReason unusable =
          new MissReason(MissReason.Kind.UNUSABLE, String.valueOf(found.getCause().getMessage()));
      return trouble.orElse(Try.failure(found.getCause()), Lookup.miss(List.of(unusable)));
    }
    List<MissReason> reasons = new ArrayList<>();
    for (CacheEntry entry : found.get().sameBuild()) {
      Try<TriedEntry> tried = trying.ofSameBuild(entry, key, need);
      if (tried.isFailure()) {
        return Try.failure(tried.getCause());
      }
      if (tried.get().artifact().isDefined()) {
        return hit(tried.get().artifact().get(), entry, Build.SAME);
      }
      reasons.addAll(tried.get().reasons());
    }
    return terms.otherBuilds() == OtherBuilds.ACCEPTED && need == Need.EQUIVALENT
        ? findOfOtherBuilds(key, found.get().otherBuilds(), reasons)
        : Try.success(Lookup.miss(reasons));
  }

  private Try<Lookup> findOfOtherBuilds(
      CacheKey key, List<CacheEntry> entries, List<MissReason> reasons) {
    for (CacheEntry entry : entries) {
      Try<TriedEntry> tried = trying.ofOtherBuild(entry, key);
      if (tried.isFailure()) {
        return Try.failure(tried.getCause());
      }
      if (tried.get().artifact().isDefined()) {
        return hit(tried.get().artifact().get(), entry, Build.OTHER);
      }
      reasons.addAll(tried.get().reasons());
    }
    return Try.success(Lookup.miss(reasons));
  }

  private Try<Lookup> hit(Artifact artifact, CacheEntry entry, Build build) {
    store.use(entry);
    return Try.success(Lookup.hit(new CachedPlugin(artifact, entry, build)));
  }
}
