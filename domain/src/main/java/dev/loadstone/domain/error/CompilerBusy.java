package dev.loadstone.domain.error;

import java.io.Serial;
import java.util.List;

/**
 * Every thread that may compile is occupied by a compilation that was given up and still runs: a
 * compiler cannot be stopped from outside.
 */
public final class CompilerBusy extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final List<String> threads;

  /**
   * Makes the error.
   *
   * @param plugin the plugin that was to be compiled, as it was given
   * @param threads the names of the threads that still compile
   */
  public CompilerBusy(String plugin, List<String> threads) {
    super(ErrorKind.COMPILER_BUSY, Messages.compilerBusy(plugin, threads), null);
    this.threads = List.copyOf(threads);
  }

  /** {@return the names of the threads that still compile} */
  public List<String> threads() {
    return threads;
  }
}
