package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Limits;
import dev.loadstone.domain.port.ArtifactFiles;
import java.util.List;

/** Artifact files without a class path, which begin with hyphens. */
final class FileSystemFixture {

  static final Bytes BEGINNING = Bytes.ofUtf8("-".repeat(ArtifactFiles.BEGINNING));

  private FileSystemFixture() {}

  static FileSystemArtifactFiles files() {
    return new FileSystemArtifactFiles(
        TemporaryNames.ofThisProcess(), BEGINNING, List.of(), Limits.defaults());
  }
}
