package dev.loadstone.domain.error;

import dev.loadstone.domain.diagnostic.PrintableText;
import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure that is not the caller's programming error.
 *
 * <p>Arrives in a {@code Try} or a {@code Future}, never thrown by a port; unchecked, so that
 * {@code catch} works around {@code get()}. The message says what, where, why and what to do next,
 * in English; its first line names every file concerned, and what a terminal would obey instead of
 * show is escaped in it. Immutable but for the stack trace.
 *
 * <p>The stack trace of an error that the library gives to a caller shows where the caller called
 * the library, and nothing of the library. Each caller has an error object of its own. The stack
 * trace of the cause is the one it was thrown with.
 */
public abstract sealed class PluginException extends RuntimeException implements Cloneable
    permits ArtifactCorrupt,
        ArtifactNotFound,
        Closed,
        CompilationFailed,
        CompilerBusy,
        CompilerCrashed,
        CompilerUnavailable,
        ContextMismatch,
        ContractMismatch,
        ExecutorRefused,
        HostFailed,
        InvalidSources,
        LibraryUnknown,
        LinkageFailed,
        NotAnArtifact,
        PluginFailed,
        ProcessorFailed,
        RecordingFailed,
        SchedulerStarted,
        SourceNotFound,
        StoreFailed,
        TimedOut {

  @Serial private static final long serialVersionUID = 1L;

  private final ErrorKind kind;

  PluginException(ErrorKind kind, PrintableText message, @Nullable Throwable cause) {
    super(message.toString(), cause);
    this.kind = kind;
  }

  /**
   * Returns the message, which is always there.
   *
   * @return lines separated by {@code \n}, without a final one
   */
  @Override
  public final String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /**
   * Returns the kind of this error.
   *
   * @return one kind for each type
   */
  public final ErrorKind kind() {
    return kind;
  }

  /**
   * Returns a copy with another stack trace.
   *
   * @param frames the frames, the innermost first
   * @return an error of the same type with the same data
   */
  public final PluginException withStackTrace(StackTraceElement... frames) {
    PluginException copy = clone();
    copy.setStackTrace(frames);
    return copy;
  }

  @Override
  protected final PluginException clone() {
    try {
      return (PluginException) super.clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("it is Cloneable", e);
    }
  }
}
