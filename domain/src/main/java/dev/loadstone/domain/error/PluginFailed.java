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
   * Makes the error, and asks what was thrown for its text, on the calling thread.
   *
   * @param plugin the plugin's main file or artifact as it was given
   * @param cause what was thrown
   */
  public PluginFailed(String plugin, Throwable cause) {
    this(plugin, cause, ThrowableText.of(cause));
  }

  /**
   * Makes the error, and runs no method of what was thrown.
   *
   * @param plugin the plugin's main file or artifact as it was given
   * @param cause what was thrown
   * @param text what that says
   */
  public PluginFailed(String plugin, Throwable cause, ThrowableText text) {
    super(ErrorKind.PLUGIN_FAILED, Messages.pluginFailed(plugin, text), cause);
    this.plugin = plugin;
  }

  /** {@return the plugin's main file or artifact as it was given} */
  public String plugin() {
    return plugin;
  }
}
