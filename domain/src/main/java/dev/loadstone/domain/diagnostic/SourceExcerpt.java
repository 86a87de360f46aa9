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
  private final long firstColumn;
  private final int index;
  private final int start;
  private final int end;

  private SourceExcerpt(String line, long firstColumn, int index, int start, int end) {
    this.line = line;
    this.firstColumn = firstColumn;
    this.index = index;
    this.start = start;
    this.end = end;
  }

  /** Takes what surrounds a column, 1-based; one beyond the line stands for the line's end. */
  static SourceExcerpt around(String line, long column) {
    return around(line, 1, column);
  }

  /** Takes what surrounds a column of a line, or of a part of one that begins at a column. */
  static SourceExcerpt around(String line, long firstColumn, long column) {
    int index = SourcePart.indexOf(line, firstColumn, column);
    index = SourcePart.isInsidePair(line, index) ? index - 1 : index;
    int half = backwards(line, index, LIMIT / 2);
    int end = forwards(line, index, LIMIT - cost(line, half, index));
    return new SourceExcerpt(
        line, firstColumn, index, backwards(line, half, LIMIT - cost(line, half, end)), end);
  }

  /** Returns the line, or the part of it. */
  PrintableText text() {
    return PrintableText.of(
        "%s%s%s",
        isCutBefore() ? CUT : "", line.substring(start, end), end < line.length() ? CUT : "");
  }

  /**
   * Returns what moves the caret below its column. It has the line's tabs, so that the caret stands
   * right whatever the width of a tab.
   */
  String indentation() {
    StringBuilder indentation = new StringBuilder(isCutBefore() ? " ".repeat(CUT.length()) : "");
    line.substring(start, index)
        .codePoints()
        .forEach(
            point -> indentation.append(point == '\t' ? "\t" : " ".repeat(DisplayWidth.of(point))));
    return indentation.toString();
  }

  private boolean isCutBefore() {
    return start > 0 || firstColumn > 1;
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
