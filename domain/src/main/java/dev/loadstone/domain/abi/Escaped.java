package dev.loadstone.domain.abi;

/** Text that fits on a line, or in a word of a line. */
final class Escaped {

  private static final int HEX_DIGITS = 4;

  private Escaped() {}

  static String line(String text) {
    return escape(text, ' ');
  }

  static String word(String text) {
    return escape(text, '!');
  }

  /**
   * Escapes backslashes, what is below the first that may stay, and what ends a line or is not
   * encodable.
   */
  private static String escape(String text, char firstPlain) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        escaped.append("\\\\");
      } else if (c < firstPlain || isSpecial(c) || isUnpaired(text, i)) {
        escaped.append("\\u").append(hex(c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static boolean isSpecial(char c) {
    return (c >= '\u007f' && c < '\u00a0') || c == '\u2028' || c == '\u2029';
  }

  private static boolean isUnpaired(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static String hex(char c) {
    String digits = Integer.toHexString(c);
    return "0".repeat(HEX_DIGITS - digits.length()) + digits;
  }

  static String plain(String escaped) {
    int backslash = escaped.indexOf('\\');
    if (backslash < 0) {
      return escaped;
    }
    StringBuilder text = new StringBuilder(escaped.length());
    int start = 0;
    while (backslash >= 0) {
      text.append(escaped, start, backslash);
      if (escaped.startsWith("\\\\", backslash)) {
        text.append('\\');
        start = backslash + 2;
      } else {
        text.append(character(escaped, backslash));
        start = backslash + 2 + HEX_DIGITS;
      }
      backslash = escaped.indexOf('\\', start);
    }
    return text.append(escaped, start, escaped.length()).toString();
  }

  private static char character(String escaped, int backslash) {
    int digits = backslash + 2;
    if (!escaped.startsWith("\\u", backslash) || digits + HEX_DIGITS > escaped.length()) {
      throw new IllegalArgumentException("malformed escape: " + escaped);
    }
    return (char) Integer.parseInt(escaped, digits, digits + HEX_DIGITS, 16);
  }
}
