package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clocks that are wrong: they may cost a compilation, and never a right value or a limit.
 *
 * <p>A process whose clock is faked needs twenty times the time, and {@code faketime} on the
 * machine.
 */
@Timeout(value = 900, threadMode = ThreadMode.SEPARATE_THREAD)
final class CacheClocksIT {

  private static final String LONG_AGO = "1971-01-01 00:00:00";
  private static final String FAR_AHEAD = "2100-01-01 00:00:00";
  private static final int MOST_ENTRIES = 3;

  @TempDir private Path folder;

  private Path source(int number) {
    return Sources.write(
        folder,
        "P" + number + ".java",
        "public class P%1$d implements java.util.function.IntSupplier { public int getAsInt() { return %1$d; } }"
            .formatted(number));
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  private void assertLoads(CacheProcess process, int number, String events) throws IOException {
    assertThat(process.ask("load", source(number))).isEqualTo("" + number);
    assertThat(process.ask("events")).isEqualTo(events);
    assertThat(StoredFiles.entries(cache())).hasSizeLessThanOrEqualTo(MOST_ENTRIES);
  }

  private void open(CacheProcess process) throws IOException {
    assertThat(process.ask("open", cache(), "max=" + MOST_ENTRIES)).isEqualTo("open");
  }

  @Test
  void load_entriesOfWrongTimes_areHitsAndGiveWayFirst() throws Exception {
    String compiled = "miss NEVER_SEEN, compiled";
    try (CacheProcess process = CacheProcess.start()) {
      open(process);
      for (int number = 1; number <= MOST_ENTRIES; number++) {
        assertLoads(process, number, compiled);
      }

      setTimes("1970-01-01T00:00:00Z");
      for (int number = 1; number <= MOST_ENTRIES; number++) {
        assertLoads(process, number, "hit");
      }
      setTimes("2100-01-01T00:00:00Z");
      assertLoads(process, 1, "hit");
      assertLoads(process, 4, compiled);
      assertLoads(process, 1, "hit");
      assertLoads(process, 5, compiled);
      assertLoads(process, 1, "hit");
      assertLoads(process, 4, "hit");
      assertLoads(process, 5, "hit");
    }
  }

  private void setTimes(String time) throws IOException {
    for (Path entry : StoredFiles.entries(cache())) {
      Files.setLastModifiedTime(entry, FileTime.from(Instant.parse(time)));
    }
  }

  @Tag("thorough")
  @Test
  void load_processesWithWrongClocks_hitEachOthersEntriesWithinTheLimit() throws Exception {
    try (CacheProcess before = at(LONG_AGO);
        CacheProcess now = CacheProcess.start();
        CacheProcess after = at(FAR_AHEAD)) {
      List<CacheProcess> processes = List.of(before, now, after);
      for (CacheProcess each : processes) {
        open(each);
      }
      int number = 0;
      for (CacheProcess first : processes) {
        for (CacheProcess second : processes) {
          number++;
          assertLoads(first, number, "miss NEVER_SEEN, compiled");
          assertLoads(second, number, "hit");
          assertLoads(first, number, "hit");
        }
      }
      assertThat(now.ask("verify")).isEqualTo("3 whole, 0 removed");
    }
    assertThat(StoredFiles.passing(cache())).isEmpty();
  }

  private static CacheProcess at(String time) throws IOException {
    assumeThat(Path.of("/usr/bin/faketime")).isExecutable();
    return CacheProcess.start(
        List.of("env", "FAKETIME_DONT_FAKE_MONOTONIC=1", "faketime", "-f", "@" + time),
        Path.of(System.getProperty("java.home")),
        System.getProperty("java.class.path"));
  }
}
