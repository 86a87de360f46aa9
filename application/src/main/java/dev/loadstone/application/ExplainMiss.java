package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.SourceRetention;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.cache.NearestEntry;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.context.CurrentContext;
import dev.loadstone.domain.port.ArtifactStore;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

/** Says why there is no entry for a request, by the entry that is nearest to it. */
final class ExplainMiss {

  private static final List<MissReason> NEVER_SEEN =
      List.of(
          new MissReason(
              MissReason.Kind.NEVER_SEEN,
              "no plugin with these file names, in this order, is in the cache"));

  private final ArtifactStore store;
  private final ReadEntry reading;

  ExplainMiss(ArtifactStore store, ReadEntry reading) {
    this.store = store;
    this.reading = reading;
  }

  /** Explains; an entry that cannot be read explains nothing, and is left to whoever needs it. */
  List<MissReason> reasons(
      CacheKey key, CompilationRequest request, SourceRetention retention, CurrentContext context) {
    Option<CacheEntry> nearest = store.nearest(key).getOrElse(Option.none());
    if (nearest.isEmpty()) {
      return NEVER_SEEN;
    }
    Try<Option<Artifact>> read = reading.read(nearest.get());
    if (read.isFailure()) {
      return List.of(
          new MissReason(MissReason.Kind.DAMAGED, "the nearest entry cannot be read or compared"));
    }
    return read.get().isEmpty()
        ? NEVER_SEEN
        : NearestEntry.differences(read.get().get(), request, retention, context);
  }
}
