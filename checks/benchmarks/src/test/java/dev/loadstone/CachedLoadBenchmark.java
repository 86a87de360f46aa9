package dev.loadstone;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
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
 * URLClassLoader} on the same file.
 *
 * <p>The library is asked as applications ask it, through futures: {@code cached} and {@code
 * artifact} where the application has an executor for its plugins, {@code cachedOnOwnThread} and
 * {@code artifactOnOwnThread} where it has none, so that each plugin gets a new thread. {@code
 * urlClassLoaderOnOwnThread} does the same with {@link URLClassLoader}. {@code blocking} and {@code
 * urlClassLoader} stay on the calling thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 15, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class CachedLoadBenchmark {

  private ExecutorService executor;
  private Loadstone loadstone;
  private Loadstone withoutExecutor;
  private Loadstone unscheduled;
  private PluginLoader<Runnable> loader;
  private PluginLoader<Runnable> ownThread;
  private PluginLoader.Expert<Runnable> blocking;
  private Path artifact;
  private List<Path> sources;
  private ClassLoader hostLoader;

  /** Opens the host, and fills the cache. */
  @Setup
  public void open() throws Exception {
    executor = Executors.newFixedThreadPool(2);
    CacheSettings cache = CacheSettings.at(Fixture.newCache());
    loadstone = Fixture.loadstone().cache(cache).executor(executor).build();
    withoutExecutor = Fixture.loadstone().cache(cache).build();
    unscheduled = Fixture.loadstone().build();
    loader = loadstone.loader(Runnable.class);
    ownThread = withoutExecutor.loader(Runnable.class);
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
    withoutExecutor.close();
    unscheduled.close();
    executor.shutdown();
  }

  /** A hit. */
  @Benchmark
  public Object cached() {
    return run(loader.load(sources).get());
  }

  /** A hit, and a new thread for it. */
  @Benchmark
  public Object cachedOnOwnThread() {
    return run(ownThread.load(sources).get());
  }

  /** The artifact that the application keeps itself. */
  @Benchmark
  public Object artifact() {
    return run(loader.expert().loadArtifact(artifact).get());
  }

  /** The same, and a new thread for it. */
  @Benchmark
  public Object artifactOnOwnThread() {
    return run(ownThread.expert().loadArtifact(artifact).get());
  }

  /** The same on the calling thread. */
  @Benchmark
  public Object blocking() {
    return run(blocking.blockingLoadArtifact(artifact).get());
  }

  /** What one would write without a library. */
  @Benchmark
  public Object urlClassLoader() throws Exception {
    return run(created());
  }

  /** The same for an application that gives each plugin a thread. */
  @Benchmark
  public Object urlClassLoaderOnOwnThread() throws Exception {
    FutureTask<Runnable> creating = new FutureTask<>(this::created);
    new Thread(creating).start();
    return run(creating.get());
  }

  private Runnable created() throws Exception {
    try (URLClassLoader fresh =
        new URLClassLoader(new URL[] {artifact.toUri().toURL()}, hostLoader)) {
      return Class.forName(Fixture.MAIN_CLASS, true, fresh)
          .asSubclass(Runnable.class)
          .getDeclaredConstructor()
          .newInstance();
    }
  }

  private static Runnable run(Runnable plugin) {
    plugin.run();
    return plugin;
  }
}
