package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.error.Tries;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.ImportReference;

/**
 * Finds imports on demand of what is no package, which the compiler lets pass: it is told that each
 * name is a package's, see {@link NameEnvironment#isPackage}.
 */
final class OnDemandImports {

  private final NameEnvironment environment;
  private final List<ParsedUnit> files;
  private final Set<String> declared = new HashSet<>();

  OnDemandImports(NameEnvironment environment, List<ParsedUnit> files) {
    this.environment = environment;
    this.files = files;
    for (ParsedUnit file : files) {
      String packageName = file.outline().packageName();
      if (file.definesClasses()) {
        declared.add(packageName);
      }
      file.outline()
          .types()
          .forEach(type -> declared.add(file.outline().binaryName(type.simpleName())));
    }
  }

  /** An import of a file, and what it names. */
  record Import(ParsedUnit file, String name, boolean isOfModule, int position) {}

  /** Returns those that mean nothing; a failure is the host view's. */
  Try<List<Import>> missing() {
    return Tries.traverse(
            files.stream().flatMap(file -> onDemand(file).stream()).toList(), this::missing)
        .map(found -> found.stream().flatMap(Option::toJavaStream).toList());
  }

  private static List<Import> onDemand(ParsedUnit file) {
    return file.onDemand().stream().map(each -> of(file, each)).toList();
  }

  private static Import of(ParsedUnit file, ImportReference reference) {
    return new Import(
        file,
        CharOperation.toString(reference.tokens),
        ModuleImports.isOfModule(reference),
        reference.sourceStart);
  }

  private Try<Option<Import>> missing(Import each) {
    if (each.isOfModule()) {
      return Try.success(Option.when(!environment.knowsModule(each.name()), each));
    }
    return declared.contains(each.name())
        ? Try.success(Option.none())
        : environment.knows(each.name()).map(isKnown -> Option.when(!isKnown, each));
  }
}
