package dev.loadstone.domain.port;

import dev.loadstone.domain.context.RuntimeIdentity;
import io.vavr.control.Try;

/** The Java runtime, and the library's own build in it. */
public interface HostRuntime {

  /**
   * Tells which runtime and which build of the library this is. The answer does not change within a
   * process.
   *
   * @return the identity
   */
  Try<RuntimeIdentity> identity();
}
