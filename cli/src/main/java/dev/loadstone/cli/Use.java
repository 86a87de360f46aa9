package dev.loadstone.cli;

/**
 * What is done with what a plugin gives.
 *
 * @param <T> what it gives
 */
interface Use<T> {

  /** Does it. What this throws is the plugin's. */
  void apply(T value) throws Exception;
}
