package dev.loadstone.domain.compilation;

import dev.loadstone.domain.diagnostic.WarningPolicy;
import io.vavr.control.Option;
import java.util.List;
import java.util.Objects;

/**
 * How to compile.
 *
 * @param release the Java SE release to compile for, as javac's {@code --release}; none for the
 *     running one
 * @param options further options, passed to the compiler as they are
 * @param warnings which warnings matter
 * @param processors the processor path: the annotation processors in it run, and no others; empty
 *     where none are to run
 */
public record CompilerSettings(
    Option<Integer> release,
    List<String> options,
    WarningPolicy warnings,
    List<ProcessorJar> processors) {

  public CompilerSettings {
    Objects.requireNonNull(release, "release");
    options = List.copyOf(options);
    Objects.requireNonNull(warnings, "warnings");
    processors = List.copyOf(processors);
  }

  /**
   * Makes settings without annotation processors.
   *
   * @param release the Java SE release to compile for, none for the running one
   * @param options further options
   * @param warnings which warnings matter
   */
  public CompilerSettings(Option<Integer> release, List<String> options, WarningPolicy warnings) {
    this(release, options, warnings, List.of());
  }

  /**
   * Returns the same settings with another processor path.
   *
   * @param jars the JARs
   * @return a copy
   */
  public CompilerSettings withProcessors(List<ProcessorJar> jars) {
    return new CompilerSettings(release, options, warnings, jars);
  }
}
