package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.StoreSettings;
import dev.loadstone.domain.cache.StoreSettings.Access;
import dev.loadstone.domain.cache.StoreSettings.Sharing;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.testkit.contract.ArtifactStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class FileSystemArtifactStoreTest extends ArtifactStoreContract {

  @TempDir Path temporary;

  private FileSystemArtifactStore store;

  @BeforeEach
  void open() {
    store = FileSystemArtifactStore.of(settings(Access.READ_WRITE));
  }

  @Override
  protected ArtifactStore store() {
    return store;
  }

  @Override
  protected ArtifactStore readOnly() {
    return FileSystemArtifactStore.of(settings(Access.READ_ONLY));
  }

  private StoreSettings settings(Access access) {
    return new StoreSettings(temporary.resolve("cache"), 4, 1_000, access, Sharing.OWNER_ONLY);
  }
}
