package dev.loadstone.testkit;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.port.HostRuntime;
import io.vavr.control.Try;

/**
 * A host runtime that is whatever a test says.
 *
 * @param runtime the identity that it gives
 */
public record FakeHostRuntime(RuntimeIdentity runtime) implements HostRuntime {

  /**
   * Makes a host runtime.
   *
   * @param featureRelease the runtime's feature release
   * @param build any text, which stands for a build of the library: another text, another build
   * @return the host runtime
   */
  public static FakeHostRuntime of(int featureRelease, String build) {
    return new FakeHostRuntime(new RuntimeIdentity(featureRelease, Digest.of(Bytes.ofUtf8(build))));
  }

  @Override
  public Try<RuntimeIdentity> identity() {
    return Try.success(runtime);
  }
}
