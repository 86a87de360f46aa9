package dev.loadstone.adapter.fs;

import java.util.Locale;

/**
 * Text on one line: backslashes and what might end a line or has no encoding are escaped. Each text
 * has one form.
 */
final class EscapedText {

  private static final int HEX_DIGITS = 4;
  private static final int EXCERPT = 200;

  private EscapedText() {}

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\\') {
                escaped.append("\\\\");
              } else if (needsEscape(point)) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", point));
              } else {
                escaped.appendCodePoint(point);
              }
            });
    return escaped.toString();
  }

  /** Escapes a text from a file for a message, and cuts it off where it is long. */
  static String excerpt(String text) {
    return text.length() > EXCERPT ? escape(text.substring(0, EXCERPT)) + "..." : escape(text);
  }

  static String unescape(String escaped) throws Damage {
    StringBuilder text = new StringBuilder(escaped.length());
    int i = 0;
    while (i < escaped.length()) {
      char c = escaped.charAt(i);
      if (c != '\\') {
        text.append(c);
        i++;
      } else if (escaped.startsWith("\\\\", i)) {
        text.append('\\');
        i += 2;
      } else {
        text.append(character(escaped, i));
        i += 2 + HEX_DIGITS;
      }
    }
    String result = text.toString();
    if (!escape(result).equals(escaped)) {
      throw malformed(escaped);
    }
    return result;
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

  private static char character(String escaped, int backslash) throws Damage {
    int digits = backslash + 2;
    if (!escaped.startsWith("\\u", backslash) || digits + HEX_DIGITS > escaped.length()) {
      throw malformed(escaped);
    }
    try {
      return (char) Integer.parseInt(escaped.substring(digits, digits + HEX_DIGITS), 16);
    } catch (NumberFormatException e) {
      throw malformed(escaped);
    }
  }

  private static Damage malformed(String escaped) {
    return new Damage("its provenance has a malformed value: " + excerpt(escaped));
  }
}
