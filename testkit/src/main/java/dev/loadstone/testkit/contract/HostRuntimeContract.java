package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.port.HostRuntime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link HostRuntime} keeps. */
public abstract class HostRuntimeContract {

  /** For subclasses. */
  protected HostRuntimeContract() {}

  /**
   * Returns the host runtime under test.
   *
   * @return the same one for each call within a test
   */
  protected abstract HostRuntime hostRuntime();

  @Test
  final void identity_always_isThatOfARuntimeThatCanRunTheLibrary() {
    RuntimeIdentity identity = hostRuntime().identity().get();

    assertThat(identity.featureRelease()).isGreaterThanOrEqualTo(17);
  }

  @Test
  final void identity_askedByManyThreads_isAlwaysTheSame() {
    HostRuntime runtime = hostRuntime();
    RuntimeIdentity identity = runtime.identity().get();

    List<RuntimeIdentity> answers =
        IntStream.range(0, 32).parallel().mapToObj(i -> runtime.identity().get()).toList();

    assertThat(answers).containsOnly(identity);
  }
}
