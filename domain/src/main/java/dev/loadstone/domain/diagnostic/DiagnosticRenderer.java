package dev.loadstone.domain.diagnostic;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes diagnostics for people, in the form that javac uses: {@code path:line: error: message},
 * source line, caret.
 */
public final class DiagnosticRenderer {

  private static final int TAB = 8;

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
    List<String> message = diagnostic.message().lines().toList();
    StringBuilder text = new StringBuilder(header(diagnostic));
    text.append(message.isEmpty() ? "" : message.get(0));
    if (hasSourceLine(diagnostic)) {
      text.append('\n').append(diagnostic.sourceLine());
      text.append('\n').append(indentation(diagnostic)).append('^');
    }
    message.stream().skip(1).forEach(line -> text.append('\n').append(line));
    return text.toString();
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

  /**
   * Keeps the line's tabs, so that the caret stands below its column whatever the width of a tab.
   */
  private static String indentation(Diagnostic diagnostic) {
    StringBuilder indentation = new StringBuilder();
    String line = diagnostic.sourceLine();
    long column = 1;
    for (int i = 0; column < diagnostic.column(); i++) {
      boolean tab = i < line.length() && line.charAt(i) == '\t';
      indentation.append(tab ? '\t' : ' ');
      column = tab ? (column - 1) / TAB * TAB + TAB + 1 : column + 1;
    }
    return indentation.toString();
  }
}
