package dev.loadstone;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The peers in a warm process, each from the call to the plugin that has run: a load that the cache
 * answers, from the sources, which are read and hashed; a load of the artifact; and {@link
 * URLClassLoader} on the same file. The first two read, check, link and run, and go through the
 * library's scheduler as applications do; {@code blocking} does without.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class CachedLoadBenchmark {

  private Loadstone loadstone;
  private Loadstone unscheduled;
  private PluginLoader<Runnable> loader;
  private PluginLoader.Expert<Runnable> blocking;
  private Path artifact;
  private List<Path> sources;
  private ClassLoader hostLoader;

  /** Opens the host, and fills the cache. */
  @Setup
  public void open() throws Exception {
    loadstone = Fixture.loadstone().cache(CacheSettings.at(Fixture.newCache())).build();
    unscheduled = Fixture.loadstone().build();
    loader = loadstone.loader(Runnable.class);
    blocking = unscheduled.loader(Runnable.class).expert();
    artifact = Fixture.artifact();
    sources = List.of(Fixture.source());
    hostLoader =
        new URLClassLoader(
            new URL[] {Fixture.hostJar().toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    loader.load(sources).get();
  }

  /** Closes what was opened. */
  @TearDown
  public void close() throws Exception {
    Fixture.requireHitsOnly(loadstone);
    loadstone.close();
    unscheduled.close();
  }

  /** A hit. */
  @Benchmark
  public Object cached() {
    return run(loader.load(sources).get());
  }

  /** The artifact that the application keeps itself. */
  @Benchmark
  public Object artifact() {
    return run(loader.expert().loadArtifact(artifact).get());
  }

  /** The same on the calling thread. */
  @Benchmark
  public Object blocking() {
    return run(blocking.blockingLoadArtifact(artifact).get());
  }

  /** What one would write without a library. */
  @Benchmark
  public Object urlClassLoader() throws Exception {
    try (URLClassLoader fresh =
        new URLClassLoader(new URL[] {artifact.toUri().toURL()}, hostLoader)) {
      return run(
          Class.forName(Fixture.MAIN_CLASS, true, fresh)
              .asSubclass(Runnable.class)
              .getDeclaredConstructor()
              .newInstance());
    }
  }

  private static Runnable run(Runnable plugin) {
    plugin.run();
    return plugin;
  }
}
