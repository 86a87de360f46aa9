package dev.loadstone.domain.source;

import java.util.Arrays;

/**
 * The lines and columns of the positions in one text, as javac counts them: lines end as JLS 3.4
 * says, and a tab advances to the next multiple of eight. For one thread at a time.
 *
 * <p>Javac walks the line each time that it is asked for a column. Of a line with ten thousand
 * diagnostics that takes longer than to compile it.
 */
public final class SourcePositions {

  private static final int TAB = 8;

  /** How far apart the columns are that are remembered. */
  private static final int STEP = 1_024;

  private static final int[] NONE = {};

  private final String text;
  private final int[] lineStarts;
  private int rememberedLine = -1;
  private int[] remembered = NONE;

  /**
   * Finds the lines of a text.
   *
   * @param text the text
   */
  public SourcePositions(String text) {
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** {@return whether a position, in UTF-16 units, is in the text, or at its end} */
  public boolean has(long position) {
    return position >= 0 && position <= text.length();
  }

  /** {@return the line of a position, 1-based} */
  public int line(long position) {
    int found = Arrays.binarySearch(lineStarts, (int) position);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** {@return the column of a position, 1-based} */
  public int column(long position) {
    int line = line(position);
    int start = lineStarts[line - 1];
    if (line != rememberedLine) {
      remembered = columns(start, line < lineStarts.length ? lineStarts[line] : text.length());
      rememberedLine = line;
    }
    int step = ((int) position - start) / STEP;
    return column(start + step * STEP, (int) position, remembered[step]);
  }

  private int[] columns(int start, int end) {
    int[] columns = new int[(end - start) / STEP + 1];
    columns[0] = 1;
    for (int i = 1; i < columns.length; i++) {
      columns[i] = column(start + (i - 1) * STEP, start + i * STEP, columns[i - 1]);
    }
    return columns;
  }

  private int column(int from, int to, int columnOfFrom) {
    int column = columnOfFrom;
    for (int i = from; i < to; i++) {
      column = text.charAt(i) == '\t' ? (column - 1) / TAB * TAB + TAB + 1 : column + 1;
    }
    return column;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean endsLine =
          unit == '\n' || (unit == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (endsLine) {
        starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
