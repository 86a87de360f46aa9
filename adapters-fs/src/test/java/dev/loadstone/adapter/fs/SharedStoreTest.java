package dev.loadstone.adapter.fs;

import static dev.loadstone.adapter.fs.StoreFixture.FILES;
import static dev.loadstone.adapter.fs.StoreFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.Publication;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many threads and several stores in one folder. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SharedStoreTest {

  private static final int SIZE = 3_000;

  @TempDir Path temporary;

  private Path folder;

  @BeforeEach
  void choose() {
    folder = temporary.resolve("cache");
  }

  @Test
  void publishAndRead_twoStoresAndManyThreads_everyReadIsWhole() throws Exception {
    try (FileSystemArtifactStore one = StoreFixture.store(folder, 5);
        FileSystemArtifactStore other = StoreFixture.store(folder, 5)) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        FileSystemArtifactStore store = i % 2 == 0 ? one : other;
        Random random = new Random(i);
        tasks.add(() -> useOften(store, random));
      }

      runAll(tasks);

      StoreFixture.publish(one, key("Last", "1"));
      assertThat(one.entries().get()).hasSizeLessThanOrEqualTo(5);
      assertThat(folder.resolve("1/tmp")).isEmptyDirectory();
      assertThat(one.clear().get()).isPositive();
      assertThat(folder.resolve("1/entries")).isEmptyDirectory();
    }
  }

  /** Evicting, discarding and publishing make and remove the same few folders all the time. */
  private static int useOften(FileSystemArtifactStore store, Random random) {
    int read = 0;
    for (int i = 0; i < 25; i++) {
      int plugin = random.nextInt(3);
      CacheKey key = key("Plugin" + plugin, "request" + random.nextInt(4));
      CacheEntry entry = store.publish(key, FILES, artifact(plugin)).get().entry();
      for (CacheEntry each : store.find(key).get().sameBuild()) {
        Option<Bytes> content = store.read(each).get();
        assertThat(content.getOrElse(artifact(plugin))).isEqualTo(artifact(plugin));
        read += content.isDefined() ? 1 : 0;
        store.use(each).get();
      }
      store.nearest(key).get();
      if (random.nextInt(3) == 0) {
        store.discard(entry).get();
      }
      store.count(CacheCounter.HEALED).get();
    }
    return read;
  }

  @Test
  void publish_folderRemovedAgainAndAgain_storesOrTellsWhyNot() throws Exception {
    AtomicInteger running = new AtomicInteger(3);
    try (FileSystemArtifactStore store = StoreFixture.store(folder, 5)) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        String name = "Plugin" + i;
        tasks.add(
            () -> {
              try {
                return publishOften(store, name);
              } finally {
                running.decrementAndGet();
              }
            });
      }
      tasks.add(
          () -> {
            int removed = 0;
            while (running.get() > 0) {
              removeTree(folder);
              removed++;
            }
            return removed;
          });

      runAll(tasks);

      CacheEntry entry = StoreFixture.publish(store, key("Last", "1"));
      assertThat(store.read(entry).get()).contains(StoreFixture.ARTIFACT);
    }
  }

  private static int publishOften(FileSystemArtifactStore store, String name) {
    int stored = 0;
    for (int i = 0; i < 20; i++) {
      Try<Publication> published = store.publish(key(name, "request" + i), FILES, artifact(1));
      if (published.isFailure()) {
        assertThat(published.getCause()).isInstanceOf(StoreFailed.class);
      } else {
        stored++;
      }
      store.find(key(name, "request" + i));
      store.count(CacheCounter.HIT).get();
      store.report();
    }
    return stored;
  }

  @Test
  void publish_sameKeyByManyThreads_makesOneEntry() throws Exception {
    CacheKey key = key("Pricing", "request");
    try (FileSystemArtifactStore store = StoreFixture.store(folder, 5)) {
      List<Callable<CacheEntry>> tasks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        tasks.add(() -> store.publish(key, FILES, artifact(1)).get().entry());
      }

      List<CacheEntry> entries = runAll(tasks);

      assertThat(entries).hasSize(8).containsOnly(entries.get(0));
      assertThat(store.entries().get()).containsExactly(entries.get(0));
    }
  }

  @Test
  void publish_manyThreadsAboveTheLimit_tellsEachEvictionOnce() throws Exception {
    try (FileSystemArtifactStore one = StoreFixture.store(folder, 4);
        FileSystemArtifactStore other = StoreFixture.store(folder, 4)) {
      List<Callable<List<CacheEntry>>> tasks = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        CacheKey key = key("Plugin" + i, "request" + i);
        FileSystemArtifactStore store = i % 2 == 0 ? one : other;
        tasks.add(() -> store.publish(key, FILES, artifact(1)).get().evicted());
      }

      List<CacheEntry> evicted = runAll(tasks).stream().flatMap(List::stream).toList();

      assertThat(evicted).doesNotHaveDuplicates();
      assertThat(evicted).doesNotContainAnyElementsOf(one.entries().get());
      assertThat(evicted.size() + one.entries().get().size()).isEqualTo(40);
      assertThat(one.entries().get()).hasSizeLessThanOrEqualTo(4);
    }
  }

  @Test
  void publish_oneAfterTheOther_staysExactlyAtTheLimit() {
    try (FileSystemArtifactStore one = StoreFixture.store(folder, 10);
        FileSystemArtifactStore other = StoreFixture.store(folder, 10)) {
      for (int i = 0; i < 30; i++) {
        CacheEntry entry =
            StoreFixture.publish(i % 2 == 0 ? one : other, key("Plugin" + i, "request" + i));

        assertThat(one.entries().get()).hasSize(Math.min(i + 1, 10)).contains(entry);
      }
    }
  }

  @Test
  void use_betweenStores_decidesWhoGivesWay() {
    try (FileSystemArtifactStore one = StoreFixture.store(folder, 3);
        FileSystemArtifactStore other = StoreFixture.store(folder, 3)) {
      CacheEntry first = StoreFixture.publish(one, key("A", "1"));
      CacheEntry second = StoreFixture.publish(one, key("B", "2"));
      StoreFixture.publish(one, key("C", "3"));
      other.use(first).get();

      List<CacheEntry> evicted = one.publish(key("D", "4"), FILES, artifact(1)).get().evicted();

      assertThat(evicted).containsExactly(second);
    }
  }

  private static Bytes artifact(int plugin) {
    return Bytes.ofUtf8(String.valueOf((char) ('a' + plugin)).repeat(SIZE));
  }

  private static <T> List<T> runAll(List<Callable<T>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(tasks)) {
        results.add(each.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void removeTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      return; // It changes meanwhile; the next time will do.
    }
    for (Path each : all) {
      try {
        Files.deleteIfExists(each);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }
}
