package dev.loadstone.domain.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 digest (FIPS 180-4).
 *
 * @param hex the digest as 64 lower-case hexadecimal digits
 */
public record Digest(String hex) implements Comparable<Digest> {

  private static final int LENGTH = 64;
  private static final MessageDigest EMPTY = instance();

  public Digest {
    if (!isHex(Objects.requireNonNull(hex))) {
      throw new IllegalArgumentException("not a SHA-256 digest in lower-case hexadecimal: " + hex);
    }
  }

  /**
   * Returns the digest of some bytes, which remember it.
   *
   * @param bytes the bytes
   * @return their digest
   */
  public static Digest of(Bytes bytes) {
    return bytes.digest();
  }

  // Of an array: a buffer that cannot be written through is copied piece by piece.
  static Digest compute(byte[] content) {
    return new Digest(HexFormat.of().formatHex(newSha256().digest(content)));
  }

  /**
   * Returns whether a text is a digest.
   *
   * @param hex any text
   * @return whether it is 64 lower-case hexadecimal digits
   */
  // A loop, as this is on the way of every start.
  public static boolean isHex(String hex) {
    if (hex.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = hex.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  // A copy costs less than a look into the list of providers.
  private static MessageDigest newSha256() {
    try {
      return (MessageDigest) EMPTY.clone();
    } catch (CloneNotSupportedException e) {
      return instance();
    }
  }

  private static MessageDigest instance() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256 (see MessageDigest)", e);
    }
  }

  // What a record has by itself is linked at run time, at some cost to a fresh process.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Digest digest && hex.equals(digest.hex);
  }

  @Override
  public int hashCode() {
    return hex.hashCode();
  }

  @Override
  public int compareTo(Digest other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return "sha256:" + hex;
  }
}
