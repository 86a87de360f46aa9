package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.event.Event;
import dev.loadstone.testkit.RecordedEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Entries that are not what was written, in every way that we could think of: none is ever run, and
 * each is replaced.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(900)
final class CacheDamageIT {

  /** A prime, so that in a build some of each region are hit. */
  private static final int EVERY = Integer.getInteger("loadstone.cache.damageEvery", 251);

  private static final String GOOD =
      "public class One implements java.util.function.IntSupplier {"
          + " public int getAsInt() { return 1; } }";

  /** Its class cannot be defined unless the JVM loads one that tells. */
  private static final String EVIL =
      "public class One extends Evil { }"
          + " class Evil implements java.util.function.IntSupplier {"
          + " public int getAsInt() { return 666; } }";

  private final RecordedEvents events = new RecordedEvents();

  private Path folder;
  private Path cache;
  private Path file;
  private Path entry;
  private byte[] good;
  private byte[] evil;
  private Loadstone longLived;

  @BeforeAll
  void fill(@TempDir Path temporary) throws IOException {
    folder = temporary;
    cache = folder.resolve("cache");
    file = Sources.write(folder, "One.java", GOOD);
    longLived = loadstone();
    assertThat(load(longLived)).isEqualTo(1);
    entry = StoredFiles.entries(cache).get(0);
    good = Files.readAllBytes(entry);
    Path artifact = folder.resolve("evil.jar");
    longLived
        .loader(IntSupplier.class)
        .expert()
        .compile(List.of(Sources.write(folder, "evil/One.java", EVIL)), artifact)
        .get();
    longLived.cache().clear().get();
    evil = Files.readAllBytes(artifact);
    load(longLived);
  }

  @AfterAll
  void end() {
    longLived.close();
  }

  private Loadstone loadstone() {
    return Loadstone.builder().listener(events).cache(CacheSettings.at(cache)).build();
  }

  private int load(Loadstone loadstone) {
    return loadstone.loader(IntSupplier.class).load(List.of(file)).get().getAsInt();
  }

  @Test
  void load_entryTruncatedAnywhere_isReplaced() throws IOException {
    for (int length = 0; length < good.length; length += EVERY) {
      byte[] damaged = DamagedEntries.truncated(good, length);

      assertReplaced(longLived, "of length " + length, at -> Files.write(at, damaged));
    }
  }

  @Test
  void load_oneBitFlippedAnywhere_isReplaced() throws IOException {
    for (int at = 0; at < good.length; at += EVERY) {
      byte[] damaged = DamagedEntries.flipped(good, at, at % Byte.SIZE);

      assertReplaced(longLived, "flipped at " + at, path -> Files.write(path, damaged));
    }
  }

  @Test
  void load_anythingElseInItsPlace_isReplaced() throws IOException {
    for (Map.Entry<String, DamagedEntries.Damage> each : damages().entrySet()) {
      assertReplaced(longLived, each.getKey(), each.getValue());
      try (Loadstone another = loadstone()) {
        assertReplaced(another, each.getKey(), each.getValue());
      }
    }
  }

  private void assertReplaced(Loadstone loadstone, String name, DamagedEntries.Damage damage)
      throws IOException {
    assertThat(load(loadstone)).as(name).isEqualTo(1);
    Files.delete(entry);
    damage.to(entry);
    events.forget();

    assertThat(load(loadstone)).as(name).isEqualTo(1);

    assertThat(events.ofType(Event.CacheMiss.class)).as(name).hasSize(1);
    assertThat(events.ofType(Event.Compiled.class)).as(name).hasSize(1);
    assertThat(events.ofType(Event.CacheUnusable.class)).as(name).isEmpty();
    assertIsGoodAgain(name, entry);
    events.forget();
    assertThat(load(loadstone)).as(name).isEqualTo(1);
    assertThat(events.ofType(Event.CacheHit.class)).as(name).hasSize(1);
  }

  private void assertIsGoodAgain(String name, Path healed) {
    assertThat(Files.isRegularFile(healed, LinkOption.NOFOLLOW_LINKS)).as(name).isTrue();
    assertThat(healed).as(name).hasBinaryContent(good);
  }

  @Test
  void load_folderWithContentInItsPlace_staysAndCostsAWarning() throws IOException {
    Files.delete(entry);
    Path content = Files.writeString(Files.createDirectory(entry).resolve("notes.txt"), "notes");
    events.forget();

    assertThat(load(longLived)).isEqualTo(1);

    assertThat(events.ofType(Event.CacheUnusable.class)).hasSize(1);
    assertThat(content).hasContent("notes");
    Files.delete(content);
    assertThat(load(longLived)).isEqualTo(1);
    assertIsGoodAgain("empty folder", entry);
  }

