package dev.loadstone.domain.error;

import dev.loadstone.domain.diagnostic.PrintableText;
import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file could not be written, or the compile cache cannot be used. */
public final class StoreFailed extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final String place;
  private final String reason;

  /**
   * Makes the error of a file that could not be written.
   *
   * @param path the file as it was given
   * @param reason why it could not be written
   * @param cause what was thrown, null where nothing was
   */
  public StoreFailed(Path path, String reason, @Nullable Throwable cause) {
    this(path.toString(), reason, Messages.storeFailed(path, reason), cause);
  }

  private StoreFailed(
      String place, String reason, PrintableText message, @Nullable Throwable cause) {
    super(ErrorKind.STORE_FAILED, message, cause);
    this.place = place;
    this.reason = reason;
  }

  /**
   * Makes the error of a cache that cannot be used, or cannot do what it was asked.
   *
   * @param place where the cache is, or the entry: a folder as it was given, or a name
   * @param reason why not
   * @param cause what was thrown, null where nothing was
   */
  public static StoreFailed ofCache(String place, String reason, @Nullable Throwable cause) {
    return new StoreFailed(place, reason, Messages.cacheFailed(place, reason), cause);
  }

  /**
   * Makes the error of a cache whose store lacks what it was asked for.
   *
   * @param store the store
   * @param lacking what it cannot do: {@code list its entries}
   * @return the error
   */
  public static StoreFailed notOffered(String store, String lacking) {
    return new StoreFailed(
        store, "it cannot " + lacking, Messages.notOffered(store, lacking), null);
  }

  /**
   * Returns the file as it was given, or where the cache is.
   *
   * @return the file, or the cache's place
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

  /** {@return why it could not be written or used} */
  public String reason() {
    return reason;
  }
}
