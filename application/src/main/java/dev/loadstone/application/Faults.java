package dev.loadstone.application;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.SourceNotFound;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What went wrong with several files, in the order in which it was met, to find what counts: first
 * files that cannot be read, then names, places and encoding, last what the compiler says about all
 * of them.
 */
final class Faults {

  private final List<Throwable> all = new ArrayList<>();

  void add(Throwable fault) {
    all.add(fault);
  }

  /** Returns the one that counts. */
  Option<Throwable> first() {
    return first(SourceNotFound.class::isInstance)
        .orElse(() -> first(InvalidSources.class::isInstance))
        .orElse(() -> first(fault -> !(fault instanceof CompilationFailed)))
        .orElse(this::allDiagnostics);
  }

  private Option<Throwable> first(Predicate<Throwable> condition) {
    return Option.ofOptional(all.stream().filter(condition).findFirst());
  }

  private Option<Throwable> allDiagnostics() {
    List<Diagnostic> diagnostics =
        all.stream()
            .map(CompilationFailed.class::cast)
            .flatMap(fault -> fault.diagnostics().stream())
            .toList();
    return Option.when(!all.isEmpty(), () -> new CompilationFailed(diagnostics));
  }
}
