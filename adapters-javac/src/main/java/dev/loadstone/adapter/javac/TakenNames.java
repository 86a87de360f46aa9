package dev.loadstone.adapter.javac;

import com.sun.source.tree.ClassTree;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.error.Tries;
import dev.loadstone.domain.name.LibraryPackages;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

/**
 * The rule that a plugin puts no class into a named package of the JDK or the host, and none under
 * the name of a host class: javac would grant a package access that the JVM, with two loaders,
 * refuses (JVMS 5.3).
 */
final class TakenNames {

  private static final String PACKAGE_TAKEN = "loadstone.err.package.taken";
  private static final String CLASS_TAKEN = "loadstone.err.class.taken";
  private static final String SAID_BY_JAVAC = "compiler.err.package.in.other.module";

  private final HostView host;
  private final Positions positions;
  private final List<Diagnostic> alreadySaid;

  TakenNames(HostView host, Positions positions, List<Diagnostic> alreadySaid) {
    this.host = host;
    this.positions = positions;
    this.alreadySaid = alreadySaid;
  }

  /** Judges files in their order; a failure is the host view's. */
  Try<List<Diagnostic>> diagnostics(List<ParsedFile> files) {
    return Tries.traverse(files, this::diagnostics)
        .map(ofFiles -> ofFiles.stream().flatMap(List::stream).toList());
  }

  private Try<List<Diagnostic>> diagnostics(ParsedFile file) {
    String packageName = file.outline().packageName();
    if (packageName.isEmpty() || !definesClasses(file) || isSaid(file)) {
      return Try.success(List.of());
    }
    return host.hasPackage(packageName)
        .flatMap(
            taken ->
                taken
                    ? Try.success(List.of(packageTaken(file, "the JDK or the host")))
                    : classesTaken(file))
        .map(
            found ->
                found.isEmpty() && LibraryPackages.has(packageName)
                    ? List.of(packageTaken(file, "Loadstone itself"))
                    : found);
  }

  // An annotated package declaration becomes a class file, too (JLS 7.4.1).
  private static boolean definesClasses(ParsedFile file) {
    return !file.types().isEmpty() || !file.unit().getPackageAnnotations().isEmpty();
  }

  private boolean isSaid(ParsedFile file) {
    return alreadySaid.stream()
        .anyMatch(
            each ->
                each.code().equals(SAID_BY_JAVAC) && each.source().equals(file.source().path()));
  }

  private Diagnostic packageTaken(ParsedFile file, String owner) {
    return positions.diagnosticAt(
        file.unit().getPackage(),
        file,
        Severity.ERROR,
        PACKAGE_TAKEN,
        "package "
            + file.outline().packageName()
            + " is taken: "
            + owner
            + " has classes in it\n"
            + "(put the plugin's classes into a package of their own)",
        "");
  }

  private Try<List<Diagnostic>> classesTaken(ParsedFile file) {
    return Tries.traverse(file.types(), type -> classTaken(type, file))
        .map(found -> found.stream().flatMap(Option::toJavaStream).toList());
  }

  private Try<Option<Diagnostic>> classTaken(ClassTree type, ParsedFile file) {
    String binaryName = file.outline().binaryName(type.getSimpleName().toString());
    return host.classFile(binaryName)
        .map(known -> known.map(ofHost -> classTaken(type, file, binaryName)));
  }

  private Diagnostic classTaken(ClassTree type, ParsedFile file, String binaryName) {
    return positions.diagnosticAt(
        type,
        file,
        Severity.ERROR,
        CLASS_TAKEN,
        "class "
            + binaryName
            + " is taken: the host has a class of this name\n"
            + "(put the plugin's classes into a package of their own)",
        "");
  }
}
