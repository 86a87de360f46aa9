package dev.loadstone.domain.content;

/** Tells which texts UTF-8 can encode (RFC 3629, section 3). */
public final class Utf8 {

  private Utf8() {}

  /**
   * Returns whether a text can be encoded: whether it has no unpaired surrogate.
   *
   * @param text the text
   * @return whether decoding its encoding gives the same text
   */
  public static boolean canEncode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
