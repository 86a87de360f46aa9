package dev.loadstone.domain.context;

import dev.loadstone.domain.content.Digest;
import java.util.Objects;

/**
 * Which Java runtime it is, and which build of this library runs in it.
 *
 * @param featureRelease the runtime's feature release, such as 17
 * @param libraryBuild the digest of the library's own classes
 */
public record RuntimeIdentity(int featureRelease, Digest libraryBuild) {

  /**
   * Checks that both parts are there.
   *
   * @param featureRelease the runtime's feature release, such as 17
   * @param libraryBuild the digest of the library's own classes
   */
  public RuntimeIdentity {
    Objects.requireNonNull(libraryBuild, "libraryBuild");
  }
}