  @Test
  void load_anythingElseInItsPlaceInAnotherProcess_isReplacedAndNeverDefined() throws Exception {
    Path log = folder.resolve("classes.log");
    Map<String, DamagedEntries.Damage> damages = damages();
    for (int at = 0; at < good.length; at += good.length / 4) {
      byte[] truncated = DamagedEntries.truncated(good, at);
      byte[] flipped = DamagedEntries.flipped(good, at, 0);
      damages.put("of length " + at, path -> Files.write(path, truncated));
      damages.put("flipped at " + at, path -> Files.write(path, flipped));
    }

    try (CacheProcess process = CacheProcess.start("-Xlog:class+load:file=" + log)) {
      for (Map.Entry<String, DamagedEntries.Damage> each : damages.entrySet()) {
        Path place = copyOfCache(each.getKey());
        Path damaged = place.resolve(cache.relativize(entry));
        each.getValue().to(damaged);

        assertThat(process.ask("open", place)).isEqualTo("open");
        assertThat(process.ask("load", file, file)).as(each.getKey()).isEqualTo("1 1");
        assertThat(process.ask("events"))
            .as(each.getKey())
            .contains("compiled")
            .doesNotContain("unusable");
        assertIsGoodAgain(each.getKey(), damaged);
        assertThat(process.ask("load", file)).as(each.getKey()).isEqualTo("1");
        assertThat(process.ask("events")).as(each.getKey()).isEqualTo("hit");
      }
    }

    assertThat(log).content().contains(" One source: ").doesNotContain(" Evil source: ");
  }

  /** Makes the folders that lead to the entry, and not the entry. */
  private Path copyOfCache(String name) throws IOException {
    Path copy = folder.resolve("of " + name);
    Path root = copy.resolve(cache.relativize(entry)).getParent();
    Path made = Files.createDirectory(copy, StoredFiles.ownerOnly());
    for (Path part : copy.relativize(root)) {
      made = Files.createDirectory(made.resolve(part), StoredFiles.ownerOnly());
    }
    return copy;
  }

  private Map<String, DamagedEntries.Damage> damages() throws IOException {
    Path goodCopy = Files.write(folder.resolve("good.jar"), good);
    Path evilCopy = Files.write(folder.resolve("evil.jar"), evil);
    byte[] foreign = DamagedEntries.foreignJar(folder.resolve("foreign"), EVIL);
    Map<String, DamagedEntries.Damage> damages = new LinkedHashMap<>();
    damages.put("text", at -> Files.writeString(at, "not a JAR"));
    damages.put("zeros", at -> Files.write(at, new byte[good.length]));
    damages.put("a byte more", at -> Files.write(at, joined(good, new byte[1])));
    damages.put("a comment", at -> Files.write(at, joined(good, text("comment"))));
    damages.put("twice", at -> Files.write(at, joined(good, good)));
    damages.put("foreign JAR", at -> Files.write(at, foreign));
    damages.put("foreign JAR after it", at -> Files.write(at, joined(good, foreign)));
    damages.put("foreign JAR before it", at -> Files.write(at, joined(foreign, good)));
    damages.put("another entry", at -> Files.write(at, evil));
    damages.put("another entry after it", at -> Files.write(at, joined(good, evil)));
    damages.put("another entry before it", at -> Files.write(at, joined(evil, good)));
    damages.put("other classes", at -> Files.write(at, DamagedEntries.otherClasses(good, evil)));
    damages.put("earlier format", at -> Files.write(at, DamagedEntries.format(good, 2)));
    damages.put("earlier format, evil", at -> Files.write(at, DamagedEntries.format(evil, 2)));
    damages.put("later format", at -> Files.write(at, DamagedEntries.format(good, 4)));
    damages.put("nothing", at -> {});
    damages.put("empty folder", Files::createDirectory);
    damages.put("link to a good file", at -> Files.createSymbolicLink(at, goodCopy));
    damages.put("link to another entry", at -> Files.createSymbolicLink(at, evilCopy));
    damages.put("link to a folder", at -> Files.createSymbolicLink(at, folder));
    damages.put("link to nothing", at -> Files.createSymbolicLink(at, folder.resolve("none")));
    damages.put("link to itself", at -> Files.createSymbolicLink(at, at));
    return damages;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(first);
    joined.writeBytes(second);
    return joined.toByteArray();
  }
}
