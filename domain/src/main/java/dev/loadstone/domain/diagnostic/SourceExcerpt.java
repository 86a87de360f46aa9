package dev.loadstone.domain.diagnostic;

import java.util.function.IntPredicate;

/**
 * A source line and a caret below one of its columns.
 *
 * <p>The compiler counts columns in UTF-16 units, with tab stops at every eighth; who reads it sees
 * glyphs, with tab stops elsewhere. Of a very long line, only what surrounds the column is shown.
 */
final class SourceExcerpt {

  private static final int TAB = 8;

  /** Two lines of a usual terminal. */
  private static final int LIMIT = 160;

  private static final int FIRST_MEDIAL_JAMO = 0x1160;
  private static final int LAST_FINAL_JAMO = 0x11FF;

  private static final String CUT = "...";

  private final String line;
  private final long firstColumn;
  private final IntPredicate isWide;
  private final int index;
  private final int start;
  private final int end;

  /**
   * Takes what surrounds a column of a line, or of a part of one that begins at a column.
   *
   * @param column 1-based; one beyond the line stands for the line's end
   * @param isWide whether a character takes the room of two
   */
  SourceExcerpt(String line, long firstColumn, long column, IntPredicate isWide) {
    this.line = line;
    this.firstColumn = firstColumn;
    this.isWide = isWide;
    int at = SourcePart.indexOf(line, firstColumn, column);
    index = SourcePart.isInsidePair(line, at) ? at - 1 : at;
    int half = backwards(index, LIMIT / 2);
    end = forwards(index, LIMIT - cost(half, index));
    start = backwards(half, LIMIT - cost(half, end));
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
        .forEach(point -> indentation.append(point == '\t' ? "\t" : " ".repeat(width(point))));
    return indentation.toString();
  }

  private boolean isCutBefore() {
    return start > 0 || firstColumn > 1;
  }

  private int backwards(int from, int budget) {
    int at = from;
    int left = budget;
    while (at > 0 && cost(line.codePointBefore(at)) <= left) {
      int point = line.codePointBefore(at);
      left -= cost(point);
      at -= Character.charCount(point);
    }
    return at;
  }

  private int forwards(int from, int budget) {
    int at = from;
    int left = budget;
    while (at < line.length() && cost(line.codePointAt(at)) <= left) {
      int point = line.codePointAt(at);
      left -= cost(point);
      at += Character.charCount(point);
    }
    return at;
  }

  private int cost(int from, int to) {
    return line.substring(from, to).codePoints().map(this::cost).sum();
  }

  /** Even what takes no room costs some: there may be a hundred thousand of it. */
  private int cost(int point) {
    return point == '\t' ? TAB : Math.max(1, width(point));
  }

  /** Returns the room that a character takes in {@link PrintableText}; a tab has no width. */
  private int width(int point) {
    if (PrintableText.isEscaped(point)) {
      return PrintableText.of(point).length();
    }
    if (isCombining(point)) {
      return 0;
    }
    return isWide.test(point) ? 2 : 1;
  }

  /** Returns whether a character is drawn upon the one before it. */
  private static boolean isCombining(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || (point >= FIRST_MEDIAL_JAMO && point <= LAST_FINAL_JAMO);
  }
}
