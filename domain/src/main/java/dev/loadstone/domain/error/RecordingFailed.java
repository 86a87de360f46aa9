package dev.loadstone.domain.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin was compiled against cannot be recorded, since a class file cannot be read. So the
 * plugin may be linked and run, but neither written as an artifact nor kept in the cache: nobody
 * could tell whether it fits another host.
 */
public final class RecordingFailed extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final String className;
  private final String reason;

  /**
   * Makes the error.
   *
   * @param className the binary name of the class
   * @param reason why its class file cannot be read, to follow these words: {@code is cut off}
   * @param cause what was thrown, null where nothing was
   */
  public RecordingFailed(String className, String reason, @Nullable Throwable cause) {
    super(ErrorKind.RECORDING_FAILED, Messages.recordingFailed(className, reason), cause);
    this.className = className;
    this.reason = reason;
  }

  /**
   * Returns the class whose class file cannot be read, of the host or of the plugin.
   *
   * @return its binary name
   */
  public String className() {
    return className;
  }

  /**
   * Returns why its class file cannot be read.
   *
   * @return words that follow "its class file"
   */
  public String reason() {
    return reason;
  }
}
