package dev.loadstone;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.internal.wiring.LoadstoneComponent;
import io.vavr.control.Option;
import io.vavr.control.Try;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the context check adds to loading an artifact in a warm process: read, check, link, run,
 * with the check and without, and {@link URLClassLoader} on the same file.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class CheckedLoadBenchmark {

  private static final Contract CONTRACT =
      Contract.type("java.lang.Runnable", "java.lang.Runnable");

  /** Where the host's classes come from. */
  @Param({"jar", "folder"})
  public String host;

  private Path artifact = Path.of("");
  private PluginOrigin origin = PluginOrigin.of(artifact);
  private LoadstoneComponent useCases;
  private ClassLoader hostLoader;

  /** Opens the host. */
  @Setup
  public void open() throws Exception {
    Path classes = host.equals("jar") ? Fixture.hostJar() : Fixture.hostFolder();
    artifact = Fixture.artifact();
    origin = PluginOrigin.of(artifact);
    useCases = Fixture.useCases(classes);
    hostLoader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  /** As loading an artifact does it. */
  @Benchmark
  public Object checked() {
    return run(
        useCases
            .read()
            .read(artifact)
            .flatMap(read -> useCases.admit().admit(read, origin, CONTRACT)));
  }

  /** The same without the check. */
  @Benchmark
  public Object unchecked() {
    return run(useCases.read().read(artifact));
  }

  private Object run(Try<Artifact> read) {
    return read.flatMap(
            admitted -> useCases.link().link(admitted, origin, Option.none(), List.of()))
        .flatMap(linked -> linked.run(List.of()))
        .map(
            value -> {
              ((Runnable) value.get()).run();
              return value;
            })
        .get();
  }

  /** What one would write without a library. */
  @Benchmark
  public Object urlClassLoader() throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {artifact.toUri().toURL()}, hostLoader)) {
      Runnable plugin =
          Class.forName(Fixture.MAIN_CLASS, true, loader)
              .asSubclass(Runnable.class)
              .getDeclaredConstructor()
              .newInstance();
      plugin.run();
      return plugin;
    }
  }
}
