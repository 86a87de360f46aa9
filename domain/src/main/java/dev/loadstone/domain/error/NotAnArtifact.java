package dev.loadstone.domain.error;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that was not made by this library. */
public final class NotAnArtifact extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final String place;
  private final String reason;

  /**
   * Makes the error.
   *
   * @param place the file as it was given, or the entry of a cache
   * @param reason what shows that it is not an artifact
   * @param cause what was thrown, null where nothing was
   */
  public NotAnArtifact(String place, String reason, @Nullable Throwable cause) {
    super(ErrorKind.NOT_AN_ARTIFACT, Messages.notAnArtifact(place, reason), cause);
    this.place = place;
    this.reason = reason;
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

  /** {@return what shows that it is not an artifact} */
  public String reason() {
    return reason;
  }
}
