package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.EscapedLine;
import io.vavr.control.Option;

/** Text of a provenance, or from one, on one line. */
final class EscapedText {

  private static final int EXCERPT = 200;

  private EscapedText() {}

  static String escape(String text) {
    return EscapedLine.of(text);
  }

  /** Escapes a text from a file for a message, and cuts it off where it is long. */
  static String excerpt(String text) {
    return text.length() > EXCERPT ? escape(text.substring(0, EXCERPT)) + "..." : escape(text);
  }

  static String unescape(String escaped) throws Damage {
    Option<String> text = EscapedLine.read(escaped);
    if (text.isEmpty()) {
      throw new Damage("its provenance has a malformed value: " + excerpt(escaped));
    }
    return text.get();
  }
}
