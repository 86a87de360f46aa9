package dev.loadstone.cli;

import java.io.Serial;
import java.util.List;

/** Why several plugins were refused that were judged each by itself. */
final class SeveralFailures extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Throwable> failures;

  SeveralFailures(List<Throwable> failures) {
    super(failures.size() + " plugins", null, false, false);
    this.failures = List.copyOf(failures);
  }

  List<Throwable> failures() {
    return failures;
  }
}
