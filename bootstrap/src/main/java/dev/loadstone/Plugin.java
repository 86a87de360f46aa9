package dev.loadstone;

import dev.loadstone.domain.artifact.Provenance;
import io.vavr.control.Try;

/**
 * A plugin that is linked and verified, and none of whose code has run.
 *
 * <p>Safe for use by many threads.
 *
 * @param <T> what the plugin gives
 */
public interface Plugin<T> {

  /**
   * Runs the plugin's start on the calling thread. Each call has a new defining loader, thus fresh
   * statics; nothing of a run is kept here.
   *
   * <p>Afterwards the thread has the context class loader, interrupt flag, name, priority and
   * handler of uncaught exceptions that it had before. An interrupt that arrives while the plugin
   * runs is the plugin's.
   *
   * @return what the plugin gives, or {@link dev.loadstone.domain.error.PluginFailed} with what it
   *     threw
   */
  Try<T> run();

  /**
   * Tells how, from what and against what the plugin was built.
   *
   * @return its provenance
   */
  Provenance provenance();
}
