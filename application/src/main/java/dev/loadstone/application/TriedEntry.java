package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.MissReason;
import io.vavr.control.Option;
import java.util.List;

/**
 * What came of trying an entry of the cache.
 *
 * @param artifact the artifact, where it may be used
 * @param reasons why it may not; none also for an entry that has vanished
 */
record TriedEntry(Option<Artifact> artifact, List<MissReason> reasons) {

  static final TriedEntry VANISHED = new TriedEntry(Option.none(), List.of());

  static TriedEntry fits(Artifact artifact) {
    return new TriedEntry(Option.some(artifact), List.of());
  }

  static TriedEntry unfit(List<MissReason> reasons) {
    return new TriedEntry(Option.none(), reasons);
  }
}
