package dev.loadstone.testkit;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.error.ArtifactCorrupt;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.NotAnArtifact;
import dev.loadstone.domain.port.ArtifactCodec;
import io.vavr.control.Try;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A codec whose bytes are but tickets for artifacts that it remembers: it reads only what it has
 * written itself.
 */
public final class InMemoryArtifactCodec implements ArtifactCodec {

  private static final Bytes BEGINNING = Bytes.ofUtf8("artifact ");

  private final Map<Bytes, Artifact> artifacts = new ConcurrentHashMap<>();

  /** Makes a codec that knows no artifact. */
  public InMemoryArtifactCodec() {}

  @Override
  public Try<Bytes> encode(Artifact artifact) {
    // The text of an artifact holds the digest of every content.
    Digest digest = Digest.of(Bytes.ofUtf8(artifact.toString()));
    Bytes ticket = Bytes.ofUtf8(BEGINNING.toUtf8String() + digest.hex() + "\n");
    artifacts.put(ticket, artifact);
    return Try.success(ticket);
  }

  @Override
  public Try<Artifact> decode(String place, Bytes bytes) {
    Artifact artifact = artifacts.get(bytes);
    if (artifact == null) {
      return Try.failure(
          bytes.startsWith(BEGINNING)
              ? new ArtifactCorrupt(place, "it is not what was written", null)
              : new NotAnArtifact(place, "it does not begin as artifacts do", null));
    }
    int format = artifact.provenance().formatVersion();
    if (format != Provenance.FORMAT_VERSION) {
      return Try.failure(
          new ContextMismatch(place, List.of(Provenance.otherFormat(Integer.toString(format)))));
    }
    return Try.success(artifact);
  }
}
