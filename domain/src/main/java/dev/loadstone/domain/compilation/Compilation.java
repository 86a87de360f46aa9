package dev.loadstone.domain.compilation;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.InlinedConstant;
import dev.loadstone.domain.diagnostic.Diagnostic;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The outcome of a compilation without errors.
 *
 * @param mainClass the binary name of the main class
 * @param start what the plugin does when it starts: gives a value exactly when the contract is a
 *     host type
 * @param release the Java SE release that was compiled for
 * @param options every option that was in force and matters to the class files, in a fixed order
 * @param packages the package of each source file, in the order of the sources; empty for the
 *     unnamed one
 * @param classFiles the classes, sorted by name
 * @param usedHostClasses the host's classes that the compilation depended on, with the very bytes
 *     that were read, sorted by name
 * @param inlinedConstants the host's constants whose values the compiler used; a compiler that
 *     cannot tell gives none
 * @param absentClasses the binary names of classes that the host does not have, and that would
 *     change what the sources mean if it had; a compiler that cannot tell gives none
 * @param warnings the warnings, in the compiler's order
 */
public record Compilation(
    String mainClass,
    Start start,
    int release,
    List<String> options,
    List<String> packages,
    List<ClassFile> classFiles,
    List<ClassFile> usedHostClasses,
    SortedSet<InlinedConstant> inlinedConstants,
    SortedSet<String> absentClasses,
    List<Diagnostic> warnings) {

  public Compilation {
    Objects.requireNonNull(mainClass, "mainClass");
    Objects.requireNonNull(start, "start");
    options = List.copyOf(options);
    packages = List.copyOf(packages);
    classFiles = List.copyOf(classFiles);
    usedHostClasses = List.copyOf(usedHostClasses);
    inlinedConstants = Collections.unmodifiableSortedSet(new TreeSet<>(inlinedConstants));
    absentClasses = Collections.unmodifiableSortedSet(new TreeSet<>(absentClasses));
    warnings = List.copyOf(warnings);
  }

  /**
   * Returns the same compilation with other warnings.
   *
   * @param others the warnings, in the order in which they are told
   * @return a copy
   */
  public Compilation withWarnings(List<Diagnostic> others) {
    return new Compilation(
        mainClass,
        start,
        release,
        options,
        packages,
        classFiles,
        usedHostClasses,
        inlinedConstants,
        absentClasses,
        others);
  }
}
