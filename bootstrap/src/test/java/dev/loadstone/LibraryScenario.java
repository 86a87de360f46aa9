package dev.loadstone;

import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Try;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What a library can still do that may not know which build it is; run in a copy of it. */
public final class LibraryScenario {

  private static final SourceSet SOURCES =
      SourceSet.of(
          SourceFile.of(
              "Greeting.java",
              """
              import java.util.Map;
              public class Greeting implements java.util.function.Supplier<String> {
                record Line(String text, Line next) {}
                public String get() {
                  Map<Line, Line> lines = Map.of(new Line("hello", null), new Line("world", null));
                  return lines.get(new Line("hello", null)).text().equals("world") ? "hello" : "";
                }
              }
              """));

  private final Map<String, String> outcomes = new LinkedHashMap<>();

  private LibraryScenario() {}

  /**
   * Tries everything.
   *
   * @param folder an empty folder
   * @param artifact an artifact of the same sources
   * @return how each attempt ended
   */
  public static Map<String, String> run(Path folder, Path artifact) throws Exception {
    LibraryScenario scenario = new LibraryScenario();
    scenario.withoutCache(folder, artifact);
    scenario.withCache(folder);
    return scenario.outcomes;
  }

  /** Compiles the sources to an artifact with the library of the calling class. */
  static Path compile(Path folder) throws Exception {
    Path source = Files.writeString(folder.resolve("Greeting.java"), SOURCES.mainFile().text());
    try (Loadstone loadstone = builder().build()) {
      return loadstone
          .loader(contract())
          .expert()
          .compile(List.of(source), folder.resolve("greeting.jar"))
          .get();
    }
  }

  private static TypeRef<Supplier<String>> contract() {
    return new TypeRef<>() {};
  }

  private static Loadstone.Builder builder() {
    return Loadstone.builder().hostClassLoader(ClassLoader.getPlatformClassLoader());
  }

  private void withoutCache(Path folder, Path artifact) throws Exception {
    for (ContextPolicy policy : ContextPolicy.values()) {
      try (Loadstone loadstone = builder().contextPolicy(policy).build()) {
        PluginLoader<Supplier<String>> loader = loadstone.loader(contract());
        put(
            "blocking load " + policy,
            loader.expert().blockingLoadArtifact(artifact).map(Supplier::get));
        put(
            "load artifact " + policy,
            outcome(loader.expert().loadArtifact(artifact)).map(Supplier::get));
        put("differences " + policy, outcome(loadstone.differences(artifact)));
      }
    }
    Path source = Files.writeString(folder.resolve("Greeting.java"), SOURCES.mainFile().text());
    Path written = folder.resolve("written.jar");
    try (Loadstone loadstone = builder().build()) {
      PluginLoader<Supplier<String>> loader = loadstone.loader(contract());
      put(
          "write",
          outcome(loader.expert().compile(List.of(source), written)).map(Path::getFileName));
      outcomes.put("written", String.valueOf(Files.exists(written)));
      put("inspect", outcome(loadstone.inspect(artifact)).map(read -> read.mainClass()));
      put("check", outcome(loader.check(SOURCES)));
      put(
          "library build of a load",
          outcome(loader.loadWithoutRunning(SOURCES))
              .map(plugin -> plugin.provenance().context().runtime().library()));
      put("load", outcome(loader.load(SOURCES)).map(Supplier::get));
    }
  }

  private void withCache(Path folder) {
    List<String> events = new CopyOnWriteArrayList<>();
    Path cache = folder.resolve("cache");
    try (Loadstone loadstone =
        builder()
            .cache(CacheSettings.at(cache))
            .listener(event -> events.add(event.getClass().getSimpleName()))
            .build()) {
      for (int i = 1; i <= 2; i++) {
        put(
            "load with a cache " + i,
            outcome(loadstone.loader(contract()).load(SOURCES)).map(Supplier::get));
      }
    }
    outcomes.put("events", String.join(" ", events));
    try (Loadstone loadstone = builder().cache(CacheSettings.at(cache).readOnly(true)).build()) {
      put(
          "load with a cache that is only read",
          outcome(loadstone.loader(contract()).load(SOURCES)).map(Supplier::get));
    }
  }

  private static <T> Try<T> outcome(io.vavr.concurrent.Future<T> future) {
    return future.await().getValue().get();
  }

  private void put(String attempt, Try<?> outcome) {
    outcomes.put(
        attempt,
        outcome.isSuccess()
            ? String.valueOf(outcome.get())
            : outcome.getCause().getClass().getSimpleName());
  }
}
