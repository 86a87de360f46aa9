package dev.loadstone.adapter.javac;

import com.sun.source.tree.Tree;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.error.Tries;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.TakenNames.Taken;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

/** Tells at the user's own lines which names are taken, unless javac has said it. */
final class TakenNames {

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
    return !definesClasses(file) || isSaid(file)
        ? Try.success(List.of())
        : dev.loadstone.domain.source.TakenNames.in(
                file.outline(),
                host::hasPackage,
                name -> host.classFile(name).map(Option::isDefined))
            .map(taken -> taken.stream().map(each -> diagnostic(each, file)).toList());
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

  private Diagnostic diagnostic(Taken taken, ParsedFile file) {
    Tree place =
        taken
            .type()
            .<Tree>map(type -> file.type(type.simpleName()))
            .getOrElse(file.unit()::getPackage);
    return positions.diagnosticAt(place, file, Severity.ERROR, taken.code(), taken.message(), "");
  }
}
