package dev.loadstone.domain.error;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The host's class loader failed while it was asked for a class or a package. */
public final class HostFailed extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final String name;
  private final String loader;

  /**
   * Makes the error.
   *
   * @param name what the loader was asked for: the binary name of a class, or a package
   * @param loader the loader, as it describes itself
   * @param cause what was thrown, null where nothing was
   */
  public HostFailed(String name, String loader, @Nullable Throwable cause) {
    super(ErrorKind.HOST_FAILED, Messages.hostFailed(name, loader, cause), cause);
    this.name = Objects.requireNonNull(name, "name");
    this.loader = Objects.requireNonNull(loader, "loader");
  }

  /** {@return what the loader was asked for: the binary name of a class, or a package} */
  public String name() {
    return name;
  }

  /** {@return the loader, as it describes itself} */
  public String loader() {
    return loader;
  }
}
