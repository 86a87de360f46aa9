package dev.loadstone.domain.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The caller's executor rejected the plugin that it was to link or run, or dropped it without
 * running it. None of its code ran.
 */
public final class ExecutorRefused extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Makes the error.
   *
   * @param plugin the plugin as it was given
   * @param cause what the executor threw, null where it dropped the plugin
   */
  public ExecutorRefused(String plugin, @Nullable Throwable cause) {
    super(ErrorKind.EXECUTOR_REFUSED, Messages.executorRefused(plugin, cause), cause);
  }
}
