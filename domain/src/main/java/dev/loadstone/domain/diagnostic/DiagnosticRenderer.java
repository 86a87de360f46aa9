package dev.loadstone.domain.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Writes diagnostics for people, in the form that javac uses: {@code path:line: error: message},
 * source line, caret.
 *
 * <p>The caret stands below its glyph, whatever the width of a tab, where each character takes the
 * same room; which ones take that of two depends on where the text is shown, so the caller says it.
 * Of a very long line, only what surrounds the column is written. What a terminal would obey
 * instead of show is escaped, see {@link PrintableText}.
 */
public final class DiagnosticRenderer {

  private DiagnosticRenderer() {}

  /**
   * Writes several diagnostics, errors first, otherwise in their order.
   *
   * @param diagnostics the diagnostics
   * @return the text, lines separated by {@code \n}, without a final one
   */
  public static PrintableText render(List<Diagnostic> diagnostics) {
    return render(diagnostics, point -> false);
  }

  /**
   * Writes several diagnostics, errors first, otherwise in their order.
   *
   * @param diagnostics the diagnostics
   * @param isWide whether a character, given as its code point, takes the room of two
   * @return the text, lines separated by {@code \n}, without a final one
   */
  public static PrintableText render(List<Diagnostic> diagnostics, IntPredicate isWide) {
    return PrintableText.join(
        "\n",
        diagnostics.stream()
            .sorted(Comparator.comparing(Diagnostic::severity))
            .map(diagnostic -> render(diagnostic, isWide))
            .toList());
  }

  /**
   * Writes one diagnostic. Further lines of its message follow the caret.
   *
   * @param diagnostic the diagnostic
   * @return the text, lines separated by {@code \n}, without a final one
   */
  public static PrintableText render(Diagnostic diagnostic) {
    return render(diagnostic, point -> false);
  }

  private static PrintableText render(Diagnostic diagnostic, IntPredicate isWide) {
    List<String> message = diagnostic.message().lines().toList();
    List<PrintableText> lines = new ArrayList<>();
    lines.add(
        PrintableText.of("%s%s", header(diagnostic), message.isEmpty() ? "" : message.get(0)));
    if (hasSourceLine(diagnostic)) {
      SourceExcerpt excerpt =
          new SourceExcerpt(
              diagnostic.sourceLine(), diagnostic.firstColumn(), diagnostic.column(), isWide);
      lines.add(excerpt.text());
      lines.add(PrintableText.of("%s^", excerpt.indentation()));
    }
    message.stream().skip(1).map(PrintableText::line).forEach(lines::add);
    return PrintableText.join("\n", lines);
  }

  private static String header(Diagnostic diagnostic) {
    StringBuilder header = new StringBuilder(diagnostic.source());
    if (diagnostic.line() != Diagnostic.NO_POSITION) {
      header.append(':').append(diagnostic.line());
    }
    if (!header.isEmpty()) {
      header.append(": ");
    }
    header.append(diagnostic.severity().label()).append(": ");
    if (!diagnostic.lint().isEmpty()) {
      header.append('[').append(diagnostic.lint()).append("] ");
    }
    return header.toString();
  }

  private static boolean hasSourceLine(Diagnostic diagnostic) {
    return diagnostic.line() != Diagnostic.NO_POSITION
        && diagnostic.column() != Diagnostic.NO_POSITION;
  }
}
