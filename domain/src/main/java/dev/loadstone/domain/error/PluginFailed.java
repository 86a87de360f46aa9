package dev.loadstone.domain.error;

import java.io.Serial;

/**
 * A plugin's own code threw: an initialiser, its constructor, its provider method or its main
 * method. The message names the first line of the plugin in the stack trace of what it threw.
 *
 * <p>The cause is what it threw, errors such as {@link StackOverflowError} included.
 */
public final class PluginFailed extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final String plugin;

  /**
   * Makes the error.
   *
   * @param plugin the plugin's main file or artifact as it was given
   * @param cause what was thrown
   */
  public PluginFailed(String plugin, Throwable cause) {
    super(ErrorKind.PLUGIN_FAILED, Messages.pluginFailed(plugin, cause), cause);
    this.plugin = plugin;
  }

  /**
   * Returns the plugin's main file or artifact as it was given.
   *
   * @return the plugin's main file or artifact as it was given
   */
  public String plugin() {
    return plugin;
  }
}
