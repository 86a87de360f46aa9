package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.report.ExitCode;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.ArtifactNotFound;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.SourceNotFound;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a user gets to read.
 *
 * @param text the text, as it reads on any machine
 * @param exitCode the number that the command ends with
 * @param kinds the type of the error, and what within it this is an example of
 */
record Shown(String text, int exitCode, Set<String> kinds) {

  static Shown of(Throwable thrown, Workshop workshop) {
    assertThat(thrown).isInstanceOf(PluginException.class);
    PluginException error = (PluginException) thrown;
    return new Shown(
        workshop.normalized(String.valueOf(error.getMessage())),
        ExitCode.of(error.kind()),
        kinds(error));
  }

  private static Set<String> kinds(PluginException error) {
    String type = error.getClass().getSimpleName();
    Set<String> kinds = new TreeSet<>(Set.of(type));
    if (error instanceof SourceNotFound missing) {
      kinds.add(type + " " + missing.reason());
    } else if (error instanceof ArtifactNotFound missing) {
      kinds.add(type + " " + missing.reason());
    } else if (error instanceof InvalidSources invalid) {
      kinds.add(type + " " + invalid.reason());
    } else if (error instanceof ContextMismatch mismatch) {
      mismatch.differences().forEach(difference -> kinds.add(type + " " + difference.kind()));
    } else if (error instanceof CompilationFailed failed) {
      failed.diagnostics().stream().map(Diagnostic::code).forEach(kinds::add);
    }
    return kinds;
  }
}
