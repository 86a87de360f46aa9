package dev.loadstone.cli;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.error.CompilationFailed;
import io.vavr.control.Option;
import java.util.stream.Collectors;

/**
 * Which options help where a compilation failed. The error itself cannot tell: other hosts have
 * none.
 */
final class CompilationAdvice {

  private CompilationAdvice() {}

  /** Says what helps where warnings are the reason. */
  static Option<String> onWarnings(CompilationFailed failed, String command) {
    if (failed.advice().isEmpty()) {
      return Option.none();
    }
    String keys =
        failed.diagnostics().stream()
            .filter(WarningPolicy::countsAsError)
            .map(Diagnostic::lint)
            .filter(key -> !key.isEmpty())
            .distinct()
            .sorted()
            .collect(Collectors.joining(","));
    return Option.some(
        "'loadstone "
            + command
            + " "
            + Options.WARNINGS
            + " report' lets all warnings pass"
            + (keys.isEmpty() ? "." : ", '" + Options.EXCEPT + " " + keys + "' only these."));
  }
}
