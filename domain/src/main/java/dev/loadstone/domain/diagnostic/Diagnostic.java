package dev.loadstone.domain.diagnostic;

import java.util.Objects;

/**
 * One message of the compiler, or of ours in the compiler's form.
 *
 * @param severity how grave it is
 * @param code the compiler's own key, such as {@code compiler.err.cant.resolve}; ours begin with
 *     {@code loadstone.err.}
 * @param message the text, possibly of several lines, without position and severity
 * @param source the file as it was given, empty where the message concerns none
 * @param line the line, 1-based, or -1 where there is none
 * @param column the column, 1-based as javac counts (a tab advances to the next multiple of eight),
 *     or -1 where there is none
 * @param sourceLine the line's text without its terminator, empty where there is none; of a line
 *     that is longer than {@value DiagnosticLimits#LONGEST_LINE} UTF-16 units, the part around the
 *     column
 * @param firstColumn the column of the first character of {@code sourceLine}: 1 unless that is a
 *     part
 * @param lint the compiler's key for this kind of warning, such as {@code unchecked}; empty where
 *     it has none
 */
public record Diagnostic(
    Severity severity,
    String code,
    String message,
    String source,
    long line,
    long column,
    String sourceLine,
    long firstColumn,
    String lint) {

  /** Stands for a line or column that does not exist. */
  public static final long NO_POSITION = -1;

  public Diagnostic {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sourceLine, "sourceLine");
    Objects.requireNonNull(lint, "lint");
  }

  /**
   * Makes a diagnostic beside its whole line, or the part of it around the column.
   *
   * @param severity how grave it is
   * @param code the key
   * @param message the text, without position and severity
   * @param source the file as it was given, or empty
   * @param line the line, or -1
   * @param column the column, or -1
   * @param sourceLine the whole line without its terminator, or empty
   * @param lint the lint key, or empty
   */
  public Diagnostic(
      Severity severity,
      String code,
      String message,
      String source,
      long line,
      long column,
      String sourceLine,
      String lint) {
    this(severity, code, message, source, line, column, SourcePart.of(sourceLine, column), lint);
  }

  private Diagnostic(
      Severity severity,
      String code,
      String message,
      String source,
      long line,
      long column,
      SourcePart part,
      String lint) {
    this(severity, code, message, source, line, column, part.text(), part.firstColumn(), lint);
  }

  /**
   * {@return an error that concerns no position in a file}
   *
   * @param code the key
   * @param message the text
   * @param source the file as it was given, or empty
   */
  public static Diagnostic error(String code, String message, String source) {
    return new Diagnostic(Severity.ERROR, code, message, source, NO_POSITION, NO_POSITION, "", "");
  }

  /**
   * Returns the same diagnostic about another file.
   *
   * @param path the file as it was given
   * @return a copy
   */
  public Diagnostic withSource(String path) {
    return new Diagnostic(
        severity, code, message, path, line, column, sourceLine, firstColumn, lint);
  }

  /**
   * Returns the same diagnostic in other words.
   *
   * @param text the words
   * @return a copy
   */
  public Diagnostic withMessage(String text) {
    return new Diagnostic(
        severity, code, text, source, line, column, sourceLine, firstColumn, lint);
  }

  /**
   * Returns the same diagnostic beside another line.
   *
   * @param text the whole line's text without its terminator, or empty
   * @return a copy
   */
  public Diagnostic withSourceLine(String text) {
    return new Diagnostic(severity, code, message, source, line, column, text, lint);
  }

  /** {@return whether this is an error} */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** {@return whether this is a warning} */
  public boolean isWarning() {
    return severity == Severity.WARNING;
  }

  /**
   * Writes the diagnostic for people, as {@link DiagnosticRenderer} does.
   *
   * @return the text, of one or more lines
   */
  @Override
  public String toString() {
    return DiagnosticRenderer.render(this).toString();
  }
}
