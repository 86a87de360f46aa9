package dev.loadstone.domain.source;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticLimits;
import dev.loadstone.domain.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Warns of text that a reader of the source does not see as the compiler does:
 *
 * <ul>
 *   <li>controls of the writing direction, anywhere, in comments and literals too (Unicode
 *       Technical Report 36). As Unicode escapes in literals they are visible, and no such text;
 *   <li>text after a Ctrl-Z (U+001A), which the compiler does not read (JLS 3.5), unless it is part
 *       of an identifier;
 *   <li>invisible characters in identifiers, as Unicode escapes too. The compiler ignores some of
 *       them, so that two names are one, and keeps others, so that what looks like one name is two;
 *   <li>Unicode escapes that end a comment, so that what looks like the rest of it is code.
 * </ul>
 *
 * <p>Letters that only look alike are not among these.
 */
public final class MisleadingText {

  /** The key by which all of these warnings can be excepted. */
  public static final String KEY = "misleading";

  private static final String DIRECTION = "loadstone.warn.direction.control";
  private static final String AFTER_END = "loadstone.warn.text.after.end";
  private static final String INVISIBLE = "loadstone.warn.invisible.character";

  private static final String COMMENT_END = "loadstone.warn.comment.end";

  private static final char END = 0x1A;
  private static final int TAB = 8;

  /** First and last of each range that has no glyph, and that the JDK does not call ignorable. */
  private static final int[] INVISIBLE_LETTERS = {
    0x034F, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x2065, 0x2065, 0x3164, 0x3164,
    0xFE00, 0xFE0F, 0xFFA0, 0xFFA0, 0xE0000, 0xE0FFF
  };

  private enum Within {
    CODE,
    LINE_COMMENT,
    COMMENT,
    CHARACTER,
    STRING,
    TEXT_BLOCK
  }

  private final SourceFile file;
  private final String text;
  private final List<Diagnostic> found = new ArrayList<>();
  private long omitted;
  private Within within = Within.CODE;
  private int index;

  /** Where {@link #index} was when line and column were computed last. */
  private int placed;

  private int lineStart;
  private String lineText = "";
  private int textStart = -1;
  private int line = 1;
  private int column = 1;

  /** Where the excerpt of a long line begins that was made last, and at which column. */
  private int excerptStart;

  private int excerptColumn = 1;

  private MisleadingText(SourceFile file) {
    this.file = file;
    this.text = file.code();
  }

  /**
   * Finds such text.
   *
   * @param sources the sources, which the compiler has accepted
   * @return a warning for each, in the order of the files and positions; the last one may stand for
   *     the rest
   */
  public static List<Diagnostic> warnings(SourceSet sources) {
    List<Diagnostic> all = new ArrayList<>();
    long omitted = 0;
    for (SourceFile file : sources.files()) {
      if (canMislead(file.text())) {
        MisleadingText text = new MisleadingText(file);
        text.scan();
        int kept = Math.min(text.found.size(), DiagnosticLimits.MOST - all.size());
        all.addAll(text.found.subList(0, kept));
        omitted += text.omitted + text.found.size() - kept;
      }
    }
    if (omitted > 0) {
      all.add(DiagnosticLimits.more(Severity.WARNING, omitted));
    }
    return List.copyOf(all);
  }

  /** Most sources are plain ASCII, without escapes. */
  private static boolean canMislead(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean isPlain = (unit >= ' ' && unit < 0x7F) || (unit >= '\t' && unit <= '\r');
      if (!isPlain || (unit == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u')) {
        return true;
      }
    }
    return false;
  }

  private void scan() {
    int previous = ' ';
    while (index < text.length()) {
      int start = index;
      int point = next();
      boolean isEscape = text.charAt(start) == '\\' && point != '\\';
      if (within == Within.CODE && point == END && !Character.isJavaIdentifierPart(previous)) {
        warnOfEnd(start);
        return;
      }
      if (!isEscape && isDirectionControl(point)) {
        warn(start, DIRECTION, point, "changes the direction of writing around it");
      } else if (within == Within.CODE && isInvisible(point)) {
        warn(
            start,
            INVISIBLE,
            point,
            isVisibleMark(point) ? "is ignored in an identifier" : "is invisible in an identifier");
      }
      previous = advance(start, point, previous);
    }
  }

  /** Reads one character, which one or two escapes may stand for (JLS 3.3). */
  private int next() {
    int unit = escape();
    if (unit < 0) {
      int point = text.codePointAt(index);
      index += Character.charCount(point);
      return point;
    }
    if (Character.isHighSurrogate((char) unit)) {
      int second = index;
      int low = escape();
      if (low >= 0 && Character.isLowSurrogate((char) low)) {
        return Character.toCodePoint((char) unit, (char) low);
      }
      index = second;
    }
    return unit;
  }

  /** Reads an escape; -1 where there is none. A backslash after a backslash begins none. */
  private int escape() {
    if (!text.startsWith("\\u", index) || isAfterBackslash()) {
      return -1;
    }
    int digits = index + 1;
    while (digits < text.length() && text.charAt(digits) == 'u') {
      digits++;
    }
    if (digits + 4 > text.length()) {
      return -1;
    }
    index = digits + 4;
    return hexadecimal(digits);
  }

  private boolean isAfterBackslash() {
    int first = index;
    while (first > 0 && text.charAt(first - 1) == '\\') {
      first--;
    }
    return (index - first) % 2 == 1;
  }

