package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import java.util.Objects;

/**
 * What a call that had to wait for a compilation got.
 *
 * @param artifact the artifact
 * @param isCompiled whether it was compiled just now: against the very host, so that it meets every
 *     {@link Need}; otherwise another process had kept it meanwhile
 */
public record ObtainedPlugin(Artifact artifact, boolean isCompiled) {

  /**
   * Checks that the artifact is there.
   *
   * @param artifact the artifact
   * @param isCompiled whether it was compiled just now
   */
  public ObtainedPlugin {
    Objects.requireNonNull(artifact, "artifact");
  }

  /**
   * Tells whether it would do for another call of the same key.
   *
   * @param obtainedFor what the call needed that got it
   * @param need what the other call needs
   * @return whether it does
   */
  public boolean meets(Need obtainedFor, Need need) {
    return isCompiled || need == Need.EQUIVALENT || obtainedFor == Need.IDENTICAL;
  }
}
