package dev.loadstone.domain.error;

import java.io.Serial;

/** The Java virtual machine refused a plugin's classes before any of its code ran. */
public final class LinkageFailed extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final String plugin;

  /**
   * Makes the error.
   *
   * @param plugin the plugin's main file or artifact as it was given
   * @param cause what was thrown
   */
  public LinkageFailed(String plugin, Throwable cause) {
    super(ErrorKind.LINKAGE_FAILED, Messages.linkageFailed(plugin, cause), cause);
    this.plugin = plugin;
  }

  /** {@return the plugin's main file or artifact as it was given} */
  public String plugin() {
    return plugin;
  }
}
