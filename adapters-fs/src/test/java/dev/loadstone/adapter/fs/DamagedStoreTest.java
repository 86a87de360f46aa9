package dev.loadstone.adapter.fs;

import static dev.loadstone.adapter.fs.StoreFixture.ARTIFACT;
import static dev.loadstone.adapter.fs.StoreFixture.FILES;
import static dev.loadstone.adapter.fs.StoreFixture.KEY;
import static dev.loadstone.adapter.fs.StoreFixture.key;
import static dev.loadstone.adapter.fs.StoreFixture.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.Candidates;
import dev.loadstone.domain.cache.Publication;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What else may lie in the folder, and what may become of it while it is in use. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DamagedStoreTest {

  private static final Candidates NONE = new Candidates(List.of(), List.of());

  @TempDir Path temporary;

  private Path folder;
  private FileSystemArtifactStore store;

  @BeforeEach
  void open() {
    folder = temporary.resolve("cache");
    store = StoreFixture.store(folder, 10);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void everyCall_garbageEverywhere_leavesItAlone() throws IOException {
    CacheEntry entry = publish(store, KEY);
    Path inside = StoreFixture.file(entry).getParent();
    String name = StoreFixture.file(entry).getFileName().toString();
    List<Path> garbage = new ArrayList<>();
    for (Path place :
        List.of(
            folder.resolve("plugin.jar"),
            folder.resolve("1/plugin.jar"),
            folder.resolve("1/tmp/notes.tmp"),
            folder.resolve("1/entries/plugin.jar"),
            folder.resolve("1/entries/" + name),
            inside.resolveSibling("plugin.jar"),
            inside.resolveSibling(name),
            inside.resolve("plugin.jar"),
            inside.resolve(name + ".bak"),
            inside.resolve("." + name),
            inside.resolve(name.toUpperCase(Locale.ROOT)),
            inside.resolve("fff" + name.substring(3)),
            inside.resolveSibling("other").resolve(name),
            folder.resolve("1/entries/other/" + inside.getFileName() + "/" + name))) {
      Files.createDirectories(place.getParent());
      garbage.add(Files.writeString(place, "garbage"));
    }

    assertThat(store.find(KEY).get().sameBuild()).containsExactly(entry);
    assertThat(store.entries().get()).containsExactly(entry);
    assertThat(store.report().get().entries()).isEqualTo(1);
    assertThat(store.clear().get()).isEqualTo(1);
    assertThat(garbage).allSatisfy(each -> assertThat(each).hasContent("garbage"));
    assertThat(store.find(KEY).get()).isEqualTo(NONE);
    assertThat(store.nearest(KEY).get()).isEmpty();
  }

  @Test
  void readUseAndDiscard_foreignFile_isStoreFailedAndLeavesItAlone() throws IOException {
    publish(store, KEY);
    Path foreign = Files.writeString(temporary.resolve("foreign.jar"), "foreign");
    FileTime time = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(foreign, time);
    CacheEntry entry = new CacheEntry(foreign.toString());

    Try<Void> discarded = store.discard(entry);

    assertThat(discarded.getCause())
        .isInstanceOf(StoreFailed.class)
        .hasMessage(
            folder
                + ": the cache cannot be used: "
                + foreign
                + " is no entry of it. Remove the cause, or use another folder for the cache, or"
                + " none.");
    assertThat(store.read(entry).getCause()).isInstanceOf(StoreFailed.class);
    assertThat(store.use(entry).isSuccess()).isTrue();
    assertThat(foreign).hasContent("foreign");
    assertThat(Files.getLastModifiedTime(foreign)).isEqualTo(time);
  }

  @Test
  void publish_emptyFolderInThePlaceOfAnEntry_takesItsPlace() throws IOException {
    CacheEntry entry = publish(store, KEY);
    Files.delete(StoreFixture.file(entry));
    Files.createDirectory(StoreFixture.file(entry));

    assertNoEntry(entry);
    assertThat(publish(store, KEY)).isEqualTo(entry);
    assertThat(store.read(entry).get()).contains(ARTIFACT);
  }

  @Test
  void publish_fullFolderInThePlaceOfAnEntry_isStoreFailedAndLeavesIt() throws IOException {
    CacheEntry entry = publish(store, KEY);
    Files.delete(StoreFixture.file(entry));
    Files.createDirectories(StoreFixture.file(entry).resolve("inside"));

    assertNoEntry(entry);
    assertThat(store.discard(entry).isSuccess()).isTrue();
    assertFailed(
        store.publish(KEY, FILES, ARTIFACT),
        "a folder is in the place of the entry " + StoreFixture.file(entry));
    assertThat(StoreFixture.file(entry).resolve("inside")).isDirectory();
    assertThat(folder.resolve("1/tmp")).isEmptyDirectory();
  }

  @Test
  void publish_linkInThePlaceOfAnEntry_replacesTheLink() throws IOException {
    CacheEntry entry = publish(store, KEY);
    Path target = Files.writeString(temporary.resolve("target.jar"), "target");
    Files.delete(StoreFixture.file(entry));
    Files.createSymbolicLink(StoreFixture.file(entry), target);

    assertNoEntry(entry);
    publish(store, KEY);

    assertThat(Files.isSymbolicLink(StoreFixture.file(entry))).isFalse();
    assertThat(store.read(entry).get()).contains(ARTIFACT);
    assertThat(target).hasContent("target");
  }

  @Test
  void discardAndClear_linkInThePlaceOfAnEntry_removeTheLinkAlone() throws IOException {
    CacheEntry entry = publish(store, KEY);
    Path target = Files.writeString(temporary.resolve("target.jar"), "target");
    Files.delete(StoreFixture.file(entry));
    Files.createSymbolicLink(StoreFixture.file(entry), target);

    store.discard(entry).get();

    assertThat(Files.exists(StoreFixture.file(entry), LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(target).hasContent("target");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void everyCall_pipeInThePlaceOfAnEntry_waitsForNobody() throws Exception {
    CacheEntry entry = publish(store, KEY);
    Files.delete(StoreFixture.file(entry));
    assertThat(new ProcessBuilder("mkfifo", StoreFixture.file(entry).toString()).start().waitFor())
        .isZero();

    assertNoEntry(entry);
    assertThat(store.use(entry).isSuccess()).isTrue();
    assertThat(publish(store, KEY)).isEqualTo(entry);
    assertThat(store.read(entry).get()).contains(ARTIFACT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyCall_linkInThePlaceOfAFolder_isNotFollowed(int above) throws IOException {
    CacheEntry entry = publish(store, KEY);
    Path linked = StoreFixture.file(entry);
    for (int i = 0; i < above; i++) {
      linked = linked.getParent();
    }
    Path moved = Files.move(linked, temporary.resolve("moved"));
    Files.createSymbolicLink(linked, moved);
    List<String> before = StoreFixture.files(moved);

    assertThat(store.find(KEY).get()).isEqualTo(NONE);
    assertThat(store.nearest(KEY).get()).isEmpty();
    assertThat(store.read(entry).get()).isEmpty();
    assertThat(store.entries().get()).isEmpty();
    assertThat(store.discard(entry).isSuccess()).isTrue();
    assertThat(store.clear().get()).isZero();
    assertThat(store.publish(KEY, FILES, ARTIFACT).getCause()).isInstanceOf(StoreFailed.class);
    assertThat(StoreFixture.files(moved)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyCall_fileInThePlaceOfAFolder_findsNothing(int above) throws IOException {
    CacheEntry entry = publish(store, KEY);
    Path replaced = StoreFixture.file(entry);
    for (int i = 0; i < above; i++) {
      replaced = replaced.getParent();
    }
    Files.move(replaced, temporary.resolve("moved"));
    Files.writeString(replaced, "a file");

    assertThat(store.find(KEY).get()).isEqualTo(NONE);
    assertThat(store.nearest(KEY).get()).isEmpty();
    assertThat(store.read(entry).get()).isEmpty();
    assertThat(store.entries().get()).isEmpty();
    assertThat(store.discard(entry).isSuccess()).isTrue();
    assertThat(store.publish(KEY, FILES, ARTIFACT).getCause()).isInstanceOf(StoreFailed.class);
    assertThat(replaced).hasContent("a file");
  }

  @Test
  void everyCall_fileInThePlaceOfTheCache_isStoreFailed() throws IOException {
    CacheEntry entry = publish(store, KEY);
    Files.move(folder, temporary.resolve("moved"));
    Files.writeString(folder, "a file");

    assertThat(store.find(KEY).getCause()).isInstanceOf(StoreFailed.class);
    assertThat(store.nearest(KEY).getCause()).isInstanceOf(StoreFailed.class);
    assertThat(store.read(entry).getCause()).isInstanceOf(StoreFailed.class);
    assertThat(store.discard(entry).getCause()).isInstanceOf(StoreFailed.class);
    assertThat(store.entries().getCause()).isInstanceOf(StoreFailed.class);
    assertThat(store.report().getCause()).isInstanceOf(StoreFailed.class);
    assertThat(store.clear().getCause()).isInstanceOf(StoreFailed.class);
    assertThat(store.publish(KEY, FILES, ARTIFACT).getCause()).isInstanceOf(StoreFailed.class);
    assertThat(store.use(entry).isSuccess()).isTrue();
    assertThat(store.count(CacheCounter.HIT).isSuccess()).isTrue();
    assertThat(folder).hasContent("a file");
  }

  @Test
  void everyCall_folderRemovedWhileInUse_findsNothingAndBeginsAnew() throws IOException {
    CacheEntry entry = publish(store, KEY);
    Files.move(folder, temporary.resolve("moved"));

    assertThat(store.find(KEY).get()).isEqualTo(NONE);
    assertThat(store.nearest(KEY).get()).isEmpty();
    assertThat(store.read(entry).get()).isEmpty();
    assertThat(store.use(entry).isSuccess()).isTrue();
    assertThat(store.count(CacheCounter.HIT).isSuccess()).isTrue();
    assertThat(store.discard(entry).isSuccess()).isTrue();
    assertThat(store.entries().get()).isEmpty();
    assertThat(store.report().get().entries()).isZero();
    assertThat(store.clear().get()).isZero();
    assertThat(folder).doesNotExist();
    assertThat(publish(store, KEY)).isEqualTo(entry);
    assertThat(store.read(entry).get()).contains(ARTIFACT);
  }

  @Test
  void read_withoutPermission_isStoreFailedInWords() throws IOException {
    CacheEntry entry = publish(store, KEY);
    Permissions.denyReading(StoreFixture.file(entry));

    assertFailed(
        store.read(entry),
        "an entry cannot be read: this process has no permission for " + StoreFixture.file(entry));
    assertThat(store.discard(entry).isSuccess()).isTrue();
    assertThat(store.find(KEY).get()).isEqualTo(NONE);
  }

  @Test
  void entries_folderWithoutPermission_isStoreFailedAndPublishingGoesOn() throws IOException {
    CacheEntry entry = publish(store, KEY);
    Path versions = StoreFixture.file(entry).getParent().getParent();
    Permissions.denyReading(versions);

    assertFailed(
        store.entries(),
        "its entries cannot be listed: this process has no permission for " + versions);
    assertThat(store.publish(key("Tax", "1"), FILES, ARTIFACT).isSuccess()).isTrue();
  }

  @Test
  void publish_deadTemporaries_removesThem() throws IOException {
    publish(store, KEY);
    Path beside = folder.resolve("1/tmp");
    for (int i = 1; i < 4; i++) {
      AbandonedTemporary.in(beside, TemporaryNames.of(i, Instant.EPOCH).next());
    }
    Path own = AbandonedTemporary.in(beside, TemporaryNames.ofThisProcess().next());

    publish(store, key("Tax", "1"));

    assertThat(StoreFixture.files(beside))
        .containsExactly(own.getFileName() + "/" + own.getFileName());
  }

  @Test
  void publish_thousandsOfDeadTemporaries_removesSomeEachTime() throws IOException {
    publish(store, KEY);
    Path beside = folder.resolve("1/tmp");
    for (int i = 1; i <= 600; i++) {
      AbandonedTemporary.in(beside, TemporaryNames.of(i, Instant.EPOCH).next());
    }

    publish(store, key("Tax", "1"));
    int afterOne = StoreFixture.files(beside).size();
    publish(store, key("Tax", "2"));
    publish(store, key("Tax", "3"));

    assertThat(afterOne).isEqualTo(600 - 256);
    assertThat(beside).isEmptyDirectory();
  }

  @Test
  void find_manyEntriesOfOneKey_givesThoseUsedLast() throws IOException {
    FileSystemArtifactStore large = StoreFixture.store(folder, 100);
    List<CacheEntry> lastUsedFirst = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      CacheEntry entry = large.publish(KEY, FILES, Bytes.ofUtf8("artifact " + i)).get().entry();
      Files.setLastModifiedTime(
          StoreFixture.file(entry), FileTime.fromMillis(1_000_000_000_000L + i));
      lastUsedFirst.add(0, entry);
    }

    assertThat(large.find(KEY).get().sameBuild()).isEqualTo(lastUsedFirst.subList(0, 16));
  }

  @Test
  void read_fileTooLargeToBeAnEntry_isEmptyAndNotRead() throws IOException {
    CacheEntry entry = publish(store, KEY);
    try (RandomAccessFile sparse = new RandomAccessFile(StoreFixture.file(entry).toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }

    assertThat(store.read(entry).get()).contains(Bytes.of(new byte[0]));
    store.discard(entry).get();
    assertThat(publish(store, KEY)).isEqualTo(entry);
    assertThat(store.read(entry).get()).contains(ARTIFACT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "1901-12-14T00:00:00Z", "2100-01-01T00:00:00Z"})
  void publish_entryOfAWrongClock_givesWayFirst(Instant time) throws IOException {
    FileSystemArtifactStore small = StoreFixture.store(folder, 3);
    publish(small, key("A", "1"));
    CacheEntry wrong = publish(small, key("B", "2"));
    publish(small, key("C", "3"));
    Files.setLastModifiedTime(StoreFixture.file(wrong), FileTime.from(time));
    assumeTrue(
        Files.getLastModifiedTime(StoreFixture.file(wrong)).toInstant().equals(time),
        "this file system has no such times");

    Publication publication = small.publish(KEY, FILES, ARTIFACT).get();

    assertThat(publication.evicted()).containsExactly(wrong);
  }

  @Test
  void publish_processWhoseClockIsWrong_keepsToTheLimitAndKeepsWhatIsStored() {
    List<CacheEntry> kept = new ArrayList<>();
    for (String now : List.of("1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z")) {
      FileSystemArtifactStore wrong =
          FileSystemArtifactStore.of(
              StoreFixture.settings(folder, 2, 1_000, CacheAccess.READ_WRITE),
              () -> Instant.parse(now),
              System::nanoTime);
      for (int i = 0; i < 5; i++) {
        kept.add(publish(wrong, key("Plugin" + i, now + i)));
        assertThat(wrong.read(kept.get(kept.size() - 1)).get()).contains(ARTIFACT);
      }
      assertThat(wrong.entries().get()).hasSize(2);
    }
  }

  @Test
  void publish_nothingCanBeRemoved_isStoredAndFails() throws IOException {
    FileSystemArtifactStore one = StoreFixture.store(folder, 1);
    CacheEntry stuck = publish(one, KEY);
    Permissions.denyWriting(StoreFixture.file(stuck).getParent());

    Try<Publication> published = one.publish(key("Tax", "1"), FILES, ARTIFACT);

    assertFailed(
        published,
        "more is in it than may be, as an entry cannot be removed: this process has no permission"
            + " for "
            + StoreFixture.file(stuck));
    assertThat(one.find(key("Tax", "1")).get().sameBuild()).hasSize(1);
  }

  @Test
  void clear_entryThatCannotBeRemoved_removesTheOthersAndFails() throws IOException {
    CacheEntry stuck = publish(store, KEY);
    for (int i = 0; i < 5; i++) {
      publish(store, key("Plugin" + i, "request" + i));
    }
    Permissions.denyWriting(StoreFixture.file(stuck).getParent());

    Try<Integer> cleared = store.clear();

    assertFailed(
        cleared,
        "an entry cannot be removed: this process has no permission for "
            + StoreFixture.file(stuck));
    assertThat(store.entries().get()).containsExactly(stuck);
  }

  @Test
  void publish_tooLarge_tellsBothSizes() {
    FileSystemArtifactStore small =
        FileSystemArtifactStore.of(StoreFixture.settings(folder, 4, 1_000, CacheAccess.READ_WRITE));

    assertFailed(
        small.publish(KEY, FILES, Bytes.of(new byte[1_234])),
        "the artifact has 1234 bytes, and the cache may have 1000 at most");
    assertThat(folder).doesNotExist();
  }

  @Test
  void publish_interruptedThread_storesAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    CacheEntry entry = publish(store, KEY);
    Try<Option<Bytes>> read = store.read(entry);
    store.count(CacheCounter.EVICTED);
    long evicted = store.report().get().count(CacheCounter.EVICTED);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(read.get()).contains(ARTIFACT);
    assertThat(evicted).isEqualTo(1);
  }

  @Test
  void publish_fullDisk_isStoreFailedAndLeavesNothing() throws Exception {
    Path mounted = Files.createDirectory(temporary.resolve("mounted"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", mounted.toString()));
    try {
      FileSystemArtifactStore full =
          StoreFixture.store(Files.createDirectory(mounted.resolve("cache")), 10);
      CacheEntry entry = publish(full, KEY);

      Try<Publication> published =
          full.publish(key("Large", "1"), FILES, Bytes.of(new byte[1 << 20]));

      assertFailed(published, "an entry cannot be written: no space left on device");
      assertThat(mounted.resolve("cache/1/tmp")).isEmptyDirectory();
      assertThat(full.entries().get()).containsExactly(entry);
      assertThat(full.read(entry).get()).contains(ARTIFACT);
      Files.write(mounted.resolve("filler"), new byte[100_000]);
      assertThat(full.count(CacheCounter.HIT).isSuccess()).isTrue();
    } finally {
      assertThat(run("umount", mounted.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // There is no such command.
    }
  }

  private void assertNoEntry(CacheEntry entry) {
    assertThat(store.read(entry).get()).isEmpty();
    assertThat(store.nearest(KEY).get()).isEmpty();
    assertThat(store.entries().get()).isEmpty();
    assertThat(store.report().get().bytes()).isZero();
  }

  private static void assertFailed(Try<?> outcome, String reason) {
    assertThat(outcome.getCause())
        .isInstanceOfSatisfying(
            StoreFailed.class, error -> assertThat(error.reason()).isEqualTo(reason));
  }
}
