package dev.loadstone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A process that starts, loads a hundred plugins at once, and ends: with all of them in the cache,
 * with none, and without loading any.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 7)
@Fork(1)
public class ColdStartBenchmark {

  private Path plugins;
  private Path cache;

  /** Writes the plugins, fills the cache, and shows that a start from it needs no compiler. */
  @Setup(Level.Trial)
  public void prepare() throws IOException, InterruptedException {
    plugins = Fixture.newFolder("plugins");
    cache = Fixture.newCache();
    HundredPlugins.write(plugins);
    start(List.of(), cache.toString());
    Path log = plugins.resolve("classes.log");
    start(List.of("-Xlog:class+load:file=" + log), cache.toString());
    try (Stream<String> lines = Files.lines(log)) {
      List<String> ofCompiler =
          lines.filter(line -> line.contains("source: jrt:/jdk.compiler")).limit(1).toList();
      if (!ofCompiler.isEmpty()) {
        throw new IllegalStateException("a start from the cache loads " + ofCompiler.get(0));
      }
    }
  }

  /** All in the cache. */
  @Benchmark
  public void cached() throws IOException, InterruptedException {
    start(List.of(), cache.toString());
  }

  /** No cache. */
  @Benchmark
  public void compiled() throws IOException, InterruptedException {
    start(List.of(), HundredPlugins.NO_CACHE);
  }

  /** What a process takes that does nothing. */
  @Benchmark
  public void nothing() throws IOException, InterruptedException {
    start(List.of(), HundredPlugins.NOTHING);
  }

  private void start(List<String> options, String from) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(HundredPlugins.class.getName(), plugins.toString(), from));
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("a start from " + from + " ended with " + exit);
    }
  }
}
