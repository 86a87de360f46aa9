package dev.loadstone.domain.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** How much is said about one compilation, whatever there is to say. */
public final class DiagnosticLimits {

  /** How many diagnostics of the compiler are kept, and how many of ours. */
  public static final int MOST = 1_000;

  /** Of how many UTF-16 units a source line may be to be shown whole. */
  public static final int LONGEST_LINE = 1_000;

  /** Of how many UTF-16 units a message may be. */
  public static final int LONGEST_MESSAGE = 10_000;

  private DiagnosticLimits() {}

  /** {@return a message as long as may be} */
  public static String shortened(String message) {
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE) + "...";
  }

  /**
   * Returns which diagnostics of a compiler are kept, in their order, and how much more there was.
   * Errors have room first, and then warnings that can fail a compilation, so that nothing that
   * decides is lost.
   *
   * @param all what the compiler said
   */
  public static List<Diagnostic> kept(List<Diagnostic> all) {
    List<Diagnostic> kept = new ArrayList<>();
    int[] counts = new int[3];
    all.forEach(each -> counts[rank(each)]++);
    int[] room = new int[counts.length];
    int left = MOST;
    for (int rank = 0; rank < counts.length; rank++) {
      room[rank] = Math.min(left, counts[rank]);
      left -= room[rank];
    }
    for (Diagnostic each : all) {
      if (--room[rank(each)] >= 0) {
        kept.add(each);
        counts[rank(each)]--;
      }
    }
    if (counts[0] > 0) {
      kept.add(more(Severity.ERROR, counts[0]));
    }
    if (counts[1] + counts[2] > 0) {
      kept.add(more(Severity.WARNING, counts[1] + counts[2]));
    }
    return List.copyOf(kept);
  }

  private static int rank(Diagnostic diagnostic) {
    if (diagnostic.isError()) {
      return 0;
    }
    return !diagnostic.source().isEmpty() && WarningPolicy.canFail(diagnostic.lint()) ? 1 : 2;
  }

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
