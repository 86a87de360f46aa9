package dev.loadstone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A hit in a cache of few and of many entries. All are of plugins with the same file name, which is
 * the worst that names can do to a lookup.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class CrowdedCacheBenchmark {

  private static final int MORE_THAN_ANY = 1_000_000;

  /** How many entries there are. */
  @Param({"10", "100000"})
  public int entries;

  private Loadstone loadstone;
  private PluginLoader<Runnable> loader;
  private List<Path> sources;

  /** Fills the cache. */
  @Setup
  public void open() throws IOException {
    Path cache = Fixture.newCache();
    loadstone =
        Fixture.loadstone()
            .cache(CacheSettings.at(cache).maxEntries(MORE_THAN_ANY).maxBytes(Long.MAX_VALUE))
            .build();
    loader = loadstone.loader(Runnable.class);
    sources = List.of(Fixture.source());
    loader.load(sources).get();
    CrowdedCache.fill(cache, entries);
    long there = loadstone.cache().report().get().entries();
    if (there != entries) {
      throw new IllegalStateException(there + " entries in place of " + entries);
    }
  }

  /** Closes what was opened. */
  @TearDown
  public void close() throws IOException {
    Fixture.requireHitsOnly(loadstone);
    loadstone.close();
  }

  /** A hit. */
  @Benchmark
  public Object cached() {
    return loader.load(sources).get();
  }
}
