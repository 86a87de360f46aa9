package dev.loadstone.domain.port;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import io.vavr.control.Try;

/** Makes artifacts runnable. */
public interface Loader {

  /**
   * Links an artifact: defines its classes and verifies every one of them, and initialises none.
   *
   * @param artifact the artifact
   * @param origin where it came from
   * @return the linked plugin, or {@link dev.loadstone.domain.error.LinkageFailed}
   */
  Try<LinkedPlugin> link(Artifact artifact, PluginOrigin origin);
}
