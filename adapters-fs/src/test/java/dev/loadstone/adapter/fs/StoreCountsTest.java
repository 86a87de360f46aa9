package dev.loadstone.adapter.fs;

import static dev.loadstone.domain.cache.CacheCounter.EVICTED;
import static dev.loadstone.domain.cache.CacheCounter.HIT;
import static dev.loadstone.domain.cache.CacheCounter.MISS_HOST;
import static dev.loadstone.domain.cache.CacheCounter.MISS_NEVER_SEEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.cache.CacheAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class StoreCountsTest {

  private static final long SECOND = 1_000_000_000L;

  @TempDir Path temporary;

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - SECOND);
  private Path root;
  private CacheFolder folder;

  @BeforeEach
  void open() {
    root = temporary.resolve("cache");
    folder = CacheFolder.of(StoreFixture.settings(root, CacheAccess.READ_WRITE));
  }

  @Test
  void add_firstHit_isWrittenAtOnce() throws IOException {
    folder.ready();

    counts().add(HIT);

    assertThat(file()).hasContent("HIT 1\n");
  }

  @Test
  void add_moreHits_areWrittenOnceInASecond() throws IOException {
    folder.ready();
    StoreCounts counts = counts();
    counts.add(HIT);

    counts.add(HIT);
    nanos.addAndGet(SECOND - 1);
    counts.add(HIT);
    assertThat(file()).hasContent("HIT 1\n");
    nanos.addAndGet(1);
    counts.add(HIT);

    assertThat(file()).hasContent("HIT 1\nHIT 3\n");
  }

  @Test
  void add_anotherCounter_isWrittenAtOnceWithWhatWaits() throws IOException {
    folder.ready();
    StoreCounts counts = counts();
    counts.add(HIT);
    counts.add(HIT);

    counts.add(EVICTED);
    counts.add(MISS_HOST);

    assertThat(file()).hasContent("HIT 1\nHIT 1\nEVICTED 1\nMISS_HOST 1\n");
  }

  @Test
  void add_noFolderYet_makesNoneAndWaits() throws IOException {
    StoreCounts counts = counts();

    counts.add(MISS_NEVER_SEEN);
    counts.add(HIT);

    assertThat(root).doesNotExist();
    assertThat(counts.total()).isEqualTo(Map.of(MISS_NEVER_SEEN, 1L, HIT, 1L));
    folder.ready();
    counts.flush();
    assertThat(file()).hasContent("HIT 1\nMISS_NEVER_SEEN 1\n");
  }

  @Test
  void flush_nothingToWrite_writesNothing() throws IOException {
    folder.ready();

    counts().flush();

    assertThat(file()).doesNotExist();
  }

  @Test
  void total_linesOfSeveralInstances_areAddedUp() throws IOException {
    folder.ready();
    StoreCounts one = counts();
    StoreCounts other = counts();
    one.add(HIT);
    one.add(HIT);
    other.add(EVICTED);
    other.add(HIT);

    assertThat(one.total()).isEqualTo(Map.of(HIT, 2L, EVICTED, 1L));
    assertThat(other.total()).isEqualTo(Map.of(HIT, 2L, EVICTED, 1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HIT",
        "HIT ",
        " 5",
        "HIT  5",
        "HIT 5 ",
        "HIT -5",
        "HIT +5",
        "HIT 0x5",
        "HIT \u0665",
        "HIT 5\r",
        "hit 5",
        "HIHIT 5",
        "TELEPORTED 5",
        "HIT 9999999999999999999",
        "\0\0\0\0",
        "",
      })
  void total_lineThatMeansNothing_isIgnored(String line) throws IOException {
    write("HIT 1\n" + line + "\nEVICTED 2\n");

    assertThat(counts().total()).isEqualTo(Map.of(HIT, 1L, EVICTED, 2L));
  }

  @Test
  void total_lastLineWithoutEnd_isIgnored() throws IOException {
    write("HIT 1\nHIT 12");

    assertThat(counts().total()).isEqualTo(Map.of(HIT, 1L));
  }

  @Test
  void total_bytesThatAreNoText_areIgnored() throws IOException {
    folder.ready();
    Files.write(file(), new byte[] {(byte) 0xff, '\n', 'H', 'I', 'T', ' ', '2', '\n', (byte) 0xc3});

    assertThat(counts().total()).isEqualTo(Map.of(HIT, 2L));
  }

  @Test
  void total_moreThanANumberHolds_staysAtTheLargest() throws IOException {
    write("HIT 999999999999999999\n".repeat(10));

    assertThat(counts().total()).isEqualTo(Map.of(HIT, Long.MAX_VALUE));
  }

  @Test
  void add_longFile_isFoldedIntoItsSums() throws IOException {
    write("HIT 2\nEVICTED 1\n".repeat(5_000));

    counts().add(EVICTED);

    assertThat(file()).hasContent("HIT 10000\nEVICTED 5001\n");
    assertThat(StoreFixture.files(root)).containsExactly("1/counts", "CACHEDIR.TAG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"apples 3\npears 4\n", "HIT 1\napples 3\n", "HIT 1\n\n"})
  void add_longFileOfSomebodyElse_staysAsItIsAndCountsWait(String lines) throws IOException {
    String content = lines.repeat(20_000);
    write(content);
    StoreCounts counts = counts();

    assertThatThrownBy(() -> counts.add(EVICTED)).isInstanceOf(IOException.class);
    assertThat(counts.total()).containsEntry(EVICTED, 1L);
    counts.clear();

    assertThat(file()).hasContent(content);
  }

  @Test
  void add_fileThatNobodyOfUsLeavesSoLarge_isNotReadAndStays() throws IOException {
    write("HIT 1\n".repeat(1_000_000));
    StoreCounts counts = counts();

    assertThatThrownBy(() -> counts.add(EVICTED)).isInstanceOf(IOException.class);

    assertThat(counts.total()).isEqualTo(Map.of(EVICTED, 1L));
    assertThat(file()).hasSize(6_000_000);
  }

  @Test
  void clear_fileOfSomebodyElse_stays() throws IOException {
    write("apples 3\n");

    counts().clear();

    assertThat(file()).hasContent("apples 3\n");
  }

  @Test
  void add_somethingElseInItsPlace_staysAndCountsWait() throws IOException {
    folder.ready();
    Files.createDirectories(file().resolve("folder"));
    StoreCounts counts = counts();

    assertThatThrownBy(() -> counts.add(HIT)).isInstanceOf(IOException.class);

    assertThat(file().resolve("folder")).isDirectory();
    assertThat(counts.total()).isEqualTo(Map.of(HIT, 1L));
  }

  @Test
  void add_linkInItsPlace_isNotFollowed() throws IOException {
    folder.ready();
    Path target = Files.writeString(temporary.resolve("target"), "HIT 7\n");
    Files.createSymbolicLink(file(), target);
    StoreCounts counts = counts();

    assertThatThrownBy(() -> counts.add(HIT)).isInstanceOf(IOException.class);

    assertThat(target).hasContent("HIT 7\n");
    assertThat(counts.total()).isEqualTo(Map.of(HIT, 1L));
    counts.clear();
    assertThat(Files.exists(file(), LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(target).exists();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void add_pipeInItsPlace_waitsForNobody() throws Exception {
    folder.ready();
    assertThat(new ProcessBuilder("mkfifo", file().toString()).start().waitFor()).isZero();
    StoreCounts counts = counts();

    assertThatThrownBy(() -> counts.add(HIT)).isInstanceOf(IOException.class);

    assertThat(counts.total()).isEqualTo(Map.of(HIT, 1L));
  }

  @Test
  void add_manyInstancesAtOnce_losesNothing() throws Exception {
    folder.ready();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      StoreCounts counts = counts();
      threads.add(new Thread(() -> addOften(counts)));
    }
    threads.forEach(Thread::start);
    for (Thread each : threads) {
      each.join();
    }

    assertThat(counts().total()).isEqualTo(Map.of(EVICTED, 400L));
  }

  private static void addOften(StoreCounts counts) {
    try {
      for (int i = 0; i < 100; i++) {
        counts.add(EVICTED);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void clear_counts_areGone() throws IOException {
    folder.ready();
    StoreCounts counts = counts();
    counts.add(HIT);
    counts.add(HIT);

    counts.clear();

    assertThat(file()).doesNotExist();
    assertThat(counts.total()).isEmpty();
  }

  private StoreCounts counts() {
    return new StoreCounts(
        folder, new CountsFile(folder, TemporaryNames.ofThisProcess()), nanos::get);
  }

  private Path file() {
    return root.resolve("1/counts");
  }

  private void write(String content) throws IOException {
    folder.ready();
    Files.writeString(file(), content, StandardOpenOption.CREATE);
  }
}
