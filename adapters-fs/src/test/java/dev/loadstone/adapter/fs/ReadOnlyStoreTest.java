package dev.loadstone.adapter.fs;

import static dev.loadstone.adapter.fs.StoreFixture.ARTIFACT;
import static dev.loadstone.adapter.fs.StoreFixture.FILES;
import static dev.loadstone.adapter.fs.StoreFixture.KEY;
import static dev.loadstone.adapter.fs.StoreFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    AbandonedTemporary.in(folder.resolve("1/tmp"), TemporaryNames.of(1, Instant.EPOCH).next());
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
    CacheEntry entry = new CacheEntry(folder.resolve("entry.jar").toString());

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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyCall_linkInThePlaceOfAFolder_isStoreFailed(int above) throws IOException {
    CacheEntry entry = fill();
    Path replaced = above(entry, above);
    Files.createSymbolicLink(replaced, Files.move(replaced, temporary.resolve("moved")));

    assertNothingIsFound(entry, "the folder " + replaced + " is a symbolic link");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyCall_fileInThePlaceOfAFolder_isStoreFailed(int above) throws IOException {
    CacheEntry entry = fill();
    Path replaced = above(entry, above);
    Files.move(replaced, temporary.resolve("moved"));
    Files.writeString(replaced, "a file");

    assertNothingIsFound(entry, "the folder " + replaced + " is a file, not a folder");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void read_folderThatCannotBeSearched_isStoreFailed(int above) throws IOException {
    CacheEntry entry = fill();
    Permissions.denyReading(above(entry, above));

    try (FileSystemArtifactStore store = readOnly()) {
      assertThat(store.find(KEY).getCause())
          .isInstanceOf(StoreFailed.class)
          .hasMessageContaining("this process has no permission for ");
      assertThat(store.read(entry).getCause())
          .isInstanceOf(StoreFailed.class)
          .hasMessageContaining("this process has no permission for ");
    }
  }

  @Test
  void read_folderInThePlaceOfAnEntry_isStoreFailed() throws IOException {
    CacheEntry entry = fill();
    Files.delete(StoreFixture.file(entry));
    Files.createDirectory(StoreFixture.file(entry));

    try (FileSystemArtifactStore store = readOnly()) {
      assertFailed(
          store.read(entry),
          "the entry " + StoreFixture.file(entry) + " is no regular file: remove it");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void read_removed_isNone(int above) throws IOException {
    CacheEntry entry = fill();
    Files.move(above(entry, above), temporary.resolve("moved"));

    try (FileSystemArtifactStore store = readOnly()) {
      assertThat(store.find(KEY).get().sameBuild()).isEmpty();
      assertThat(store.read(entry).get()).isEmpty();
    }
  }

  private CacheEntry fill() {
    try (FileSystemArtifactStore writing = StoreFixture.store(folder, 4)) {
      return StoreFixture.publish(writing, KEY);
    }
  }

  private static Path above(CacheEntry entry, int levels) {
    Path above = StoreFixture.file(entry);
    for (int i = 0; i < levels; i++) {
      above = above.getParent();
    }
    return above;
  }

  private void assertNothingIsFound(CacheEntry entry, String reason) {
    try (FileSystemArtifactStore store = readOnly()) {
      for (Try<?> call :
          List.of(store.find(KEY), store.nearest(KEY), store.read(entry), store.entries())) {
        assertThat(call.getCause()).isInstanceOf(StoreFailed.class).hasMessageContaining(reason);
      }
    }
  }

  private FileSystemArtifactStore readOnly() {
    return FileSystemArtifactStore.of(StoreFixture.settings(folder, CacheAccess.READ_ONLY));
  }

  private static void assertFailed(Try<?> outcome, String reason) {
    assertThat(outcome.getCause())
        .isInstanceOfSatisfying(
            StoreFailed.class, error -> assertThat(error.reason()).isEqualTo(reason));
  }
}
