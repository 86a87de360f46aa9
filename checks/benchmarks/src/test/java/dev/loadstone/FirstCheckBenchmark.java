package dev.loadstone;

import dev.loadstone.application.CheckContext;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.internal.wiring.LoadstoneComponent;
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
import org.openjdk.jmh.annotations.Warmup;

/** The first context check of a fresh JVM, on a plugin that uses thirty classes of the host. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(15)
public class FirstCheckBenchmark {

  private CheckContext context;
  private Artifact artifact;

  /** Makes the use case, and reads the artifact, as every load does before it checks. */
  @Setup
  public void read() {
    LoadstoneComponent useCases = Fixture.useCases(Fixture.hostJar());
    context = useCases.context();
    artifact = useCases.read().read(Fixture.artifact()).get();
  }

  /** The check alone. */
  @Benchmark
  public List<Difference> firstCheck() {
    return context.differences(artifact).get();
  }
}
