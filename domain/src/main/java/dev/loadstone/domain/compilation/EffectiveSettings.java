package dev.loadstone.domain.compilation;

import java.util.List;

/**
 * How something was compiled: what a compiler made of the {@link CompilerSettings}, its own
 * defaults included.
 *
 * @param release the Java SE release that was compiled for
 * @param options every option that was in force and matters to the class files, in a fixed order
 * @param processors the JARs of the processor path, in order; empty where no annotation processor
 *     ran
 */
public record EffectiveSettings(
    int release, List<String> options, List<ProcessorDigest> processors) {

  public EffectiveSettings {
    options = List.copyOf(options);
    processors = List.copyOf(processors);
  }

  /**
   * Makes the settings of a compilation without annotation processors.
   *
   * @param release the Java SE release that was compiled for
   * @param options every option that was in force and matters to the class files, in a fixed order
   */
  public EffectiveSettings(int release, List<String> options) {
    this(release, options, List.of());
  }
}
