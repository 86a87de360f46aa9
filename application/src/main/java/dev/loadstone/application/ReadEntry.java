package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.ArtifactCorrupt;
import dev.loadstone.domain.error.NotAnArtifact;
import dev.loadstone.domain.port.ArtifactStore;
import io.vavr.control.Option;
import io.vavr.control.Try;

/** Reads an entry of the cache, once, and checks that it is what was written. */
final class ReadEntry {

  /** What is wrong with an entry that was copied to another one's place. */
  static final String MISPLACED = "it was built from something else, and has got to this place";

  private final ArtifactStore store;
  private final DecodedArtifacts decoded;

  ReadEntry(ArtifactStore store, DecodedArtifacts decoded) {
    this.store = store;
    this.decoded = decoded;
  }

  /** Reads an entry; none where it has vanished. */
  Try<Option<Artifact>> read(CacheEntry entry) {
    Try<Option<Bytes>> bytes = store.read(entry);
    if (bytes.isFailure()) {
      return Try.failure(bytes.getCause());
    }
    if (bytes.get().isEmpty()) {
      return Try.success(Option.none());
    }
    Try<Artifact> artifact = decoded.decode(entry.file(), bytes.get().get());
    return artifact.isFailure()
        ? Try.failure(artifact.getCause())
        : Try.success(Option.some(artifact.get()));
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
