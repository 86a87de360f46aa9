package dev.loadstone.domain.port;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Try;

/**
 * Turns artifacts into bytes and back. Equal artifacts give equal bytes, on any machine, at any
 * time.
 */
public interface ArtifactCodec {

  /**
   * Writes an artifact.
   *
   * @param artifact the artifact
   * @return its bytes
   */
  Try<Bytes> encode(Artifact artifact);

  /**
   * Reads an artifact, and checks that every byte is what was written.
   *
   * @param place where the bytes come from, a file or an entry of a cache, for messages
   * @param bytes the content
   * @return the artifact; {@link dev.loadstone.domain.error.NotAnArtifact} for bytes that this
   *     library did not make; {@link dev.loadstone.domain.error.ArtifactCorrupt} for an artifact
   *     whose bytes have changed; {@link dev.loadstone.domain.error.ContextMismatch} for one in a
   *     format that is not understood
   */
  Try<Artifact> decode(String place, Bytes bytes);
}
