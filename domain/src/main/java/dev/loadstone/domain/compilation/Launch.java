package dev.loadstone.domain.compilation;

import java.util.Objects;

/**
 * How a plugin is launched.
 *
 * @param mainClass the binary name of its main class
 * @param start what the main class does when the plugin starts: gives a value exactly when the
 *     contract is a host type
 */
public record Launch(String mainClass, Start start) {

  public Launch {
    Objects.requireNonNull(mainClass, "mainClass");
    Objects.requireNonNull(start, "start");
  }
}
