package dev.loadstone.domain.content;

/** What a message quotes of a file's content. The message escapes it. */
public final class Quotation {

  private static final int LENGTH = 200;

  private Quotation() {}

  /**
   * Cuts off a text where it is long.
   *
   * @param text the text
   * @return the text, or its beginning and three dots
   */
  public static String of(String text) {
    return text.length() > LENGTH ? text.substring(0, LENGTH) + "..." : text;
  }
}
