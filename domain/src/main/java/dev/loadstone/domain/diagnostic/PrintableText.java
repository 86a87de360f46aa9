package dev.loadstone.domain.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Text that can be shown: what a terminal would obey instead of show, and what nobody would see, is
 * escaped as in Java source (JLS 3.3).
 *
 * <p>A source, a file name or a message may hold anything, such as a sequence that clears the
 * screen, or a control that turns the direction of writing around. Escaped are control, format,
 * separator and unpaired surrogate characters, but for tabs. Escaping again changes nothing, so
 * there is no other way to make such a text than to escape one.
 */
public final class PrintableText {

  private final String text;

  private PrintableText(String text) {
    this.text = text;
  }

  /**
   * Escapes a text that is to stay on one line: a line end in it is escaped too.
   *
   * @param text the text
   * @return the text on one line
   */
  public static PrintableText line(String text) {
    return new PrintableText(escaped(text));
  }

  /**
   * Escapes a text of several lines.
   *
   * @param text the text, whose lines end as JLS 3.4 says
   * @return its lines, separated by {@code \n}
   */
  public static PrintableText lines(String text) {
    return new PrintableText(
        text.lines().map(PrintableText::escaped).collect(Collectors.joining("\n")));
  }

  /**
   * Puts values into a text. Each is escaped as {@link #line} does, unless it is printable already.
   *
   * @param template the lines of the text, with {@code %s} for each value
   * @param values the values, as their {@code toString} tells them
   */
  public static PrintableText of(String template, Object... values) {
    Object[] shown =
        Arrays.stream(values)
            .map(value -> value instanceof PrintableText ? value : line(String.valueOf(value)))
            .toArray();
    return new PrintableText(String.format(Locale.ROOT, ownLines(template), shown));
  }

  /**
   * Joins texts.
   *
   * @param separator what stands between two of them, such as {@code \n}
   * @param parts the texts
   */
  public static PrintableText join(String separator, List<PrintableText> parts) {
    return new PrintableText(
        parts.stream().map(part -> part.text).collect(Collectors.joining(ownLines(separator))));
  }

  /** {@return whether there is nothing to show} */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** {@return the text} */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PrintableText printable && printable.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Escapes all but line feeds, also at the end. */
  private static String ownLines(String text) {
    return Arrays.stream(text.split("\n", -1))
        .map(PrintableText::escaped)
        .collect(Collectors.joining("\n"));
  }

  private static String escaped(String text) {
    if (text.codePoints().noneMatch(PrintableText::isEscaped)) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(point -> line.append(of(point)));
    return line.toString();
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
