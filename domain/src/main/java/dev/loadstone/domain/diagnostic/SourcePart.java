package dev.loadstone.domain.diagnostic;

/**
 * As much of a source line as is kept beside a diagnostic. There may be a thousand of these about
 * one line, which may be as long as a file.
 *
 * @param text the line, or the part of it around the column
 * @param firstColumn the column of its first character
 */
record SourcePart(String text, long firstColumn) {

  private static final int TAB = 8;

  static SourcePart of(String line, long column) {
    if (line.length() <= DiagnosticLimits.LONGEST_LINE) {
      return new SourcePart(line, 1);
    }
    int index = indexOf(line, 1, column);
    int start = Math.max(0, index - DiagnosticLimits.LONGEST_LINE / 2);
    int end = Math.min(line.length(), index + DiagnosticLimits.LONGEST_LINE / 2);
    start = isInsidePair(line, start) ? start - 1 : start;
    end = isInsidePair(line, end) ? end - 1 : end;
    return new SourcePart(line.substring(start, end), columnOf(line, start));
  }

  /**
   * Returns where a column is in a line; a column beyond the line stands for the line's end.
   *
   * @param firstColumn the column of the line's first character
   */
  static int indexOf(String line, long firstColumn, long column) {
    if (line.indexOf('\t') < 0) {
      return (int) Math.max(0, Math.min(line.length(), column - firstColumn));
    }
    int index = 0;
    for (long at = firstColumn; at < column && index < line.length(); index++) {
      at = next(line.charAt(index), at);
    }
    return index;
  }

  private static long columnOf(String line, int index) {
    long column = 1;
    for (int i = 0; i < index; i++) {
      column = next(line.charAt(i), column);
    }
    return column;
  }

  private static long next(char unit, long column) {
    return unit == '\t' ? (column - 1) / TAB * TAB + TAB + 1 : column + 1;
  }

  static boolean isInsidePair(String line, int index) {
    return index > 0
        && index < line.length()
        && Character.isSurrogatePair(line.charAt(index - 1), line.charAt(index));
  }
}
