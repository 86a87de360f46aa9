package dev.loadstone.domain.compilation;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.diagnostic.Diagnostic;
import java.util.List;
import java.util.Objects;

/**
 * The outcome of a compilation without errors.
 *
 * @param launch the main class, and what it does when the plugin starts
 * @param settings release and options that were in force
 * @param sources each source of the request with its package, in the request's order
 * @param generated what annotation processors made beside classes
 * @param classFiles the classes, sorted by name
 * @param hostUse what the compiler used of the host
 * @param warnings the warnings, in the compiler's order
 */
public record Compilation(
    Launch launch,
    EffectiveSettings settings,
    List<CompiledSource> sources,
    GeneratedFiles generated,
    List<ClassFile> classFiles,
    HostUse hostUse,
    List<Diagnostic> warnings) {

  public Compilation {
    Objects.requireNonNull(launch, "launch");
    Objects.requireNonNull(settings, "settings");
    sources = List.copyOf(sources);
    Objects.requireNonNull(generated, "generated");
    classFiles = List.copyOf(classFiles);
    Objects.requireNonNull(hostUse, "hostUse");
    warnings = List.copyOf(warnings);
  }

  /**
   * Makes the outcome of a compilation without annotation processors.
   *
   * @param launch the main class, and what it does when the plugin starts
   * @param settings release and options that were in force
   * @param sources each source of the request with its package, in the request's order
   * @param classFiles the classes, sorted by name
   * @param hostUse what the compiler used of the host
   * @param warnings the warnings, in the compiler's order
   */
  public Compilation(
      Launch launch,
      EffectiveSettings settings,
      List<CompiledSource> sources,
      List<ClassFile> classFiles,
      HostUse hostUse,
      List<Diagnostic> warnings) {
    this(launch, settings, sources, GeneratedFiles.NONE, classFiles, hostUse, warnings);
  }

  /** {@return the binary name of the main class} */
  public String mainClass() {
    return launch.mainClass();
  }

  /**
   * Returns the same compilation with other warnings.
   *
   * @param others the warnings, in the order in which they are told
   * @return a copy
   */
  public Compilation withWarnings(List<Diagnostic> others) {
    return new Compilation(launch, settings, sources, generated, classFiles, hostUse, others);
  }
}
