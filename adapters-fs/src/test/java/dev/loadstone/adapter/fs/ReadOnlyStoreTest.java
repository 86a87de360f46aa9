package dev.loadstone.adapter.fs;

import static dev.loadstone.adapter.fs.StoreFixture.ARTIFACT;
import static dev.loadstone.adapter.fs.StoreFixture.FILES;
import static dev.loadstone.adapter.fs.StoreFixture.KEY;
import static dev.loadstone.adapter.fs.StoreFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.StoreSettings.Access;
import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that may only be read writes nothing, whatever is asked. */
final class ReadOnlyStoreTest {

  @TempDir Path temporary;

  private Path folder;

  @BeforeEach
  void choose() {
    folder = temporary.resolve("cache");
  }

  @Test
  void everyCall_filledStore_changesNothing() throws IOException {
    CacheEntry entry;
    try (FileSystemArtifactStore writing = StoreFixture.store(folder, 4)) {
      entry = StoreFixture.publish(writing, KEY);
      StoreFixture.publish(writing, key("Pricing", "older"));
      writing.count(CacheCounter.HIT).get();
    }
    Path dead = folder.resolve("1/tmp").resolve(TemporaryNames.of(1, Instant.EPOCH).next());
    Files.writeString(dead, "half an ent");
    Files.writeString(folder.resolve("1/counts"), "HIT 1\n".repeat(20_000));
    SortedMap<String, Map<String, Object>> before = StoreFixture.tree(folder);

    try (FileSystemArtifactStore store = readOnly()) {
      assertThat(store.find(KEY).get().sameBuild()).containsExactly(entry);
      assertThat(store.nearest(key("Pricing", "newer")).get()).isNotEmpty();
      assertThat(store.read(entry).get()).contains(ARTIFACT);
      assertThat(store.use(entry).isSuccess()).isTrue();
      assertThat(store.count(CacheCounter.HIT).isSuccess()).isTrue();
      assertThat(store.count(CacheCounter.HEALED).isSuccess()).isTrue();
      store.turn(KEY).get().close();
      assertThat(store.entries().get()).hasSize(2);
      assertThat(store.report().get().counts()).isEqualTo(Map.of(CacheCounter.HIT, 20_000L));
      assertFailed(store.publish(KEY, FILES, ARTIFACT), "is only to be read");
      assertFailed(store.discard(entry), "is only to be read");
      assertFailed(store.clear(), "is only to be read");
    }

    assertThat(StoreFixture.tree(folder)).isEqualTo(before);
  }

  @Test
  void everyCall_missingFolder_isStoreFailedAndMakesNothing() throws IOException {
    CacheEntry entry = new CacheEntry(folder.resolve("entry.jar"));

    try (FileSystemArtifactStore store = readOnly()) {
      assertFailed(store.find(KEY), "does not exist, and is only to be read");
      assertFailed(store.nearest(KEY), "does not exist, and is only to be read");
      assertFailed(store.read(entry), "does not exist, and is only to be read");
      assertFailed(store.entries(), "does not exist, and is only to be read");
      assertFailed(store.report(), "does not exist, and is only to be read");
      assertFailed(store.publish(KEY, FILES, ARTIFACT), "is only to be read");
      assertThat(store.use(entry).isSuccess()).isTrue();
      assertThat(store.count(CacheCounter.HIT).isSuccess()).isTrue();
      store.turn(KEY).get().close();
    }

    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void find_folderThatHoldsNoCache_isStoreFailedAndChangesNothing() throws IOException {
    Files.createDirectory(folder);
    SortedMap<String, Map<String, Object>> before = StoreFixture.tree(folder);

    try (FileSystemArtifactStore store = readOnly()) {
      assertFailed(store.find(KEY), "holds no cache, and is only to be read");
    }

    assertThat(StoreFixture.tree(folder)).isEqualTo(before);
  }

  private FileSystemArtifactStore readOnly() {
    return FileSystemArtifactStore.of(StoreFixture.settings(folder, Access.READ_ONLY));
  }

  private static void assertFailed(Try<?> outcome, String reason) {
    assertThat(outcome.getCause())
        .isInstanceOfSatisfying(
            StoreFailed.class, error -> assertThat(error.reason()).isEqualTo(reason));
  }
}
