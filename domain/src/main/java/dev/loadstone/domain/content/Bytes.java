package dev.loadstone.domain.content;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sequence of bytes that compares by content.
 *
 * <p>Immutable, thus safe for use by many threads.
 */
public final class Bytes {

  private final byte[] content;
  // Threads may compute it twice, and see it late: it is immutable, and always the same.
  private @Nullable Digest digest;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /**
   * {@return a copy of the given bytes as a value}
   *
   * @param content the bytes; copied, so that later changes to the array have no effect
   */
  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  /**
   * {@return the given bytes as a value, without copying them}
   *
   * @param content the bytes; the caller gives them away, and must not change them any more
   */
  public static Bytes wrap(byte[] content) {
    return new Bytes(content);
  }

  /**
   * {@return the UTF-8 encoding of a text}
   *
   * @param text the text; an unpaired surrogate is encoded as {@code ?}
   */
  public static Bytes ofUtf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * {@return a copy of some of the bytes}
   *
   * @param offset where they begin
   * @param size how many they are
   * @throws IndexOutOfBoundsException if there are no such bytes
   */
  public Bytes slice(int offset, int size) {
    Objects.checkFromIndexSize(offset, size, content.length);
    return new Bytes(Arrays.copyOfRange(content, offset, offset + size));
  }

  /**
   * Returns the number of bytes.
   *
   * @return the size, in bytes
   */
  public int size() {
    return content.length;
  }

  /**
   * Returns a copy of the bytes.
   *
   * @return a new array, which the caller owns
   */
  public byte[] toByteArray() {
    return content.clone();
  }

  /**
   * Opens a stream over the bytes, from the first.
   *
   * @return a stream that holds no resource and need not be closed
   */
  public InputStream newInputStream() {
    return new ByteArrayInputStream(content);
  }

  /**
   * Returns a view of the bytes that cannot be written through.
   *
   * @return a read-only buffer whose position is zero and whose limit is the size
   */
  public ByteBuffer asByteBuffer() {
    return ByteBuffer.wrap(content).asReadOnlyBuffer();
  }

  /**
   * Decodes the bytes as UTF-8.
   *
   * @return the text; malformed input becomes the replacement character
   */
  public String toUtf8String() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /**
   * {@return whether these bytes begin with others}
   *
   * @param prefix the bytes to compare with
   */
  public boolean startsWith(Bytes prefix) {
    return content.length >= prefix.content.length
        && Arrays.equals(
            content, 0, prefix.content.length, prefix.content, 0, prefix.content.length);
  }

  /**
   * {@return the first of the bytes}
   *
   * @param most how many, if there are so many
   */
  public Bytes first(int most) {
    return slice(0, Math.min(most, content.length));
  }

  /** Returns the digest, computed once. */
  Digest digest() {
    Digest known = digest;
    if (known == null) {
      known = Digest.compute(content);
      digest = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length + " bytes, " + Digest.of(this);
  }
}
