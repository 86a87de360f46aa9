package dev.loadstone.cli;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import java.util.Comparator;
import java.util.List;

/** Tells on standard error what the user has to know. Safe for use by many threads. */
interface Reporter {

  /** Tells warnings about the plugin's sources. */
  void warnings(List<Diagnostic> warnings);

  /** Tells that something is not done, and that all else is. */
  void caution(Caution kind, String message);

  /** Tells what happened, for those who want to know. */
  void progress(String message);

  /** Tells why the work was not done. */
  void error(PluginException error);

  /** Tells what may have been meant instead. */
  void advice(String message);

  /** Tells what the plugin's own code threw, and gives the outcome that ends the process so. */
  Outcome pluginFailure(PluginFailed failure);

  /** Tells what the plugin's own code threw, when other work follows. */
  void pluginError(PluginFailed failure);

  /** Tells why the work was not done, whatever the reason, and gives the outcome. */
  default Outcome failure(Throwable failure) {
    if (failure instanceof SeveralFailures several) {
      return several.failures().stream()
          .map(this::shown)
          .max(Comparator.comparing(Outcome::exitCode))
          .orElseThrow();
    }
    if (failure instanceof PluginFailed pluginFailed) {
      return pluginFailure(pluginFailed);
    }
    if (failure instanceof PluginException error) {
      error(error);
      return Outcome.of(ExitCode.of(error.kind()));
    }
    bug(failure);
    return Outcome.of(ExitCode.BUG);
  }

  /** Tells why work was not done that other work follows, and gives its outcome. */
  default Outcome shown(Throwable failure) {
    if (failure instanceof PluginFailed pluginFailed) {
      pluginError(pluginFailed);
      return Outcome.of(ExitCode.of(pluginFailed.kind()));
    }
    return failure(failure);
  }

  /** Tells that a file's name cannot be expressed. */
  void unnameable(String message);

  /** Tells that the command was used wrongly. */
  void usage(String message, String hint);

  /** Tells of a bug of ours. */
  void bug(Throwable thrown);

  /**
   * Tells that nothing will follow.
   *
   * @param outcome how the command ends so far
   * @return how it ends
   */
  Outcome finish(Outcome outcome);
}
