package dev.loadstone.domain.error;

import dev.loadstone.domain.context.Difference;
import java.io.Serial;
import java.util.List;

/** An artifact was built in another context than the present one. */
public final class ContextMismatch extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final String artifact;
  private final transient List<Difference> differences;

  /**
   * Makes the error.
   *
   * @param artifact the artifact as it was given
   * @param differences every difference that it is refused for
   */
  public ContextMismatch(String artifact, List<Difference> differences) {
    super(ErrorKind.CONTEXT_MISMATCH, Messages.contextMismatch(artifact, differences), null);
    this.artifact = artifact;
    this.differences = List.copyOf(differences);
  }

  /** {@return the artifact as it was given} */
  public String artifact() {
    return artifact;
  }

  /** {@return every difference that it is refused for} */
  public List<Difference> differences() {
    return differences;
  }
}
