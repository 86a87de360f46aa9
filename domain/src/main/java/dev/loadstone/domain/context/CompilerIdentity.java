package dev.loadstone.domain.context;

import java.util.Objects;

/**
 * Which compiler it is.
 *
 * @param name its name, such as {@code javac}
 * @param version its full version, such as {@code 17.0.15+6}
 */
public record CompilerIdentity(String name, String version) {

  public CompilerIdentity {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
