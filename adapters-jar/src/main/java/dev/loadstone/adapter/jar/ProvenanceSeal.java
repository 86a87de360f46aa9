package dev.loadstone.adapter.jar;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;

/** The last line of a provenance of any format, which is the digest of all lines above it. */
final class ProvenanceSeal {

  private static final String KEY = "digest ";

  /** How many bytes, and characters, it has. */
  private static final int SIZE = KEY.length() + 64 + 1;

  private ProvenanceSeal() {}

  /** Appends the seal to the lines of a provenance. */
  static Bytes seal(String lines) {
    return Bytes.ofUtf8(lines + of(Bytes.ofUtf8(lines)));
  }

  /**
   * Appends the seal to lines that were read from a provenance whose seal is right: most are the
   * very ones, and need no other digest then.
   */
  static Bytes sealAgain(String lines, Bytes read) {
    Bytes encoded = Bytes.ofUtf8(lines);
    return read.startsWith(encoded) && read.size() == encoded.size() + SIZE ? read : seal(lines);
  }

  /** Checks the seal of a provenance, and returns the lines above it. */
  static String open(Bytes provenance) throws Damage {
    String text = provenance.toUtf8String();
    // What is malformed becomes a replacement character, which is encoded otherwise.
    if (!Bytes.ofUtf8(text).equals(provenance)) {
      throw new Damage("its provenance is not encoded in UTF-8");
    }
    int last = text.lastIndexOf('\n', text.length() - 2) + 1;
    if (text.length() - last != SIZE
        || !text.endsWith(of(provenance.slice(0, provenance.size() - SIZE)))) {
      throw new Damage("its provenance does not have the digest that it states");
    }
    return text.substring(0, last);
  }

  private static String of(Bytes lines) {
    return KEY + Digest.of(lines).hex() + "\n";
  }
}
