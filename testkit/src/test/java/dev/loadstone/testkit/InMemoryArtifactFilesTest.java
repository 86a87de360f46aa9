package dev.loadstone.testkit;

import dev.loadstone.domain.port.ArtifactFiles;
import dev.loadstone.testkit.contract.ArtifactFilesContract;
import java.nio.file.Path;

final class InMemoryArtifactFilesTest extends ArtifactFilesContract {

  private static final Path FOLDER = Path.of("out");

  private final InMemoryArtifactFiles files =
      new InMemoryArtifactFiles(FOLDER, FOLDER.resolve("folder"));

  @Override
  protected ArtifactFiles files() {
    return files;
  }

  @Override
  protected Path folder() {
    return FOLDER;
  }
}
