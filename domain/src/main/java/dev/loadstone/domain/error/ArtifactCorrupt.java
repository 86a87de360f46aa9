package dev.loadstone.domain.error;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that was made by this library, but whose bytes are not what was written. */
public final class ArtifactCorrupt extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Path path;
  private final String difference;

  /**
   * Makes the error.
   *
   * @param path the file as it was given
   * @param difference what differs
   * @param cause what was thrown, null where nothing was
   */
  public ArtifactCorrupt(Path path, String difference, @Nullable Throwable cause) {
    super(ErrorKind.ARTIFACT_CORRUPT, Messages.artifactCorrupt(path, difference), cause);
    this.path = path;
    this.difference = difference;
  }

  /** {@return the file as it was given} */
  public Path path() {
    return path;
  }

  /** {@return what differs} */
  public String difference() {
    return difference;
  }
}
