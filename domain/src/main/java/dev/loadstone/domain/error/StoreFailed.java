package dev.loadstone.domain.error;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file could not be written. */
public final class StoreFailed extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Path path;
  private final String reason;

  /**
   * Makes the error.
   *
   * @param path the file as it was given
   * @param reason why it could not be written
   * @param cause what was thrown, null where nothing was
   */
  public StoreFailed(Path path, String reason, @Nullable Throwable cause) {
    super(ErrorKind.STORE_FAILED, Messages.storeFailed(path, reason), cause);
    this.path = path;
    this.reason = reason;
  }

  /**
   * Returns the file as it was given.
   *
   * @return the file as it was given
   */
  public Path path() {
    return path;
  }

  /**
   * Returns why it could not be written.
   *
   * @return why it could not be written
   */
  public String reason() {
    return reason;
  }
}
