package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Locks whose holders do nothing any more, or never had to do with the cache. */
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
final class CacheLocksIT {

  /** Far more than a compilation takes, and far less than for ever. */
  private static final Duration BOUND = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private Path cache() {
    return folder.resolve("cache");
  }

  private Path source(String name, int value) {
    return source(name, value, "");
  }

  private Path source(String name, int value, String more) {
    return Sources.write(
        folder,
        name + ".java",
        "public class %s implements java.util.function.IntSupplier { public int getAsInt() { return %d; } %s }"
            .formatted(name, value, more));
  }

  private void assertLoadsInTime(Path file, int value) {
    long start = System.nanoTime();
    try (Loadstone loadstone = Loadstone.builder().cache(CacheSettings.at(cache())).build()) {
      IntSupplier plugin = loadstone.loader(IntSupplier.class).load(List.of(file)).get();
      assertThat(plugin.getAsInt()).isEqualTo(value);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
  }

  @Test
  void load_processIsStoppedWhileItCompiles_isNotWaitedForLong() throws Exception {
    assumeThat(Path.of("/bin/kill")).isExecutable();
    String methods =
        IntStream.range(0, 4000)
            .mapToObj(i -> "int m%d(int i) { return i * %d; }".formatted(i, i))
            .collect(Collectors.joining());
    Path file = source("Long", 1, methods);

    try (CacheProcess holder = CacheProcess.start()) {
      assertThat(holder.ask("open", cache())).isEqualTo("open");
      holder.tell("load", file);
      awaitLock();
      signal("STOP", holder);
      try {
        assertThat(locks()).isNotEmpty();
        assertLoadsInTime(file, 1);
      } finally {
        signal("CONT", holder);
      }
      assertThat(holder.answer()).isEqualTo("1");
    }

    assertThat(StoredFiles.entries(cache())).hasSize(1);
    assertThat(StoredFiles.passing(cache())).isEmpty();
  }

  private void awaitLock() throws IOException {
    while (locks().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private List<Path> locks() throws IOException {
    return Files.isDirectory(cache())
        ? StoredFiles.passing(cache()).stream()
            .filter(file -> file.toString().endsWith(".lock"))
            .toList()
        : List.of();
  }

  private static void signal(String signal, CacheProcess process) throws Exception {
    Process kill = new ProcessBuilder("/bin/kill", "-" + signal, "" + process.pid()).start();
    assertThat(kill.waitFor()).isZero();
  }

  @Test
  void load_foreignProcessHasLockedTheFile_isNotWaitedForLong() throws Exception {
    Path file = source("One", 1);
    Path lock = lockOf(file);

    try (CacheProcess foreign = CacheProcess.start()) {
      assertThat(foreign.ask("lock", lock)).isEqualTo("locked");
      assertLoadsInTime(file, 1);
    }

    assertThat(StoredFiles.entries(cache())).hasSize(1);
    assertLoadsInTime(source("Next", 2), 2);
    assertThat(StoredFiles.passing(cache())).isEmpty();
  }

  @Test
  void load_flockHasLockedTheFile_isNotWaitedForLong() throws Exception {
    assumeThat(Path.of("/usr/bin/flock")).isExecutable();
    Path file = source("One", 1);
    Path lock = lockOf(file);
    // It ends with its input, and so with this process.
    Process flock = new ProcessBuilder("flock", "-x", lock.toString(), "cat").start();
    try {
      while (!Files.exists(lock)) {
        Thread.onSpinWait();
      }
      assertLoadsInTime(file, 1);
    } finally {
      flock.getOutputStream().close();
      flock.waitFor();
    }

    assertThat(StoredFiles.entries(cache())).hasSize(1);
    assertLoadsInTime(source("Next", 2), 2);
    assertThat(StoredFiles.passing(cache())).isEmpty();
  }

  /** Loads a plugin to see which lock is its own, and forgets it. */
  private Path lockOf(Path file) throws IOException {
    assertLoadsInTime(file, 1);
    Path entry = StoredFiles.entries(cache()).get(0);
    Files.delete(entry);
    String requestAndBuild = entry.getFileName().toString().substring(0, 65);
    return cache().resolve("1/locks").resolve(requestAndBuild + ".lock");
  }
}
