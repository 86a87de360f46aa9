package dev.loadstone.domain.diagnostic;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes diagnostics for people, in the form that javac uses: {@code path:line: error: message},
 * source line, caret.
 *
 * <p>The caret stands below its column as a terminal shows the line. Of a very long line, only what
 * surrounds the column is written. What a terminal would obey instead of show is escaped, see
 * {@link PrintableText}.
 */
public final class DiagnosticRenderer {

  private DiagnosticRenderer() {}

  /**
   * Writes several diagnostics, errors first, else in their order.
   *
   * @param diagnostics the diagnostics
   * @return the text, lines separated by {@code \n}, without a final one
   */
  public static String render(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .sorted(Comparator.comparing(Diagnostic::severity))
        .map(DiagnosticRenderer::render)
        .collect(Collectors.joining("\n"));
  }

  /**
   * Writes one diagnostic. Further lines of its message follow the caret.
   *
   * @param diagnostic the diagnostic
   * @return the text, lines separated by {@code \n}, without a final one
   */
  public static String render(Diagnostic diagnostic) {
    List<String> message = diagnostic.message().lines().map(PrintableText::line).toList();
    StringBuilder text = new StringBuilder(header(diagnostic));
    text.append(message.isEmpty() ? "" : message.get(0));
    if (hasSourceLine(diagnostic)) {
      SourceExcerpt excerpt = SourceExcerpt.around(diagnostic.sourceLine(), diagnostic.column());
      text.append('\n').append(excerpt.text());
      text.append('\n').append(excerpt.indentation()).append('^');
    }
    message.stream().skip(1).forEach(line -> text.append('\n').append(line));
    return text.toString();
  }

  private static String header(Diagnostic diagnostic) {
    StringBuilder header = new StringBuilder(PrintableText.line(diagnostic.source()));
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
