package dev.loadstone.domain.content;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a text, to be taken in their order. A line is a key and one or more values, each
 * after a space, and ends in a line feed. All values are escaped as {@link EscapedLine} does, and
 * all but the last as words. Spaces before a key belong to it.
 *
 * <p>Not safe for use by many threads. Whatever is not as it is asked for is a {@link
 * MalformedLines}.
 */
public final class KeyedLines {

  private final List<String> lines = new ArrayList<>();
  private int next;

  private KeyedLines() {}

  /**
   * Splits a text into its lines.
   *
   * @param text the text
   * @return its lines, of which none is taken yet
   * @throws MalformedLines if the last line does not end in a line feed
   */
  public static KeyedLines of(String text) {
    KeyedLines keyed = new KeyedLines();
    int start = 0;
    // Not String.lines, for which more than a line feed ends a line.
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      keyed.lines.add(text.substring(start, end));
      start = end + 1;
    }
    if (start < text.length()) {
      throw new MalformedLines("ends within line " + (keyed.lines.size() + 1));
    }
    return keyed;
  }

  /**
   * Splits a text before each line of a key, so that the parts can be read one by one.
   *
   * @param text the text
   * @param key the key that a part begins with
   * @return the parts, which together are the text; the first may begin otherwise
   */
  public static List<String> split(String text, String key) {
    String between = "\n" + key + " ";
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf(between, start);
      int end = feed < 0 ? text.length() : feed + 1;
      parts.add(text.substring(start, end));
      start = end;
    }
    return List.copyOf(parts);
  }

  /**
   * Appends a line.
   *
   * @param text what to append it to
   * @param key the key
   * @param value the value
   */
  public static void append(StringBuilder text, String key, String value) {
    text.append(key).append(' ').append(EscapedLine.of(value)).append('\n');
  }

  /**
   * Appends a line of several values.
   *
   * @param text what to append it to
   * @param key the key
   * @param words all values but the last
   * @param value the last value
   */
  public static void append(StringBuilder text, String key, List<String> words, String value) {
    text.append(key).append(' ');
    for (String word : words) {
      text.append(EscapedLine.word(word)).append(' ');
    }
    text.append(EscapedLine.of(value)).append('\n');
  }

  /**
   * Returns whether the next line has a key.
   *
   * @param key the key, with the spaces before it
   * @return whether there is a next line, and it has the key
   */
  public boolean hasNext(String key) {
    return next < lines.size()
        && lines.get(next).startsWith(key)
        && lines.get(next).startsWith(" ", key.length());
  }

  /**
   * Takes the next line, which has one value.
   *
   * @param key the key, with the spaces before it
   * @return the value
   */
  public String one(String key) {
    String value = take(key);
    return read(EscapedLine.read(value), value);
  }

  /**
   * Takes the next line, which has several values.
   *
   * @param key the key, with the spaces before it
   * @param count how many
   * @return the values, in their order
   */
  public List<String> several(String key, int count) {
    String rest = take(key);
    String[] escaped = rest.split(" ", count);
    if (escaped.length < count) {
      throw MalformedLines.at(key, rest);
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < count - 1; i++) {
      values.add(read(EscapedLine.readWord(escaped[i]), escaped[i]));
    }
    values.add(read(EscapedLine.read(escaped[count - 1]), escaped[count - 1]));
    return values;
  }

  /**
   * Takes the next line if it has a key.
   *
   * @param key the key, with the spaces before it
   * @return its one value; none if it has another key
   */
  public Option<String> option(String key) {
    return hasNext(key) ? Option.some(one(key)) : Option.none();
  }

  /**
   * Takes the next lines as long as they have a key.
   *
   * @param key the key, with the spaces before it
   * @return the one value of each, in their order
   */
  public List<String> each(String key) {
    List<String> values = new ArrayList<>();
    while (hasNext(key)) {
      values.add(one(key));
    }
    return values;
  }

  /**
   * Takes the next lines, each of which has several values, as long as they have a key.
   *
   * @param key the key, with the spaces before it
   * @param count how many values a line has
   * @return the values of each line, in their order
   */
  public List<List<String>> eachOf(String key, int count) {
    List<List<String>> values = new ArrayList<>();
    while (hasNext(key)) {
      values.add(several(key, count));
    }
    return values;
  }

  /**
   * Takes the next line, whose value is a decimal number as Java prints it.
   *
   * @param key the key, with the spaces before it
   * @param least the least number that is allowed
   * @param most the greatest one
   * @return the number
   */
  public long number(String key, long least, long most) {
    String value = one(key);
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most && Long.toString(number).equals(value)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw notNumber(key, value);
    }
    throw notNumber(key, value);
  }

  /** Makes sure that all lines were taken. */
  public void end() {
    if (next < lines.size()) {
      throw unexpected("goes on where it should end");
    }
  }

  private String take(String key) {
    if (!hasNext(key)) {
      throw unexpected("lacks the line '" + key.strip() + "'");
    }
    return lines.get(next++).substring(key.length() + 1);
  }

  private MalformedLines unexpected(String problem) {
    return new MalformedLines(problem + ", at line " + (next + 1));
  }

  private static String read(Option<String> value, String escaped) {
    return value.getOrElseThrow(
        () -> new MalformedLines("has a malformed value: " + Quotation.of(escaped)));
  }

  private static MalformedLines notNumber(String key, String value) {
    return new MalformedLines("gives no number as '" + key.strip() + "': " + Quotation.of(value));
  }
}
