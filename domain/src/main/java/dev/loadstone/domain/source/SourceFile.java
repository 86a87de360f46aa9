package dev.loadstone.domain.source;

import dev.loadstone.domain.content.Bytes;
import java.util.Objects;

/**
 * One compilation unit as it was given.
 *
 * @param path the file's path or name as the user gave it; only what follows the last separator
 *     matters to the compiler
 * @param text the file's whole text, a byte order mark and a shebang line included
 */
public record SourceFile(String path, String text) {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  public SourceFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(text, "text");
  }

  /**
   * Makes a source file. No name is rejected here: a bad one is an {@code InvalidSources} of the
   * call that uses it.
   *
   * @param path the path or name, such as {@code Pricing.java}
   * @param text the text
   */
  public static SourceFile of(String path, String text) {
    return new SourceFile(path, text);
  }

  /**
   * Returns the name without its folders.
   *
   * @return what follows the last {@code /} or {@code \}
   */
  public String baseName() {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /**
   * Returns the text that a compiler reads: without a byte order mark, and with a first line that
   * begins with {@code #!} blanked. Lines and columns keep their numbers.
   *
   * @return the text to compile
   */
  public String code() {
    String marked = textWithoutMark();
    if (!marked.startsWith("#!")) {
      return marked;
    }
    int end = firstLineEnd(marked);
    return " ".repeat(end) + marked.substring(end);
  }

  /**
   * Returns a line as the user wrote it.
   *
   * @param number the line's number, 1-based; lines end as JLS 3.4 says
   * @return the line without its terminator, empty where there is no such line
   */
  public String line(long number) {
    return lines().line(number);
  }

  /**
   * Returns all lines as the user wrote them.
   *
   * @return the lines without their terminators (JLS 3.4), in order
   */
  public SourceLines lines() {
    return new SourceLines(textWithoutMark().lines().toList());
  }

  /**
   * Returns the file's content.
   *
   * @return the text in UTF-8
   */
  public Bytes content() {
    return Bytes.ofUtf8(text);
  }

  private String textWithoutMark() {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static int firstLineEnd(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
