package dev.loadstone.domain.abi;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A class file cannot be read: it is malformed, of another class than its name says, a module
 * declaration, or of a version that is not understood, or what holds it cannot be read. Users never
 * meet it as it is.
 */
public final class UnreadableClass extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** The name that the class file is known by. */
  private final String binaryName;

  /** What is wrong with it, to follow the name. */
  private final String reason;

  /**
   * Makes the error.
   *
   * @param binaryName the name that the class file is known by
   * @param reason what is wrong with it, to follow the name: {@code is malformed}
   * @param cause what was thrown, null where nothing was
   */
  public UnreadableClass(String binaryName, String reason, @Nullable Throwable cause) {
    super(binaryName + " " + reason, cause);
    this.binaryName = Objects.requireNonNull(binaryName, "binaryName");
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /**
   * Returns the error of a class file that could not be read.
   *
   * @param binaryName the name that the class file is known by
   * @param failure what came of reading it
   * @return the failure itself if it is such an error, otherwise one that it is the cause of
   */
  public static UnreadableClass of(String binaryName, Throwable failure) {
    return failure instanceof UnreadableClass unreadable
        ? unreadable
        : new UnreadableClass(binaryName, reasonOf(failure), failure);
  }

  /**
   * Returns why a class file could not be read.
   *
   * @param failure what came of reading it
   * @return words that follow the name
   */
  public static String reasonOf(Throwable failure) {
    if (failure instanceof UnreadableClass unreadable) {
      return unreadable.reason();
    }
    Throwable cause = failure.getCause();
    return "cannot be read: " + (cause == null ? failure : cause);
  }

  /** {@return the name that the class file is known by} */
  public String binaryName() {
    return binaryName;
  }

  /**
   * Returns what is wrong with it.
   *
   * @return words that follow the name: {@code is malformed}
   */
  public String reason() {
    return reason;
  }
}
