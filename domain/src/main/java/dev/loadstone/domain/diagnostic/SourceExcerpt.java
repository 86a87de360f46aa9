package dev.loadstone.domain.diagnostic;

/**
 * A source line and a caret below one of its columns, as a terminal shows them.
 *
 * <p>The compiler counts columns in UTF-16 units, with tab stops at every eighth; a terminal counts
 * the cells that each glyph takes, with tab stops where it likes. Of a line that is too long for
 * any terminal, only what surrounds the column is shown.
 */
final class SourceExcerpt {

  private static final int TAB = 8;

  /** Two lines of a usual terminal. */
  private static final int LIMIT = 160;

  private static final String CUT = "...";

  private final String line;
  private final int index;
  private final int start;
  private final int end;

  private SourceExcerpt(String line, int index, int start, int end) {
    this.line = line;
    this.index = index;
    this.start = start;
    this.end = end;
  }

  /** Takes what surrounds a column, 1-based; one beyond the line stands for the line's end. */
  static SourceExcerpt around(String line, long column) {
    int index = indexOf(line, column);
    int half = backwards(line, index, LIMIT / 2);
    int end = forwards(line, index, LIMIT - cost(line, half, index));
    return new SourceExcerpt(
        line, index, backwards(line, half, LIMIT - cost(line, half, end)), end);
  }

  /** Returns the line, or the part of it. */
  PrintableText text() {
    return PrintableText.of(
        "%s%s%s", start > 0 ? CUT : "", line.substring(start, end), end < line.length() ? CUT : "");
  }

  /**
   * Returns what moves the caret below its column. It has the line's tabs, so that the caret stands
   * right whatever the width of a tab.
   */
  String indentation() {
    StringBuilder indentation = new StringBuilder(start > 0 ? " ".repeat(CUT.length()) : "");
    line.substring(start, index)
        .codePoints()
        .forEach(
            point -> indentation.append(point == '\t' ? "\t" : " ".repeat(DisplayWidth.of(point))));
    return indentation.toString();
  }

  private static int indexOf(String line, long column) {
    int index = 0;
    for (long at = 1; at < column && index < line.length(); index++) {
      at = line.charAt(index) == '\t' ? (at - 1) / TAB * TAB + TAB + 1 : at + 1;
    }
    boolean insidePair =
        index > 0
            && index < line.length()
            && Character.isSurrogatePair(line.charAt(index - 1), line.charAt(index));
    return insidePair ? index - 1 : index;
  }

  private static int backwards(String line, int from, int budget) {
    int index = from;
    int left = budget;
    while (index > 0 && cost(line.codePointBefore(index)) <= left) {
      int point = line.codePointBefore(index);
      left -= cost(point);
      index -= Character.charCount(point);
    }
    return index;
  }

  private static int forwards(String line, int from, int budget) {
    int index = from;
    int left = budget;
    while (index < line.length() && cost(line.codePointAt(index)) <= left) {
      int point = line.codePointAt(index);
      left -= cost(point);
      index += Character.charCount(point);
    }
    return index;
  }

  private static int cost(String line, int from, int to) {
    return line.substring(from, to).codePoints().map(SourceExcerpt::cost).sum();
  }

  /** Even what takes no room costs some: there may be a hundred thousand of it. */
  private static int cost(int point) {
    return point == '\t' ? TAB : Math.max(1, DisplayWidth.of(point));
  }
}
