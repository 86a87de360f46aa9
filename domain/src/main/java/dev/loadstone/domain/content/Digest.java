package dev.loadstone.domain.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest (FIPS 180-4).
 *
 * @param hex the digest as 64 lower-case hexadecimal digits
 */
public record Digest(String hex) implements Comparable<Digest> {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * Checks the form of the digest.
   *
   * @param hex the digest as 64 lower-case hexadecimal digits
   * @throws IllegalArgumentException if {@code hex} is not 64 lower-case hexadecimal digits
   */
  public Digest {
    if (!SHA_256.matcher(Objects.requireNonNull(hex)).matches()) {
      throw new IllegalArgumentException("not a SHA-256 digest in lower-case hexadecimal: " + hex);
    }
  }

  /**
   * Computes the digest of some bytes.
   *
   * @param bytes the bytes
   * @return their digest
   */
  public static Digest of(Bytes bytes) {
    MessageDigest sha256 = newSha256();
    sha256.update(bytes.asByteBuffer());
    return new Digest(HexFormat.of().formatHex(sha256.digest()));
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256 (see MessageDigest)", e);
    }
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
