package dev.loadstone.cli.command;

import dev.loadstone.domain.error.CompilationFailed;
import io.vavr.control.Option;

/**
 * Which options help where a compilation failed. The error itself cannot tell: other hosts have
 * none.
 */
final class CompilationAdvice {

  private CompilationAdvice() {}

  /** Says what helps where warnings are the reason. */
  static Option<String> onWarnings(CompilationFailed failed, String command) {
    return Option.when(
        !failed.warningKeys().isEmpty(),
        () ->
            "'loadstone "
                + command
                + " "
                + Options.WARNINGS
                + " report' lets all warnings pass, '"
                + Options.EXCEPT
                + " "
                + String.join(",", failed.warningKeys())
                + "' only these.");
  }
}
