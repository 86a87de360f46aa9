package dev.loadstone.adapter.jar;

/** What a message quotes of a file's content. The message escapes it. */
final class Quotation {

  private static final int LENGTH = 200;

  private Quotation() {}

  /** Cuts off a text where it is long. */
  static String of(String text) {
    return text.length() > LENGTH ? text.substring(0, LENGTH) + "..." : text;
  }
}
