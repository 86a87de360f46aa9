package dev.loadstone.domain.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file that was made by this library, but whose bytes are not what was written. */
public final class ArtifactCorrupt extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final String place;
  private final String difference;

  /**
   * Makes the error.
   *
   * @param place the file as it was given, or the entry of a cache
   * @param difference what differs
   * @param cause what was thrown, null where nothing was
   */
  public ArtifactCorrupt(String place, String difference, @Nullable Throwable cause) {
    super(ErrorKind.ARTIFACT_CORRUPT, Messages.artifactCorrupt(place, difference), cause);
    this.place = place;
    this.difference = difference;
  }

  /**
   * Returns the file as it was given, or the entry of a cache.
   *
   * @return the file, or the entry
   */
  public String place() {
    return place;
  }

  /** {@return what differs} */
  public String difference() {
    return difference;
  }
}
