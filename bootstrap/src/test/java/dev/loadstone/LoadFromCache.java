package dev.loadstone;

import dev.loadstone.domain.cache.CacheVerification;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.event.Event;
import dev.loadstone.testkit.RecordedEvents;
import io.vavr.concurrent.Future;
import io.vavr.control.Try;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/**
 * A program that uses a cache as its standard input tells it to: a command per line, with tabs
 * between its words, and an answer per line. It ends with its input.
 */
final class LoadFromCache implements AutoCloseable {

  /** What {@code churn} answers when all was well. */
  static final String WELL = "well";

  private static final int PLUGINS = 3;
  private static final int VERSIONS = 4;

  private final RecordedEvents events = new RecordedEvents();
  private final List<AutoCloseable> held = new ArrayList<>();
  private Loadstone loadstone = Loadstone.create();

  private LoadFromCache() {}

  public static void main(String[] arguments) throws Exception {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (LoadFromCache program = new LoadFromCache()) {
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        System.out.println(program.answer(List.of(line.split("\t", -1))).replaceAll("\\R", " / "));
      }
    }
  }

  private String answer(List<String> words) throws IOException {
    return switch (words.get(0)) {
      case "open" -> open(Path.of(words.get(1)), words.subList(2, words.size()));
      case "load" -> load(words.subList(1, words.size()));
      case "churn" ->
          churn(
              Path.of(words.get(1)), Long.parseLong(words.get(2)), Integer.parseInt(words.get(3)));
      case "events" -> events();
      case "verify" -> verify();
      case "lock" -> lock(Path.of(words.get(1)));
      default -> throw new IllegalArgumentException("unknown command: " + words);
    };
  }

  /** Goes on with another cache, and settings such as {@code max=3}. */
  private String open(Path cache, List<String> settings) {
    loadstone.close();
    CacheSettings chosen = CacheSettings.at(cache);
    Loadstone.Builder builder = Loadstone.builder().listener(events);
    for (String setting : settings) {
      String value = setting.substring(setting.indexOf('=') + 1);
      switch (setting.substring(0, setting.indexOf('='))) {
        case "max" -> chosen = chosen.maxEntries(Integer.parseInt(value));
        case "readOnly" -> chosen = chosen.readOnly(Boolean.parseBoolean(value));
        case "shared" -> chosen = chosen.allowSharedFolder(Boolean.parseBoolean(value));
        case "others" -> chosen = chosen.acceptOtherBuilds(Boolean.parseBoolean(value));
        case "policy" -> builder.contextPolicy(ContextPolicy.valueOf(value));
        case "release" -> builder.release(Integer.parseInt(value));
        case "host" ->
            builder
                .hostClassLoader(ClassLoader.getPlatformClassLoader())
                .classPath(List.of(Path.of(value)));
        default -> throw new IllegalArgumentException("unknown setting: " + setting);
      }
    }
    loadstone = builder.cache(chosen).build();
    return "open";
  }

  /** Loads plugins, all at once, and tells their values. */
  private String load(List<String> files) {
    List<Future<IntSupplier>> loads = new ArrayList<>();
    for (String file : files) {
      loads.add(loadstone.loader(IntSupplier.class).load(List.of(Path.of(file))));
    }
    return loads.stream().map(LoadFromCache::value).collect(Collectors.joining(" "));
  }

  private static String value(Future<IntSupplier> load) {
    Try<IntSupplier> loaded = load.await().toTry();
    return loaded.fold(failure -> "failed: " + failure, plugin -> "" + plugin.getAsInt());
  }

  /** Writes, changes, loads and reloads plugins, and tells the first thing that is not well. */
  private String churn(Path folder, long seed, int count) {
    Random random = new Random(seed);
    events.forget();
    for (int i = 0; i < count; i++) {
      Map<Path, Integer> expected = new LinkedHashMap<>();
      for (int j = random.nextInt(2); j >= 0; j--) {
        String name = "P" + random.nextInt(PLUGINS);
        int version = random.nextInt(VERSIONS);
        expected.put(write(folder, name, version), version);
      }
      String[] files = expected.keySet().stream().map(Path::toString).toArray(String[]::new);
      String values =
          expected.values().stream().map(String::valueOf).collect(Collectors.joining(" "));
      String answer = load(Arrays.asList(files));
      if (!answer.equals(values)) {
        return "expected " + values + " and got " + answer;
      }
    }
    return events.all().stream()
        .filter(LoadFromCache::isTrouble)
        .findFirst()
        .map(Event::toString)
        .orElse(WELL);
  }

  private static Path write(Path folder, String name, int version) {
    return Sources.write(
        folder,
        name + ".java",
        "public class %s implements java.util.function.IntSupplier { public int getAsInt() { return %d; } }"
            .formatted(name, version));
  }

  private static boolean isTrouble(Event event) {
    return event instanceof Event.CacheHealed
        || event instanceof Event.CacheUnusable
        || event instanceof Event.Failed;
  }

  /** Tells what happened to the cache since the last time, and forgets it. */
  private String events() {
    List<String> told = new ArrayList<>();
    for (Event event : events.all()) {
      if (event instanceof Event.CacheMiss miss) {
        told.add("miss " + miss.reasons().get(0).kind());
      } else if (event instanceof Event.CacheUnusable unusable) {
        told.add("unusable " + unusable.problem());
      } else if (event instanceof Event.CacheHit) {
        told.add("hit");
      } else if (event instanceof Event.CacheHealed) {
        told.add("healed");
      } else if (event instanceof Event.Compiled) {
        told.add("compiled");
      }
    }
    events.forget();
    return String.join(", ", told);
  }

  private String verify() {
    CacheVerification verified = loadstone.cache().verify().get();
    return verified.entries() + " whole, " + verified.removed().size() + " removed";
  }

  /** Locks a file as any program might, until this one ends. */
  private String lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    held.add(channel);
    held.add(channel.lock());
    return "locked";
  }

  @Override
  public void close() {
    loadstone.close();
  }
}
