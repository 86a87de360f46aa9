package dev.loadstone.domain.diagnostic;

import java.util.Locale;

/** How grave a diagnostic is, gravest first. */
public enum Severity {
  /** The compilation fails. */
  ERROR,
  /** The compilation fails only where the warning policy says so. */
  WARNING,
  /** Something worth telling; never a failure. */
  NOTE;

  /**
   * Returns the word that compilers print.
   *
   * @return {@code error}, {@code warning} or {@code note}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
