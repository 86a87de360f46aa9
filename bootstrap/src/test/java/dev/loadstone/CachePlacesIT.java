package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.loadstone.domain.event.Event;
import dev.loadstone.testkit.RecordedEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Places where a cache cannot be written, or not by everybody. They cost a warning, never a load.
 * Only the superuser can make such places, so that elsewhere these tests are skipped.
 */
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
final class CachePlacesIT {

  private static final String NOBODY = "65534";

  @TempDir private Path folder;

  private final RecordedEvents events = new RecordedEvents();
  private final List<Path> mounted = new ArrayList<>();

  @BeforeEach
  void requireSuperuser() throws Exception {
    assumeThat(Path.of("/usr/bin/setpriv")).isExecutable();
    assumeThat(run("id", "-u")).as("the superuser's id").isEqualTo("0\n");
    run("chmod", "755", folder.toString());
  }

  @AfterEach
  void unmount() throws Exception {
    Collections.reverse(mounted);
    for (Path each : mounted) {
      run("umount", each.toString());
    }
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", String.join(" ", command), output).isZero();
    return output;
  }

  /** Mounts a small file system, where that is allowed to this process. */
  private Path mount(String size) throws Exception {
    Path place = Files.createDirectory(folder.resolve("mounted"));
    Process mount =
        new ProcessBuilder(
                "mount", "-t", "tmpfs", "-o", "mode=700,size=" + size, "tmpfs", place.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeThat(mount.waitFor()).as("mounting a file system: %s", output).isZero();
    mounted.add(place);
    return place;
  }

  private Path source(int number) {
    return Sources.write(
        folder,
        "P" + number + ".java",
        "public class P%1$d implements java.util.function.IntSupplier { public int getAsInt() { return %1$d; } }"
            .formatted(number));
  }

  private void assertLoads(Loadstone loadstone, int number) {
    assertThat(loadstone.loader(IntSupplier.class).load(List.of(source(number))).get().getAsInt())
        .isEqualTo(number);
  }

  private Loadstone loadstone(CacheSettings cache) {
    return Loadstone.builder().listener(events).cache(cache).build();
  }

  @Test
  void load_fileSystemIsFull_goesOnAndKeepsWhatIsThere() throws Exception {
    Path cache = mount("64k").resolve("cache");
    try (Loadstone loadstone = loadstone(CacheSettings.at(cache).maxEntries(1000))) {
      int number = 0;
      while (events.ofType(Event.CacheUnusable.class).isEmpty()) {
        assertLoads(loadstone, number++);
        assertThat(number).isLessThan(100);
      }
      int stored = StoredFiles.entries(cache).size();

      assertThat(stored).isPositive().isLessThan(number);
      assertThat(StoredFiles.passing(cache)).isEmpty();
      assertThat(loadstone.cache().verify().get().removed()).isEmpty();
      events.forget();
      for (int i = 0; i < number; i++) {
        assertLoads(loadstone, i);
      }
      assertThat(events.ofType(Event.CacheHit.class)).hasSize(stored);

      assertThat(loadstone.cache().clear().get()).isEqualTo(stored);
      assertLoads(loadstone, 0);
      assertThat(StoredFiles.entries(cache)).hasSize(1);
    }
  }

  @Test
  void load_limitBelowTheFileSystems_isNeverFull() throws Exception {
    Path cache = mount("128k").resolve("cache");
    try (Loadstone loadstone = loadstone(CacheSettings.at(cache).maxEntries(3))) {
      for (int number = 0; number < 20; number++) {
        assertLoads(loadstone, number);
      }
    }

    assertThat(events.ofType(Event.CacheUnusable.class)).isEmpty();
    assertThat(StoredFiles.entries(cache)).hasSize(3);
  }

  @Test
  void load_fileSystemIsReadOnly_hitsAndCompilesTheRest() throws Exception {
    Path place = mount("1m");
    CacheSettings cache = CacheSettings.at(place.resolve("cache"));
    try (Loadstone loadstone = loadstone(cache)) {
      assertLoads(loadstone, 1);
    }
    run("mount", "-o", "remount,ro", place.toString());
    events.forget();

    try (Loadstone loadstone = loadstone(cache)) {
      assertLoads(loadstone, 1);
      assertThat(events.ofType(Event.CacheHit.class)).hasSize(1);
      assertThat(events.ofType(Event.CacheUnusable.class)).isEmpty();
      assertLoads(loadstone, 2);
      assertThat(events.ofType(Event.CacheUnusable.class)).hasSize(1);
    }
    events.forget();
    try (Loadstone loadstone = loadstone(cache.readOnly(true))) {
      assertLoads(loadstone, 1);
      assertLoads(loadstone, 2);
    }
    assertThat(events.ofType(Event.CacheHit.class)).hasSize(1);
    assertThat(events.ofType(Event.CacheUnusable.class)).isEmpty();
  }

  @Test
  void load_asAnotherUser_usesOnlyWhatItMay() throws Exception {
    Path cache = folder.resolve("cache");
    try (Loadstone loadstone = loadstone(CacheSettings.at(cache))) {
      assertLoads(loadstone, 1);
    }
    run("chmod", "-R", "a+rX", cache.toString());
    Path own = folder.resolve("own");
    run("cp", "-r", cache.toString(), own.toString());
    run("chown", "-R", NOBODY, own.toString());

    try (CacheProcess nobody = startAsNobody()) {
      assertIsNotTrusted(nobody, cache);
      assertIsReadWhereShared(nobody, cache);
      run("chmod", "-R", "a-w", own.toString());
      assertIsOnlyRead(nobody, own);
      run("chmod", "-R", "u+w", own.toString());
      assertUnreadableIsReplaced(nobody, own);
    }
  }

  private CacheProcess startAsNobody() throws IOException {
    return CacheProcess.start(
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
        Path.of(System.getProperty("java.home")),
        JarredClassPath.in(Files.createDirectory(folder.resolve("classes"))));
  }

  private void assertIsNotTrusted(CacheProcess nobody, Path cache) throws IOException {
    assertThat(nobody.ask("open", cache)).isEqualTo("open");
    assertThat(nobody.ask("load", source(1))).isEqualTo("1");
    assertThat(nobody.ask("events")).contains("belongs to another user", "compiled");

    assertThat(nobody.ask("open", cache, "readOnly=true")).isEqualTo("open");
    assertThat(nobody.ask("load", source(1)))
        .startsWith("failed: dev.loadstone.domain.error.StoreFailed");
    assertThat(nobody.ask("events")).isEmpty();
  }

  private void assertIsReadWhereShared(CacheProcess nobody, Path cache) throws IOException {
    assertThat(nobody.ask("open", cache, "shared=true")).isEqualTo("open");
    assertThat(nobody.ask("load", source(1))).isEqualTo("1");
    assertThat(nobody.ask("events")).isEqualTo("hit");
    assertThat(nobody.ask("load", source(2))).isEqualTo("2");
    assertThat(nobody.ask("events")).contains("compiled", "unusable");
    assertThat(StoredFiles.entries(cache)).hasSize(1);
  }

  private void assertIsOnlyRead(CacheProcess nobody, Path own) throws IOException {
    assertThat(nobody.ask("open", own)).isEqualTo("open");
    assertThat(nobody.ask("load", source(1))).isEqualTo("1");
    assertThat(nobody.ask("events")).isEqualTo("hit");
    assertThat(nobody.ask("load", source(2))).isEqualTo("2");
    assertThat(nobody.ask("events")).contains("compiled", "unusable");
    assertThat(StoredFiles.entries(own)).hasSize(1);
  }

  private void assertUnreadableIsReplaced(CacheProcess nobody, Path own) throws Exception {
    Path entry = StoredFiles.entries(own).get(0);
    run("chmod", "000", entry.toString());
    assertThat(nobody.ask("open", own)).isEqualTo("open");
    assertThat(nobody.ask("load", source(1))).isEqualTo("1");
    assertThat(nobody.ask("events")).contains("compiled");
    assertThat(nobody.ask("load", source(1))).isEqualTo("1");
    assertThat(nobody.ask("events")).isEqualTo("hit");
  }
}