  /** The compiler has accepted the digits. */
  private int hexadecimal(int start) {
    int value = 0;
    for (int i = start; i < start + 4; i++) {
      value = value * 16 + Math.max(0, Character.digit(text.charAt(i), 16));
    }
    return value;
  }

  /** Goes on to what follows a character, and returns the one that counts as the previous one. */
  private int advance(int start, int point, int previous) {
    switch (within) {
      case CODE -> {
        if (previous == '/' && (point == '/' || point == '*')) {
          within = point == '/' ? Within.LINE_COMMENT : Within.COMMENT;
          return ' ';
        }
        if (point == '\'') {
          within = Within.CHARACTER;
        } else if (point == '"') {
          within = takesTwoQuotes() ? Within.TEXT_BLOCK : Within.STRING;
        }
      }
      case LINE_COMMENT -> endComment(start, point, point == '\n' || point == '\r');
      case COMMENT -> {
        if (previous == '*' && point == '/') {
          endComment(start, point, true);
          return ' ';
        }
      }
      case CHARACTER -> endIf(previous != '\\' && point == '\'');
      case STRING -> endIf((previous != '\\' && point == '"') || point == '\n' || point == '\r');
      case TEXT_BLOCK -> endIf(previous != '\\' && point == '"' && takesTwoQuotes());
    }
    // The second of two backslashes escapes nothing.
    return previous == '\\' && point == '\\' && within != Within.CODE ? ' ' : point;
  }

  /** Takes the second and the third of three quotation marks, if they are there. */
  private boolean takesTwoQuotes() {
    int second = index;
    int quotes = 0;
    while (quotes < 2 && index < text.length() && next() == '"') {
      quotes++;
    }
    if (quotes < 2) {
      index = second;
    }
    return quotes == 2;
  }

  private void endComment(int start, int point, boolean isEnd) {
    if (isEnd && text.charAt(start) == '\\') {
      warn(start, COMMENT_END, point, "ends the comment by an escape, and code follows");
    }
    endIf(isEnd);
  }

  private void endIf(boolean isEnd) {
    if (isEnd) {
      within = Within.CODE;
    }
  }

  private void warnOfEnd(int start) {
    if (!text.substring(index).isBlank()) {
      warn(start, AFTER_END, END, "ends the file for the compiler, and text follows it");
    }
  }

  private void warn(int start, String code, int point, String what) {
    if (found.size() == DiagnosticLimits.MOST) {
      omitted++;
      return;
    }
    place(start);
    String whole = lineText();
    int end =
        whole.length() <= DiagnosticLimits.LONGEST_LINE
            ? whole.length()
            : Math.min(whole.length(), start - lineStart + DiagnosticLimits.LONGEST_LINE / 2);
    placeExcerpt(whole, start - lineStart);
    found.add(
        new Diagnostic(
            Severity.WARNING,
            code,
            String.format(Locale.ROOT, "U+%04X (%s) %s", point, Character.getName(point), what),
            file.path(),
            line,
            column,
            whole.substring(excerptStart, isInsidePair(whole, end) ? end - 1 : end),
            excerptColumn,
            KEY));
  }

  /** Places the excerpt of the line; one line may have a thousand of them, in ascending order. */
  private void placeExcerpt(String whole, int position) {
    int first = position - DiagnosticLimits.LONGEST_LINE / 2;
    int begin = whole.length() <= DiagnosticLimits.LONGEST_LINE ? 0 : Math.max(0, first);
    begin = isInsidePair(whole, begin) ? begin - 1 : begin;
    for (; excerptStart < begin; excerptStart++) {
      excerptColumn = next(whole.charAt(excerptStart), excerptColumn);
    }
  }

  private static boolean isInsidePair(String line, int index) {
    return index > 0
        && index < line.length()
        && Character.isSurrogatePair(line.charAt(index - 1), line.charAt(index));
  }

  private static int next(char unit, int column) {
    return unit == '\t' ? (column - 1) / TAB * TAB + TAB + 1 : column + 1;
  }

  private void place(int position) {
    for (; placed < position; placed++) {
      char unit = text.charAt(placed);
      if (unit == '\n' || (unit == '\r' && !text.startsWith("\n", placed + 1))) {
        line++;
        column = 1;
        lineStart = placed + 1;
        excerptStart = 0;
        excerptColumn = 1;
      } else {
        column = next(unit, column);
      }
    }
  }

  /** Returns the line, made once for all warnings about it. */
  private String lineText() {
    if (textStart != lineStart) {
      int end = lineStart;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      lineText = text.substring(lineStart, end);
      textStart = lineStart;
    }
    return lineText;
  }

  private static boolean isDirectionControl(int point) {
    return point == 0x061C
        || (point >= 0x200E && point <= 0x200F)
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069);
  }

  private static boolean isInvisible(int point) {
    int range = Arrays.binarySearch(INVISIBLE_LETTERS, point);
    // Between the first and the last of a range, or one of them.
    boolean isInvisibleLetter = range >= 0 || (-range - 1) % 2 == 1;
    return isInvisibleLetter
        || (Character.isIdentifierIgnorable(point)
            && !(isVisibleMark(point) && Character.isSupplementaryCodePoint(point)));
  }

  /** Marks that are shown around the digits after them (Unicode 15, 9.2): javac ignores some. */
  private static boolean isVisibleMark(int point) {
    return (point >= 0x0600 && point <= 0x0605)
        || point == 0x06DD
        || point == 0x070F
        || (point >= 0x0890 && point <= 0x0891)
        || point == 0x08E2
        || point == 0x110BD
        || point == 0x110CD;
  }
}
