package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.port.HostRuntime;
import io.vavr.Lazy;
import io.vavr.control.Try;

/** The Java runtime of this process. */
final class JvmHostRuntime implements HostRuntime {

  private final Lazy<Try<RuntimeIdentity>> identity;

  JvmHostRuntime(LibraryBuild build) {
    identity =
        Lazy.of(
            () ->
                Try.of(build::digest)
                    .map(digest -> new RuntimeIdentity(Runtime.version().feature(), digest)));
  }

  @Override
  public Try<RuntimeIdentity> identity() {
    return identity.get();
  }
}
