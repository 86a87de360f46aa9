package dev.loadstone.domain.compilation;

import java.util.List;

/**
 * How something was compiled: what a compiler made of the {@link CompilerSettings}, its own
 * defaults included.
 *
 * @param release the Java SE release that was compiled for
 * @param options every option that was in force and matters to the class files, in a fixed order
 */
public record EffectiveSettings(int release, List<String> options) {

  public EffectiveSettings {
    options = List.copyOf(options);
  }
}
