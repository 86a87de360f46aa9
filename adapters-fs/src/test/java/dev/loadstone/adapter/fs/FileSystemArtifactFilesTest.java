package dev.loadstone.adapter.fs;

import dev.loadstone.domain.port.ArtifactFiles;
import dev.loadstone.testkit.contract.ArtifactFilesContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class FileSystemArtifactFilesTest extends ArtifactFilesContract {

  @TempDir Path folder;

  private final ArtifactFiles files = new FileSystemArtifactFiles(TemporaryNames.ofThisProcess());

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectory(folder.resolve("folder"));
  }

  @Override
  protected ArtifactFiles files() {
    return files;
  }

  @Override
  protected Path folder() {
    return folder;
  }
}
