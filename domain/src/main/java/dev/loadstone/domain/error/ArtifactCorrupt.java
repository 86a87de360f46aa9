package dev.loadstone.domain.error;

import java.io.Serial;
import java.nio.file.Path;
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

  /**
   * Returns the file as it was given.
   *
   * @return the file
   * @throws java.nio.file.InvalidPathException for an entry of a cache whose store has no files, if
   *     its name is not a path
   */
  public Path path() {
    return Path.of(place);
  }

  /** {@return what differs} */
  public String difference() {
    return difference;
  }
}
