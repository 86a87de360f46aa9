package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.port.ArtifactFiles;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.Objects;

/** Reads an artifact, once, and checks that it is what was written. No class of it is loaded. */
public final class ReadArtifact {

  private final ArtifactFiles files;
  private final DecodedArtifacts decoded;

  /**
   * Makes the use case.
   *
   * @param files the files
   * @param decoded the artifacts that were read lately
   */
  public ReadArtifact(ArtifactFiles files, DecodedArtifacts decoded) {
    this.files = Objects.requireNonNull(files, "files");
    this.decoded = Objects.requireNonNull(decoded, "decoded");
  }

  /**
   * Reads an artifact.
   *
   * @param file its file
   * @return the artifact, or the error of {@link ArtifactFiles#read} or {@link
   *     DecodedArtifacts#decode}
   */
  public Try<Artifact> read(Path file) {
    return files.read(file).flatMap(bytes -> decoded.decode(file.toString(), bytes));
  }
}
