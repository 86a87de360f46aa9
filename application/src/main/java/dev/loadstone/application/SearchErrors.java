package dev.loadstone.application;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.InvalidSources.Reason;
import dev.loadstone.domain.error.SourceNotFound;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The errors of one search for files, in the order in which they were met, to find what counts:
 * first files that cannot be read, then names, places and encoding, last what the compiler says
 * about all of them.
 */
final class SearchErrors {

  private final List<Throwable> all = new ArrayList<>();

  void add(Throwable error) {
    all.add(error);
  }

  /** Returns the one that counts. */
  Option<Throwable> first() {
    return first(SourceNotFound.class::isInstance)
        .orElse(() -> first(InvalidSources.class::isInstance))
        .orElse(() -> first(error -> !(error instanceof CompilationFailed)))
        .orElse(this::allDiagnostics);
  }

  private Option<Throwable> first(Predicate<Throwable> condition) {
    return Option.ofOptional(all.stream().filter(condition).findFirst());
  }

  private Option<Throwable> allDiagnostics() {
    List<Diagnostic> diagnostics =
        all.stream()
            .map(CompilationFailed.class::cast)
            .flatMap(error -> error.diagnostics().stream())
            .toList();
    return Option.when(!all.isEmpty(), () -> new CompilationFailed(diagnostics));
  }

  /** Makes the error of a file that does not declare the type whose place it has. */
  static InvalidSources misplaced(String type, FoundFile file, FoundFile neededBy) {
    List<String> types = file.types();
    String declared = types.isEmpty() ? "no type" : String.join(", ", types);
    return new InvalidSources(
        List.of(file.source().path()),
        Reason.MISPLACED_TYPE,
        "is where the type "
            + type
            + " belongs, which "
            + neededBy.source().path()
            + " may need, but declares "
            + declared
            + ". Correct the names of the package and the type, or move the file where it"
            + " belongs.");
  }

  /** Makes the error of several files in places of one type. */
  static InvalidSources ambiguous(String type, List<FoundFile.Unparsed> files, FoundFile neededBy) {
    return new InvalidSources(
        files.stream().map(file -> file.source().path()).toList(),
        Reason.AMBIGUOUS_FILE,
        "are both where the type "
            + type
            + " may be, which "
            + neededBy.source().path()
            + " needs. Leave one of the files out.");
  }
}
