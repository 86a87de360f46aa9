package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings;
import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings.Sharing;
import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.CacheMaintenance;
import dev.loadstone.domain.port.CompilationTurns;
import dev.loadstone.testkit.contract.CacheMaintenanceContract;
import dev.loadstone.testkit.contract.CompilationTurnsContract;
import dev.loadstone.testkit.contract.LimitedArtifactStoreContract;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSystemArtifactStoreTest extends LimitedArtifactStoreContract {

  @TempDir Path temporary;

  private FileSystemArtifactStore store;

  @BeforeEach
  void open() {
    store = FileSystemArtifactStore.of(settings(CacheAccess.READ_WRITE));
  }

  @Override
  protected ArtifactStore store() {
    return store;
  }

  @Override
  protected FileSystemArtifactStore readOnly() {
    return FileSystemArtifactStore.of(settings(CacheAccess.READ_ONLY));
  }

  private StoreSettings settings(CacheAccess access) {
    return new StoreSettings(temporary.resolve("cache"), 4, 1_000, access, Sharing.OWNER_ONLY);
  }

  @Test
  void everyCall_folderInZip_works() throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(temporary.resolve("zip"), Map.of("create", "true"))) {
      Path folder = zip.getPath("/cache");
      try (FileSystemArtifactStore inZip = StoreFixture.store(folder, 2)) {
        List<CacheEntry> entries = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          entries.add(StoreFixture.publish(inZip, StoreFixture.key("Plugin" + i, "request" + i)));
          inZip.use(entries.get(i)).get();
        }
        inZip.count(CacheCounter.EVICTED).get();
        inZip.count(CacheCounter.HIT).get();
        inZip.turn(StoreFixture.KEY).get().close();

        assertThat(inZip.entries().get()).hasSize(2).contains(entries.get(2));
        assertThat(inZip.read(entries.get(2)).get()).contains(StoreFixture.ARTIFACT);
        assertThat(inZip.report().get().counts())
            .isEqualTo(Map.of(CacheCounter.EVICTED, 1L, CacheCounter.HIT, 1L));
        assertThat(inZip.clear().get()).isEqualTo(2);
      }
    }
  }

  @Test
  void publish_entry_isWhereTheLayoutSays() throws IOException {
    CacheEntry entry = StoreFixture.publish(store, StoreFixture.KEY);
    store.count(CacheCounter.HIT).get();

    String versions = StoreFixture.KEY.baseNames().hex().substring(0, 32);
    String request = StoreFixture.KEY.request().hex();
    assertThat(StoreFixture.files(temporary.resolve("cache/1")))
        .containsExactly(
            "counts",
            "entries/%s/%s/%s"
                .formatted(
                    versions, request.substring(0, 3), StoreFixture.file(entry).getFileName()));
    assertThat(StoreFixture.file(entry).getFileName().toString())
        .startsWith(
            request.substring(0, 32) + "-" + StoreFixture.KEY.build().hex().substring(0, 32) + "-")
        .endsWith("-" + Digest.of(StoreFixture.ARTIFACT).hex().substring(0, 16) + ".jar");
    assertThat(StoreFixture.file(entry)).hasBinaryContent(StoreFixture.ARTIFACT.toByteArray());
  }

  @Test
  void close_hitsThatWait_writesThem() throws IOException {
    StoreFixture.publish(store, StoreFixture.KEY);
    for (int i = 0; i < 5; i++) {
      store.count(CacheCounter.HIT).get();
    }

    store.close();
    store.close();

    assertThat(store.report().get().counts()).isEqualTo(Map.of(CacheCounter.HIT, 5L));
    assertThat(readOnly().report().get().counts()).isEqualTo(Map.of(CacheCounter.HIT, 5L));
  }

  @Test
  void artifactStore_closed_hasCompleteCounts() throws Exception {
    ArtifactStore folder = FileSystemAdapter.artifactStore(settings(CacheAccess.READ_WRITE));
    folder.publish(StoreFixture.KEY, StoreFixture.FILES, StoreFixture.ARTIFACT).get();
    CacheMaintenance maintenance = (CacheMaintenance) folder;
    maintenance.count(CacheCounter.HIT).get();
    maintenance.count(CacheCounter.HIT).get();

    ((AutoCloseable) folder).close();

    assertThat(readOnly().report().get().count(CacheCounter.HIT)).isEqualTo(2);
  }

  @Nested
  final class Turns extends CompilationTurnsContract {

    @Override
    protected CompilationTurns turns() {
      return store;
    }

    @Override
    protected CompilationTurns readOnly() {
      return FileSystemArtifactStoreTest.this.readOnly();
    }
  }

  @Nested
  final class Maintenance extends CacheMaintenanceContract {

    @Override
    protected ArtifactStore store() {
      return store;
    }

    @Override
    protected CacheMaintenance maintenance() {
      return store;
    }

    @Override
    protected CacheMaintenance readOnly() {
      return FileSystemArtifactStoreTest.this.readOnly();
    }
  }
}
