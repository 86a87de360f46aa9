package dev.loadstone.domain.error;

import dev.loadstone.domain.diagnostic.PrintableText;
import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file could not be written, or the compile cache cannot be used. */
public final class StoreFailed extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Path path;
  private final String reason;

  /**
   * Makes the error of a file that could not be written.
   *
   * @param path the file as it was given
   * @param reason why it could not be written
   * @param cause what was thrown, null where nothing was
   */
  public StoreFailed(Path path, String reason, @Nullable Throwable cause) {
    this(path, reason, Messages.storeFailed(path, reason), cause);
  }

  private StoreFailed(Path path, String reason, PrintableText message, @Nullable Throwable cause) {
    super(ErrorKind.STORE_FAILED, message, cause);
    this.path = path;
    this.reason = reason;
  }

  /**
   * Makes the error of a cache that cannot be used, or cannot do what it was asked.
   *
   * @param folder the cache's folder as it was given
   * @param reason why not
   * @param cause what was thrown, null where nothing was
   */
  public static StoreFailed ofCache(Path folder, String reason, @Nullable Throwable cause) {
    return new StoreFailed(folder, reason, Messages.cacheFailed(folder, reason), cause);
  }

  /** {@return the file, or the cache's folder, as it was given} */
  public Path path() {
    return path;
  }

  /** {@return why it could not be written or used} */
  public String reason() {
    return reason;
  }
}
