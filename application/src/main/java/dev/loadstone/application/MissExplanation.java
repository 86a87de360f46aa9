package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.cache.NearestEntry;
import dev.loadstone.domain.port.ArtifactStore;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

/** Says why there is no entry for a request, by the entry that is nearest to it. */
final class MissExplanation {

  private static final MissReason NEVER_SEEN =
      new MissReason(
          MissReason.Kind.NEVER_SEEN,
          "no plugin with these file names, in this order, is in the cache");
  private static final MissReason NOT_READABLE =
      new MissReason(MissReason.Kind.DAMAGED, "the nearest entry cannot be read or compared");

  private final ArtifactStore store;
  private final CacheEntries entries;
  private final CacheKeys keys;

  MissExplanation(ArtifactStore store, CacheEntries entries, CacheKeys keys) {
    this.store = store;
    this.entries = entries;
    this.keys = keys;
  }

  /** Explains; an entry that cannot be read explains nothing, and is left to whoever needs it. */
  List<MissReason> reasons(CacheRequest asked) {
    return store
        .nearest(asked.key())
        .getOrElse(Option.none())
        .map(entries::read)
        .map(read -> compared(asked, read))
        .getOrElse(List.of(NEVER_SEEN));
  }

  private List<MissReason> compared(CacheRequest asked, Try<Option<Artifact>> read) {
    return read.flatMap(
            artifact ->
                keys.context()
                    .map(
                        context ->
                            artifact
                                .map(
                                    nearest ->
                                        NearestEntry.differences(
                                            nearest, asked.compilation(), context))
                                .getOrElse(List.of(NEVER_SEEN))))
        .getOrElse(List.of(NOT_READABLE));
  }
}
