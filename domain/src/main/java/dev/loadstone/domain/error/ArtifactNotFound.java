package dev.loadstone.domain.error;

import dev.loadstone.domain.diagnostic.PrintableText;
import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An artifact does not exist, is a folder, or cannot be read. */
public final class ArtifactNotFound extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final String place;
  private final Unreadable reason;

  /**
   * Makes the error.
   *
   * @param path the file as it was given
   * @param reason why it cannot be read
   * @param cause what was thrown, null where nothing was
   */
  public ArtifactNotFound(Path path, Unreadable reason, @Nullable Throwable cause) {
    this(path.toString(), reason, Messages.artifactNotFound(path, reason, cause), cause);
  }

  private ArtifactNotFound(
      String place, Unreadable reason, PrintableText message, @Nullable Throwable cause) {
    super(ErrorKind.ARTIFACT_NOT_FOUND, message, cause);
    this.place = place;
    this.reason = reason;
  }

  /**
   * Makes the error of an artifact that is there and cannot be read.
   *
   * @param place the file as it was given, or the entry of a cache
   * @param cause what was thrown
   * @return the error
   */
  public static ArtifactNotFound unreadable(String place, Throwable cause) {
    return new ArtifactNotFound(
        place, Unreadable.FAILED, Messages.artifactUnreadable(place, cause), cause);
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

  /** {@return why it cannot be read} */
  public Unreadable reason() {
    return reason;
  }
}
