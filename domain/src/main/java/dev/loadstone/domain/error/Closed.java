package dev.loadstone.domain.error;

import java.io.Serial;

/** The library was used after it had been closed, or closed while the work was pending. */
public final class Closed extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public Closed() {
    super(ErrorKind.CLOSED, Messages.closed(), null);
  }
}
