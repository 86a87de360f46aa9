package dev.loadstone.domain.diagnostic;

/** How much is said about one compilation, whatever there is to say. */
public final class DiagnosticLimits {

  /** How many diagnostics of the compiler are kept, and how many of ours. */
  public static final int MOST = 1_000;

  /** Of how many UTF-16 units a source line may be to be shown whole. */
  public static final int LONGEST_LINE = 1_000;

  /** Of how many UTF-16 units a message may be. */
  public static final int LONGEST_MESSAGE = 10_000;

  private DiagnosticLimits() {}

  /**
   * Returns what stands for diagnostics that are not kept. It concerns no file, so it fails no
   * compilation by itself.
   *
   * @param severity {@link Severity#ERROR} or {@link Severity#WARNING}
   * @param count how many are not kept
   * @return a diagnostic that says so
   */
  public static Diagnostic more(Severity severity, long count) {
    boolean isError = severity == Severity.ERROR;
    return new Diagnostic(
        severity,
        isError ? "loadstone.err.more" : "loadstone.warn.more",
        "and %d more %s%s, not kept"
            .formatted(count, isError ? "error" : "warning", count == 1 ? "" : "s"),
        "",
        Diagnostic.NO_POSITION,
        Diagnostic.NO_POSITION,
        "",
        "");
  }
}
