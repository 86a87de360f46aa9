package dev.loadstone.domain.error;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that was not made by this library. */
public final class NotAnArtifact extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Path path;
  private final String reason;

  /**
   * Makes the error.
   *
   * @param path the file as it was given
   * @param reason what shows that it is not an artifact
   * @param cause what was thrown, null where nothing was
   */
  public NotAnArtifact(Path path, String reason, @Nullable Throwable cause) {
    super(ErrorKind.NOT_AN_ARTIFACT, Messages.notAnArtifact(path, reason), cause);
    this.path = path;
    this.reason = reason;
  }

  /** {@return the file as it was given} */
  public Path path() {
    return path;
  }

  /** {@return what shows that it is not an artifact} */
  public String reason() {
    return reason;
  }
}
