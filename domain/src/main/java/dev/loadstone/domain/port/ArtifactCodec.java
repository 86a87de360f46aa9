package dev.loadstone.domain.port;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Try;
import java.nio.file.Path;

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
   * @param file the file that the bytes come from, for messages; it is not read
   * @param bytes the file's content
   * @return the artifact; {@link dev.loadstone.domain.error.NotAnArtifact} for bytes that this
   *     library did not make; {@link dev.loadstone.domain.error.ArtifactCorrupt} for an artifact
   *     whose bytes have changed; {@link dev.loadstone.domain.error.ContextMismatch} for one in a
   *     format that is not understood
   */
  Try<Artifact> decode(Path file, Bytes bytes);
}
