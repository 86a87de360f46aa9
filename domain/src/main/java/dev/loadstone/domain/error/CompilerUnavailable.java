package dev.loadstone.domain.error;

import java.io.Serial;

/** There is no compiler in this runtime. */
public final class CompilerUnavailable extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public CompilerUnavailable() {
    super(ErrorKind.COMPILER_UNAVAILABLE, Messages.compilerUnavailable(), null);
  }
}
