package dev.loadstone.domain.diagnostic;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Text that can be shown: what a terminal would obey instead of show, and what nobody would see, is
 * escaped as in Java source (JLS 3.3).
 *
 * <p>A source, a file name or a message may hold anything, such as a sequence that clears the
 * screen, or a control that turns the direction of writing around. Escaped are control, format,
 * separator and unpaired surrogate characters, but for tabs. Escaping again changes nothing.
 */
public final class PrintableText {

  private PrintableText() {}

  /**
   * Escapes a text that is to stay on one line: a line end in it is escaped too.
   *
   * @param text the text
   * @return the text on one line
   */
  public static String line(String text) {
    if (text.codePoints().noneMatch(PrintableText::isEscaped)) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(point -> line.append(of(point)));
    return line.toString();
  }

  /**
   * Escapes a text of several lines.
   *
   * @param text the text, whose lines end as JLS 3.4 says
   * @return its lines, separated by {@code \n}
   */
  public static String lines(String text) {
    return text.lines().map(PrintableText::line).collect(Collectors.joining("\n"));
  }

  /** Returns what stands for a character. */
  static String of(int point) {
    return isEscaped(point)
        ? Character.toString(point)
            .chars()
            .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
            .collect(Collectors.joining())
        : Character.toString(point);
  }

  static boolean isEscaped(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\t';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
