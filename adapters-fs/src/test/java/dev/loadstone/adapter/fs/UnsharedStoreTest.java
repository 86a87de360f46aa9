package dev.loadstone.adapter.fs;

import static dev.loadstone.adapter.fs.StoreFixture.ARTIFACT;
import static dev.loadstone.adapter.fs.StoreFixture.FILES;
import static dev.loadstone.adapter.fs.StoreFixture.KEY;
import static dev.loadstone.adapter.fs.StoreFixture.publish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings;
import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings.Sharing;
import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was shared once is not believed when the cache is its owner's alone. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class UnsharedStoreTest {

  private static final int ANOTHER = 12345;

  @TempDir Path temporary;

  private Path folder;
  private CacheEntry entry;

  @BeforeEach
  void fill() {
    folder = temporary.resolve("cache");
    entry = publish(store(CacheAccess.READ_WRITE), KEY);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyCall_folderThatOthersCanWriteTo_isRefused(int above) throws IOException {
    Path open = above(above);
    setMode(open, "rwxrwxrwx");

    for (CacheAccess access : CacheAccess.values()) {
      FileSystemArtifactStore store = store(access);
      for (Try<?> call :
          List.of(store.find(KEY), store.nearest(KEY), store.read(entry), store.entries())) {
        assertFailed(
            call,
            "the folder "
                + open
                + " can be written to by others (mode 0777), who could put code there that this process"
                + " would run: remove that permission (chmod -R go-w "
                + folder
                + "), or allow a shared folder");
      }
    }
    assertThat(store(CacheAccess.READ_WRITE).publish(KEY, FILES, ARTIFACT).getCause())
        .isInstanceOf(StoreFailed.class);
    assertThat(shared().read(entry).get()).contains(ARTIFACT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyCall_folderOfAnotherUser_isRefused(int above) throws IOException {
    OtherUser.assumeRoot(temporary);
    OtherUser.give(above(above), ANOTHER, ANOTHER, 0755);

    for (CacheAccess access : CacheAccess.values()) {
      FileSystemArtifactStore store = store(access);
      for (Try<?> call :
          List.of(store.find(KEY), store.nearest(KEY), store.read(entry), store.entries())) {
        assertThat(call.getCause())
            .isInstanceOf(StoreFailed.class)
            .hasMessageContaining(above(above) + " belongs to another user (uid 12345)");
      }
    }
    assertThat(shared().read(entry).get()).contains(ARTIFACT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-rw-r--", "rw-r--rw-"})
  void read_entryThatOthersCanWriteTo_isRefusedAndReplaced(String mode) throws IOException {
    Files.writeString(StoreFixture.file(entry), "evil");
    setMode(StoreFixture.file(entry), mode);
    FileSystemArtifactStore store = store(CacheAccess.READ_WRITE);

    for (CacheAccess access : CacheAccess.values()) {
      assertThat(store(access).read(entry).getCause())
          .isInstanceOf(StoreFailed.class)
          .hasMessageContaining(
              "the entry " + StoreFixture.file(entry) + " can be written to by others");
    }
    assertThat(publish(store, KEY)).isEqualTo(entry);
    assertThat(store.read(entry).get()).contains(ARTIFACT);
  }

  @Test
  void read_entryOfAnotherUser_isRefusedAndReplaced() throws IOException {
    OtherUser.assumeRoot(temporary);
    OtherUser.give(StoreFixture.file(entry), ANOTHER, ANOTHER, 0644);
    FileSystemArtifactStore store = store(CacheAccess.READ_WRITE);

    for (CacheAccess access : CacheAccess.values()) {
      assertThat(store(access).read(entry).getCause())
          .isInstanceOf(StoreFailed.class)
          .hasMessageContaining(
              "the entry " + StoreFixture.file(entry) + " belongs to another user");
    }
    assertThat(shared().read(entry).get()).contains(ARTIFACT);
    publish(store, KEY);
    assertThat(store.read(entry).get()).contains(ARTIFACT);
  }

  @ParameterizedTest
  @EnumSource(CacheAccess.class)
  void read_plantedBesideAnEntry_isRefused(CacheAccess access) throws IOException {
    CacheEntry planted =
        store(CacheAccess.READ_WRITE).publish(KEY, FILES, Bytes.ofUtf8("evil")).get().entry();
    setMode(StoreFixture.file(planted), "rw-rw-rw-");

    List<CacheEntry> found = store(access).find(KEY).get().sameBuild();

    assertThat(found).containsExactlyInAnyOrder(entry, planted);
    assertThat(store(access).read(planted).getCause()).isInstanceOf(StoreFailed.class);
    assertThat(store(access).read(entry).get()).contains(ARTIFACT);
  }

  private Path above(int levels) {
    List<Path> above = new ArrayList<>(List.of(StoreFixture.file(entry)));
    for (int i = 0; i < levels; i++) {
      above.add(above.get(i).getParent());
    }
    return above.get(levels);
  }

  private FileSystemArtifactStore store(CacheAccess access) {
    return FileSystemArtifactStore.of(StoreFixture.settings(folder, access));
  }

  private FileSystemArtifactStore shared() {
    return FileSystemArtifactStore.of(
        new StoreSettings(folder, 4, 1_000, CacheAccess.READ_WRITE, Sharing.SHARED));
  }

  private static void assertFailed(Try<?> outcome, String reason) {
    assertThat(outcome.getCause())
        .isInstanceOfSatisfying(
            StoreFailed.class, error -> assertThat(error.reason()).isEqualTo(reason));
  }

  private static void setMode(Path file, String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
