package dev.loadstone.cli.report;

import java.io.Serial;
import java.util.List;

/** Why several plugins were refused that were judged each by itself. */
public final class SeveralFailures extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Throwable> failures;

  /**
   * Makes it.
   *
   * @param failures why each was refused
   */
  public SeveralFailures(List<Throwable> failures) {
    super(failures.size() + " plugins", null, false, false);
    this.failures = List.copyOf(failures);
  }

  /** {@return why each was refused} */
  public List<Throwable> failures() {
    return failures;
  }
}
