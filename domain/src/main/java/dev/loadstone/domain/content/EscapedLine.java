package dev.loadstone.domain.content;

import io.vavr.control.Option;
import java.util.HexFormat;

/**
 * Text on one line: a backslash is written {@code \\}; control characters, line and paragraph
 * separators and unpaired surrogates are written as a backslash, {@code u} and four lower-case
 * hexadecimal digits. Each text has one form, and each form has an encoding.
 */
public final class EscapedLine {

  private static final String SPACE = "\\u0020";
  private static final int HEX_DIGITS = 4;
  private static final int ESCAPE_LENGTH = 2 + HEX_DIGITS;
  private static final HexFormat HEX = HexFormat.of();

  private EscapedLine() {}

  /**
   * Escapes a text.
   *
   * @param text any text
   * @return the text on one line
   */
  public static String of(String text) {
    int plain = plainLength(text);
    if (plain == text.length()) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + ESCAPE_LENGTH);
    escaped.append(text, 0, plain);
    int i = plain;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      if (point == '\\') {
        escaped.append("\\\\");
      } else if (needsEscape(point)) {
        escaped.append("\\u").append(HEX.toHexDigits((char) point));
      } else {
        escaped.appendCodePoint(point);
      }
      i += Character.charCount(point);
    }
    return escaped.toString();
  }

  /**
   * Escapes a text as {@link #of} does, and its spaces as well, so that a space can follow it.
   *
   * @param text any text
   * @return the text as one word of a line
   */
  public static String word(String text) {
    return of(text).replace(" ", SPACE);
  }

  /**
   * Reads what {@link #of} gives, and nothing else.
   *
   * @param escaped the text on one line
   * @return the text; none for what no text is escaped as
   */
  public static Option<String> read(String escaped) {
    return decoded(escaped).filter(text -> of(text).equals(escaped));
  }

  /**
   * Reads what {@link #word} gives, and nothing else.
   *
   * @param escaped the text as one word
   * @return the text; none for what no text is escaped as
   */
  public static Option<String> readWord(String escaped) {
    return decoded(escaped).filter(text -> word(text).equals(escaped));
  }

  private static Option<String> decoded(String escaped) {
    int plain = plainLength(escaped);
    if (plain == escaped.length()) {
      return Option.some(escaped);
    }
    StringBuilder text = new StringBuilder(escaped.length()).append(escaped, 0, plain);
    int i = plain;
    while (i < escaped.length()) {
      if (escaped.charAt(i) != '\\') {
        text.append(escaped.charAt(i));
        i++;
      } else if (escaped.startsWith("\\\\", i)) {
        text.append('\\');
        i += 2;
      } else if (isHexadecimal(escaped, i)) {
        text.append((char) HexFormat.fromHexDigits(escaped, i + 2, i + ESCAPE_LENGTH));
        i += ESCAPE_LENGTH;
      } else {
        return Option.none();
      }
    }
    return Option.some(text.toString());
  }

  // On the way of every start, where nearly all text is plain.
  private static int plainLength(String text) {
    int i = 0;
    while (i < text.length() && isPlain(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c <= '~' && c != '\\';
  }

  private static boolean isHexadecimal(String escaped, int backslash) {
    if (!escaped.startsWith("\\u", backslash) || backslash + ESCAPE_LENGTH > escaped.length()) {
      return false;
    }
    for (int i = backslash + 2; i < backslash + ESCAPE_LENGTH; i++) {
      if (!HexFormat.isHexDigit(escaped.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean needsEscape(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
