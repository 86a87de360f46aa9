package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.event.Event;
import dev.loadstone.testkit.RecordedEvents;
import io.vavr.concurrent.Future;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long random sequence of everything that can happen to plugins, their host and the cache: with
 * the cache and without it, each step has the same outcome.
 *
 * <p>A build takes a few hundred steps, and more until everything has happened. {@code -Pendurance}
 * takes thousands.
 */
@Timeout(3600)
final class CacheSequenceIT {

  private static final int STEPS = Integer.getInteger("loadstone.cache.steps", 200);
  private static final int MOST_ENTRIES = 4;
  private static final List<String> NAMES = List.of("A", "B");

  /** Versions of a plugin; {@code NAME} stands for its name. */
  private static final List<String> VERSIONS =
      List.of(
          plugin("return 1;"),
          plugin("return 2;"),
          plugin("return host.Api.CONSTANT;"),
          plugin("return new host.Api().method();"),
          plugin("return new host.Api().method() + new host.Api().onlySometimes();"),
          plugin("return new host.Api().deprecated();"),
          plugin("return new java.util.Date(2000, 1, 1).getDay() * 0 + 3;"),
          plugin("java.util.List list = java.util.List.of(); return list.size();"),
          plugin("throw new IllegalStateException(\"from NAME\");"),
          plugin("return x;"),
          plugin("return 7; } static { if (true) { throw new IllegalStateException(\"static\"); }"),
          "public class NAME { }");

  /** Versions of the host: the first two differ in nothing that other classes can see. */
  private static final List<String> HOSTS =
      List.of(
          "public int method() { return 5; } public int onlySometimes() { return 6; }",
          "public int method() { return 50; } public int onlySometimes() { return 60; }",
          "public int method() { return 5; }",
          "public int method() { return 5; } public int onlySometimes() { return 6; } public int more() { return 7; }");

  @TempDir private Path folder;

