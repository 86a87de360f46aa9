package dev.loadstone.domain.error;

import dev.loadstone.domain.diagnostic.PrintableText;
import java.io.Serial;

/** There is no compiler in this runtime. */
public final class CompilerUnavailable extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public CompilerUnavailable() {
    this(Messages.compilerUnavailable());
  }

  private CompilerUnavailable(PrintableText message) {
    super(ErrorKind.COMPILER_UNAVAILABLE, message, null);
  }

  /**
   * Makes the error of a native image, where no other compiler would help.
   *
   * @return the error
   */
  public static CompilerUnavailable inNativeImage() {
    return new CompilerUnavailable(Messages.compilerUnavailableInNativeImage());
  }
}
