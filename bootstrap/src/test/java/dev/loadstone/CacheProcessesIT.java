package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.cache.CacheVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many processes with one cache: they begin at once with an empty one, and they are killed.
 *
 * <p>A build does a little of it, {@code -Pthorough} more, {@code -Pendurance} much more.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS, threadMode = ThreadMode.SEPARATE_THREAD)
final class CacheProcessesIT {

  private static final int ROUNDS = Integer.getInteger("loadstone.cache.rounds", 4);
  private static final int KILLS = Integer.getInteger("loadstone.cache.kills", 9);

  /** Between these rounds the same processes go on, which are quicker, and so meet more often. */
  private static final int NEW_PROCESSES_EVERY = 20;

  private static final int AT_ONCE = 8;
  private static final int KILLED_FROM = 4;
  private static final int KILLED_AT_ONCE = 3;
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final int STEPS = 6;
  private static final int MOST_ENTRIES = 6;

  private static String classPath = "";
  private static String archive = "";

  @TempDir private Path folder;

  private final List<CacheProcess> processes = new ArrayList<>();

  /** With an archive of the classes, a process needs two thirds of the time, or less. */
  @BeforeAll
  static void archiveClasses(@TempDir Path copies) throws Exception {
    classPath = JarredClassPath.in(Files.createDirectory(copies.resolve("classes")));
    Path file = copies.resolve("classes.jsa");
    archive = "-XX:ArchiveClassesAtExit=" + file;
    try (CacheProcess trained = process()) {
      assertThat(trained.ask("open", copies.resolve("cache"))).isEqualTo("open");
      assertThat(trained.ask("load", source(copies, "Trained", 1))).isEqualTo("1");
    }
    archive = "-XX:SharedArchiveFile=" + file;
  }

  private static CacheProcess process() throws IOException {
    return CacheProcess.start(
        List.of(),
        Path.of(System.getProperty("java.home")),
        classPath,
        archive,
        "-Xlog:disable"); // Some classes are not for archives, which the JVM would tell.
  }

  @AfterEach
  void end() throws InterruptedException {
    for (CacheProcess each : processes) {
      each.kill();
    }
  }

  private CacheProcess start() throws IOException {
    CacheProcess started = process();
    processes.add(started);
    return started;
  }

  @Test
  void load_eightProcessesAtOnceOnAnEmptyCache_rightValuesAndOneEntryEach() throws Exception {
    Path one = source(folder, "One", 1);
    Path two = source(folder, "Two", 2);
    SortedMap<Long, Integer> roundsByCompilations = new TreeMap<>();

    for (int round = 0; round < ROUNDS; round++) {
      if (round % NEW_PROCESSES_EVERY == 0) {
        replaceAll();
      }
      Path cache = folder.resolve("cache" + round);
      List<String> events = loadAtOnce(cache, one, two);
      roundsByCompilations.merge(
          events.stream().filter("compiled"::equals).count(), 1, Integer::sum);

      assertThat(events).as("round %d", round).noneMatch(event -> event.startsWith("unusable"));
      assertThat(events).as("round %d", round).doesNotContain("healed");
      assertThat(StoredFiles.entries(cache)).as("round %d", round).hasSize(2);
      assertThat(StoredFiles.passing(cache)).as("round %d", round).isEmpty();
    }
    System.out.println(
        "Rounds by how often 8 processes compiled 2 plugins: " + roundsByCompilations);
  }

  private void replaceAll() throws IOException {
    for (CacheProcess each : processes) {
      each.close();
    }
    processes.clear();
    for (int i = 0; i < AT_ONCE; i++) {
      start();
    }
  }

  private List<String> loadAtOnce(Path cache, Path one, Path two) throws IOException {
    for (CacheProcess each : processes) {
      each.tell("open", cache);
      each.tell("load", one, two);
      each.tell("events");
    }
    List<String> events = new ArrayList<>();
    for (CacheProcess each : processes) {
      assertThat(each.answer()).isEqualTo("open");
      assertThat(each.answer()).isEqualTo("1 2");
      events.addAll(Arrays.asList(each.answer().split(", ", -1)));
    }
    return events;
  }

  @Test
  void load_processesAreKilled_othersGoOnAndNothingIsLeft() throws Exception {
    long seed = Long.getLong("loadstone.cache.seed", System.nanoTime());
    System.out.println(
        "To repeat the kills as far as chance allows: -Dloadstone.cache.seed=" + seed);
    Random random = new Random(seed);
    Path cache = folder.resolve("cache");
    for (int i = 0; i < KILLED_FROM; i++) {
      churner(cache);
    }

    try (Loadstone onlooker =
        Loadstone.builder().cache(CacheSettings.at(cache).maxEntries(MOST_ENTRIES)).build()) {
      for (int kills = 0; kills < KILLS; kills += KILLED_AT_ONCE) {
        for (int i = 0; i < KILLED_FROM; i++) {
          processes.get(i).tell("churn", folder.resolve("sources" + i), random.nextLong(), STEPS);
        }
        for (int i = 0; i < KILLED_AT_ONCE; i++) {
          pause(random.nextLong(LONGEST_PAUSE_NANOS));
          processes.remove(random.nextInt(processes.size())).kill();
        }
        assertNothingIsDamaged(onlooker);
        for (CacheProcess survivor : processes) {
          assertThat(survivor.answer()).as("seed %d", seed).isEqualTo(LoadFromCache.WELL);
        }
        for (int i = 0; i < KILLED_AT_ONCE; i++) {
          churner(cache);
        }
      }
      for (CacheProcess each : processes) {
        each.kill();
      }
      assertNothingIsDamaged(onlooker);
    }
    assertNothingIsLeft(cache);
  }

  private void churner(Path cache) throws IOException {
    CacheProcess started = start();
    started.tell("open", cache, "max=" + MOST_ENTRIES);
    assertThat(started.answer()).isEqualTo("open");
  }

  // A random moment has to be waited for.
  private static void pause(long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanos);
  }

  private static void assertNothingIsDamaged(Loadstone onlooker) {
    CacheVerification verified = onlooker.cache().verify().get();
    assertThat(verified.removed()).isEmpty();
  }

  private void assertNothingIsLeft(Path cache) throws Exception {
    try (CacheProcess next = process()) {
      next.tell("open", cache, "max=" + MOST_ENTRIES);
      assertThat(next.answer()).isEqualTo("open");
      assertThat(next.ask("load", source(folder, "Last", 7))).isEqualTo("7");
      assertThat(next.ask("events")).isEqualTo("miss NEVER_SEEN, compiled");
      assertThat(next.ask("verify")).endsWith(" 0 removed");
    }
    assertThat(StoredFiles.passing(cache)).isEmpty();
    assertThat(StoredFiles.entries(cache)).hasSizeBetween(1, MOST_ENTRIES);
  }

  private static Path source(Path folder, String name, int value) {
    return Sources.write(
        folder,
        name + ".java",
        "public class %s implements java.util.function.IntSupplier { public int getAsInt() { return %d; } }"
            .formatted(name, value));
  }
}