  private final long seed = Long.getLong("loadstone.cache.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Map<String, Integer> happened = new HashMap<>();
  private final List<Path> hosts = new ArrayList<>();

  private Path cache;
  private Path host;
  private Side plain;
  private Side cached;
  private Side another;

  private static String plugin(String body) {
    return "public class NAME implements java.util.function.IntSupplier { public int getAsInt() { "
        + body
        + " } }";
  }

  /** One who does each step, and what was told of it. */
  private static final class Side {

    private final RecordedEvents events = new RecordedEvents();
    private final Loadstone loadstone;

    Side(Loadstone.Builder builder) {
      loadstone = builder.listener(events).build();
    }

    List<Diagnostic> warnings() {
      List<Diagnostic> warnings = new ArrayList<>();
      for (Event event : events.all()) {
        if (event instanceof Event.Compiled compiled) {
          warnings.addAll(compiled.warnings());
        } else if (event instanceof Event.CacheHit hit) {
          warnings.addAll(hit.warnings());
        }
      }
      return warnings;
    }
  }

  @BeforeEach
  void prepare() {
    cache = folder.resolve("cache");
    for (int i = 0; i < HOSTS.size(); i++) {
      hosts.add(
          HostJar.classes(
              folder.resolve("host" + i),
              "public class Api { public static final int CONSTANT = %d;"
                      .formatted(i == HOSTS.size() - 1 ? 9 : 8)
                  + HOSTS.get(i)
                  + " @Deprecated public int deprecated() { return 4; } }"));
    }
    host = hosts.get(0);
    open();
    NAMES.forEach(name -> write(folder, name, VERSIONS.get(0)));
  }

  @AfterEach
  void end() {
    close();
  }

  private void open() {
    plain = new Side(builder());
    cached = new Side(builder().cache(CacheSettings.at(cache).maxEntries(MOST_ENTRIES)));
    another = new Side(builder().cache(CacheSettings.at(cache).maxEntries(MOST_ENTRIES)));
  }

  private Loadstone.Builder builder() {
    return Loadstone.builder()
        .hostClassLoader(ClassLoader.getPlatformClassLoader())
        .classPath(List.of(host));
  }

  private void close() {
    List.of(plain, cached, another).forEach(side -> side.loadstone.close());
  }

  @Test
  void anything_withTheCacheAndWithout_hasTheSameOutcome() throws IOException {
    System.out.println("To repeat the sequence: -Dloadstone.cache.seed=" + seed);

    int steps = 0;
    while (steps < STEPS || (!everythingHappened() && steps < 20 * STEPS)) {
      step(steps++);
    }

    System.out.println("In " + steps + " steps: " + happened);
    assertThat(everythingHappened()).as("in %d steps: %s", steps, happened).isTrue();
  }

  /** Says whether chance has tried all of it: what it left out, the next steps are for. */
  private boolean everythingHappened() {
    return happened("hit") > STEPS / 20
        && happened("compiled") > STEPS / 20
        && happened("failed") > STEPS / 50
        && happened("warned") > STEPS / 50
        && happened("healed") > 0
        && happened("evicted") > 0;
  }

  private int happened(String what) {
    return happened.getOrDefault(what, 0);
  }

  private void step(int step) throws IOException {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    switch (random.nextInt(16)) {
      case 0, 1, 2 -> write(folder, name, VERSIONS.get(random.nextInt(VERSIONS.size())));
      case 3 -> write(folder, name, VERSIONS.get(0));
      case 4 -> changeHost();
      case 5 -> damage();
      case 6 -> disturb();
      case 7, 8 ->
          same(step, "check", side -> side.loadstone.loader(IntSupplier.class).check(files(name)));
      case 9, 10 -> compile(step, files(name));
      case 11 -> {
        Path copy = folder.resolve("copy");
        write(copy, name, Files.readString(files(name).get(0)));
        load(step, List.of(copy.resolve(name + ".java")));
      }
      case 12 -> load(step, List.of(files(NAMES.get(0)).get(0), files(NAMES.get(1)).get(0)));
      default -> load(step, files(name));
    }
  }

  private List<Path> files(String name) {
    return List.of(folder.resolve(name + ".java"));
  }

  private static void write(Path folder, String name, String version) {
    Sources.write(folder, name + ".java", version.replace("NAME", name));
  }

  private void changeHost() {
    close();
    host = hosts.get(random.nextInt(hosts.size()));
    open();
  }

  private List<Path> entries() throws IOException {
    return Files.isDirectory(cache) ? StoredFiles.entries(cache) : List.of();
  }

  private void damage() throws IOException {
    List<Path> entries = entries();
    if (entries.isEmpty()) {
      return;
    }
    Path entry = entries.get(random.nextInt(entries.size()));
    byte[] good = Files.readAllBytes(entry);
    switch (random.nextInt(3)) {
      case 0 ->
          Files.write(
              entry,
              DamagedEntries.flipped(good, random.nextInt(good.length), random.nextInt(Byte.SIZE)));
      case 1 -> Files.write(entry, DamagedEntries.truncated(good, random.nextInt(good.length)));
      default -> Files.write(entries.get(random.nextInt(entries.size())), good);
    }
  }

  /** Does what an operator may do, and a clock. */
  private void disturb() throws IOException {
    List<Path> entries = entries();
    switch (random.nextInt(8)) {
      case 0 -> cached.loadstone.cache().clear().get();
      case 1 -> another.loadstone.cache().verify().get();
      case 2, 3, 4 -> {
        for (Path each : entries) {
          Files.setLastModifiedTime(
              each, FileTime.from(Instant.ofEpochSecond(random.nextLong(1L << 33))));
        }
      }
      default -> {
        if (!entries.isEmpty()) {
          Files.delete(entries.get(random.nextInt(entries.size())));
        }
      }
    }
  }

  private void load(int step, List<Path> files) throws IOException {
    same(
        step,
        "load",
        side ->
            side.loadstone
                .loader(IntSupplier.class)
                .load(files)
                .flatMap(plugin -> Future.fromTry(Try.ofSupplier(plugin::getAsInt))));
  }

  private void compile(int step, List<Path> files) throws IOException {
    Map<Side, Path> written = new HashMap<>();
    same(
        step,
        "compile",
        side -> {
          Path output = folder.resolve(written.size() + "-" + step + ".jar");
          written.put(side, output);
          return side.loadstone
              .loader(IntSupplier.class)
              .expert()
              .compile(files, output)
              .map(each -> "done");
        });
    Path expected = Objects.requireNonNull(written.get(plain));
    for (Path each : written.values()) {
      if (Files.exists(expected)) {
        assertThat(each).as("step %d of %d", step, seed).hasSameBinaryContentAs(expected);
      } else {
        assertThat(each).as("step %d of %d", step, seed).doesNotExist();
      }
    }
  }

  private void same(int step, String deed, Function<Side, Future<?>> call) throws IOException {
    List<Side> sides =
        random.nextInt(3) == 0 ? List.of(plain, cached, another) : List.of(plain, cached);
    sides.forEach(side -> side.events.forget());
    List<Future<?>> calls = new ArrayList<>();
    sides.forEach(side -> calls.add(call.apply(side)));
    List<String> outcomes = calls.stream().map(CacheSequenceIT::outcome).toList();

    for (int i = 1; i < sides.size(); i++) {
      Side side = sides.get(i);
      assertThat(outcomes.get(i))
          .as("%s in step %d of seed %d", deed, step, seed)
          .isEqualTo(outcomes.get(0));
      assertThat(side.warnings())
          .as("warnings of %s in step %d of seed %d", deed, step, seed)
          .isEqualTo(plain.warnings());
      assertThat(side.events.ofType(Event.CacheUnusable.class)).isEmpty();
      note(side);
    }
    note(outcomes.get(0).startsWith("failed") ? "failed" : deed);
    if (!plain.warnings().isEmpty()) {
      note("warned");
    }
    assertThat(entries()).hasSizeLessThanOrEqualTo(MOST_ENTRIES);
    assertThat(Files.isDirectory(cache) ? StoredFiles.passing(cache) : List.of()).isEmpty();
  }

  private static String outcome(Future<?> call) {
    return call.await().toTry().fold(failure -> "failed: " + failure, value -> "" + value);
  }

  private void note(Side side) {
    for (Event event : side.events.all()) {
      if (event instanceof Event.CacheHit) {
        note("hit");
      } else if (event instanceof Event.Compiled) {
        note("compiled");
      } else if (event instanceof Event.CacheHealed) {
        note("healed");
      } else if (event instanceof Event.CacheEvicted) {
        note("evicted");
      }
    }
  }

  private void note(String what) {
    happened.merge(what, 1, Integer::sum);
  }
}
