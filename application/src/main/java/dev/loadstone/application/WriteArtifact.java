package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.domain.port.ArtifactFiles;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.Objects;

/** Writes an artifact into a file that appears whole or not at all. */
public final class WriteArtifact {

  private final ArtifactCodec codec;
  private final ArtifactFiles files;
  private final CallObserver observer;

  /**
   * Makes the use case.
   *
   * @param codec the artifact's form
   * @param files the files
   * @param observer is told of each artifact that is written
   */
  public WriteArtifact(ArtifactCodec codec, ArtifactFiles files, CallObserver observer) {
    this.codec = Objects.requireNonNull(codec, "codec");
    this.files = Objects.requireNonNull(files, "files");
    this.observer = Objects.requireNonNull(observer, "observer");
  }

  /**
   * Writes an artifact.
   *
   * @param artifact the artifact
   * @param file where to, see {@link ArtifactFiles#write}
   * @return the file as it was given, {@link dev.loadstone.domain.error.StoreFailed}, or why the
   *     artifact must not be written
   */
  public Try<Path> write(Artifact artifact, Path file) {
    String mainClass = artifact.provenance().mainClass();
    return artifact
        .keepable()
        .flatMap(codec::encode)
        .flatMap(bytes -> files.write(file, bytes))
        .peek(written -> observer.tell(new Event.Written(file.toString(), mainClass)));
  }
}
