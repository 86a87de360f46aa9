package dev.loadstone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.testkit.contract.LoaderContract;
import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class FakeLoaderTest extends LoaderContract {

  private static final Contract COMPARABLE =
      Contract.type("java.lang.Comparable<java.lang.String>", "java.lang.Comparable");

  private static Artifact artifact(Contract contract) {
    return LinkableArtifacts.of("com.acme.Pricing", contract, List.of(), List.of());
  }

  private static Subject sideEffect(FakeLoader.Start start) {
    return new Subject(FakeLoader.running(start), artifact(Contract.sideEffect()));
  }

  private static Subject value(FakeLoader.Start start) {
    return new Subject(FakeLoader.running(start), artifact(COMPARABLE));
  }

  @Override
  protected Subject giving() {
    AtomicInteger count = new AtomicInteger();
    return value(arguments -> "value " + count.incrementAndGet());
  }

  @Override
  protected Subject doing() {
    return sideEffect(arguments -> null);
  }

  @Override
  protected Subject throwing() {
    return sideEffect(
        arguments -> {
          throw new IllegalStateException(String.join(",", arguments));
        });
  }

  @Override
  protected Subject overflowing() {
    return sideEffect(
        arguments -> {
          throw new StackOverflowError();
        });
  }

  @Override
  protected Subject interrupted() {
    return sideEffect(
        arguments -> {
          throw new InterruptedException();
        });
  }

  @Override
  protected Subject missingClass() {
    return sideEffect(
        arguments -> {
          throw new NoClassDefFoundError("com/acme/Gone");
        });
  }

  @Override
  protected Subject givingNull() {
    return value(arguments -> null);
  }

  @Override
  protected Subject refused() {
    return new Subject(
        FakeLoader.refusing(new VerifyError("bad")), artifact(Contract.sideEffect()));
  }

  @Test
  void linked_afterLinks_namesTheirOrigins() {
    FakeLoader loader = FakeLoader.running(arguments -> null);
    PluginOrigin origin = new PluginOrigin("Pricing.java", Option.none());

    boolean success = loader.link(artifact(COMPARABLE), origin).isSuccess();

    assertThat(success).isTrue();
    assertThat(loader.linked()).containsExactly(origin);
  }
}
