package dev.loadstone.domain.error;

import dev.loadstone.domain.diagnostic.PrintableText;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An annotation processor failed, or did what none may do; or the processor path cannot be used.
 *
 * <p>What a processor says against a source is a {@link CompilationFailed}.
 */
public final class ProcessorFailed extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final String processor;

  private ProcessorFailed(String processor, PrintableText message, @Nullable Throwable cause) {
    super(ErrorKind.PROCESSOR_FAILED, message, cause);
    this.processor = processor;
  }

  /**
   * Makes the error for a processor.
   *
   * @param files the files that were compiled, as they were given
   * @param processor the name of the processor's class
   * @param reason what it did, such as {@code threw an exception}
   * @param cause what was thrown, null where nothing was
   */
  public static ProcessorFailed of(
      List<String> files, String processor, String reason, @Nullable Throwable cause) {
    return new ProcessorFailed(
        processor, Messages.processorFailed(files, processor, reason), cause);
  }

  /**
   * Makes the error for a processor path.
   *
   * @param entry the JAR, or all of them
   * @param reason why it cannot be used
   * @param cause what was thrown, null where nothing was
   */
  public static ProcessorFailed ofPath(String entry, String reason, @Nullable Throwable cause) {
    return new ProcessorFailed(entry, Messages.processorPathFailed(entry, reason), cause);
  }

  /**
   * Makes the error for a JAR of the processor path that cannot be read.
   *
   * @param file the JAR
   * @param reason why
   * @param cause what was thrown, null where nothing was
   */
  public static ProcessorFailed unreadable(
      Path file, Unreadable reason, @Nullable Throwable cause) {
    return new ProcessorFailed(
        file.toString(), Messages.processorPathUnreadable(file, reason, cause), cause);
  }

  /** {@return the name of the processor's class, or the JAR, or the processor path} */
  public String processor() {
    return processor;
  }
}
