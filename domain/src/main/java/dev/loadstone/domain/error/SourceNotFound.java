package dev.loadstone.domain.error;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A source file does not exist, is a folder, or cannot be read. */
public final class SourceNotFound extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Path path;
  private final Unreadable reason;

  /**
   * Makes the error.
   *
   * @param path the file as it was given
   * @param reason why it cannot be read
   * @param cause what was thrown, null where nothing was
   */
  public SourceNotFound(Path path, Unreadable reason, @Nullable Throwable cause) {
    super(ErrorKind.SOURCE_NOT_FOUND, Messages.sourceNotFound(path, reason, cause), cause);
    this.path = path;
    this.reason = reason;
  }

  /** {@return the file as it was given} */
  public Path path() {
    return path;
  }

  /** {@return why it cannot be read} */
  public Unreadable reason() {
    return reason;
  }
}
