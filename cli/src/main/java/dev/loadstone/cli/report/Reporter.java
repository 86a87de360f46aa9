package dev.loadstone.cli.report;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import java.util.Comparator;
import java.util.List;

/** Tells on standard error what the user has to know. Safe for use by many threads. */
public interface Reporter {

  /** What a warning of ours is about, as opposed to one about the plugin's sources. */
  enum Caution {
    /** An option that cannot be followed to the letter. */
    OPTION("loadstone.warn.option"),
    /** The cache cannot be used, so plugins are compiled each time. */
    CACHE("loadstone.warn.cache");

    private final String code;

    Caution(String code) {
      this.code = code;
    }

    /** {@return the code by which programs tell it from the compiler's} */
    public String code() {
      return code;
    }
  }

  /**
   * Tells warnings about the plugin's sources.
   *
   * @param warnings the warnings; none are told by nothing
   */
  void warnings(List<Diagnostic> warnings);

  /**
   * Tells that something is not done, and that all else is.
   *
   * @param kind what it is about
   * @param message what is not done, and why
   */
  void caution(Caution kind, String message);

  /**
   * Tells what happened, for those who want to know.
   *
   * @param message what happened
   */
  void progress(String message);

  /**
   * Tells why the work was not done.
   *
   * @param error the reason
   */
  void error(PluginException error);

  /**
   * Tells what may have been meant instead.
   *
   * @param message the advice
   */
  void advice(String message);

  /**
   * Tells what the plugin's own code threw, and gives the outcome that ends the process so.
   *
   * @param failure holds what was thrown
   * @return how the command ends
   */
  Outcome pluginFailure(PluginFailed failure);

  /**
   * Tells what the plugin's own code threw, when other work follows.
   *
   * @param failure holds what was thrown
   */
  void pluginError(PluginFailed failure);

  /**
   * Tells why the work was not done, whatever the reason.
   *
   * @param failure the reason
   * @return how the command ends
   */
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

  /**
   * Tells why work was not done that other work follows.
   *
   * @param failure the reason
   * @return how the command ends if all other work is done
   */
  default Outcome shown(Throwable failure) {
    if (failure instanceof PluginFailed pluginFailed) {
      pluginError(pluginFailed);
      return Outcome.of(ExitCode.of(pluginFailed.kind()));
    }
    return failure(failure);
  }

  /**
   * Tells that a file's name cannot be expressed.
   *
   * @param message which file's, and why
   */
  void unnameable(String message);

  /**
   * Tells that the command was used wrongly.
   *
   * @param message what is wrong
   * @param hint where to read on
   */
  void usage(String message, String hint);

  /**
   * Tells of a bug of ours.
   *
   * @param thrown what was thrown
   */
  void bug(Throwable thrown);

  /**
   * Tells that nothing will follow.
   *
   * @param outcome how the command ends so far
   * @return how it ends
   */
  Outcome finish(Outcome outcome);
}
