package dev.loadstone.adapter.classloader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.testkit.contract.HostRuntimeContract;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JvmHostRuntimeTest extends HostRuntimeContract {

  private final HostRuntime runtime =
      new ClassLoaderModule(JvmHostRuntimeTest.class.getClassLoader(), List.of()).hostRuntime();

  @Override
  protected HostRuntime hostRuntime() {
    return runtime;
  }

  @Test
  void identity_ofThisProcess_isItsRelease() {
    assertThat(runtime.identity().get().featureRelease()).isEqualTo(Runtime.version().feature());
  }
}
