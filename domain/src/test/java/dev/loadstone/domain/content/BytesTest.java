package dev.loadstone.domain.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BytesTest {

  @Test
  void of_arrayChangedAfterwards_keepsItsContent() {
    byte[] array = {1, 2, 3};
    Bytes bytes = Bytes.of(array);

    array[0] = 9;

    assertThat(bytes.toByteArray()).containsExactly(1, 2, 3);
  }

  @Test
  void toByteArray_changedAfterwards_changesNothing() {
    Bytes bytes = Bytes.of(new byte[] {1, 2, 3});

    bytes.toByteArray()[0] = 9;

    assertThat(bytes.toByteArray()).containsExactly(1, 2, 3);
  }

  @Test
  void slice_partOfTheBytes_isThatPart() {
    Bytes bytes = Bytes.of(new byte[] {1, 2, 3, 4});

    assertThat(bytes.slice(1, 2)).isEqualTo(Bytes.of(new byte[] {2, 3}));
    assertThat(bytes.slice(4, 0)).isEqualTo(Bytes.of(new byte[0]));
    assertThat(Digest.of(bytes.slice(1, 2))).isEqualTo(Digest.of(Bytes.of(new byte[] {2, 3})));
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 5", "4, 1", "2, -1", "2147483647, 2147483647"})
  void slice_noSuchBytes_throws(int offset, int size) {
    Bytes bytes = Bytes.of(new byte[] {1, 2, 3, 4});

    assertThatThrownBy(() -> bytes.slice(offset, size))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void asByteBuffer_anyContent_cannotBeWrittenThrough() {
    ByteBuffer buffer = Bytes.of(new byte[] {1, 2, 3}).asByteBuffer();

    assertThat(buffer.remaining()).isEqualTo(3);
    assertThat(buffer.hasArray()).isFalse();
    assertThatThrownBy(() -> buffer.put((byte) 9)).isInstanceOf(ReadOnlyBufferException.class);
  }

  @Test
  void newInputStream_eachTime_beginsAtTheFirstByte() throws IOException {
    Bytes bytes = Bytes.of(new byte[] {1, 2, 3});

    bytes.newInputStream().readAllBytes();

    assertThat(bytes.newInputStream().readAllBytes()).containsExactly(1, 2, 3);
  }

  @Test
  void equals_sameContent_isEqual() {
    Bytes bytes = Bytes.of(new byte[] {1, 2, 3});
    Bytes same = Bytes.of(new byte[] {1, 2, 3});

    assertThat(same).isEqualTo(bytes).hasSameHashCodeAs(bytes);
    assertThat(Bytes.of(new byte[] {1, 2})).isNotEqualTo(bytes);
    assertThat(bytes).isNotEqualTo(new byte[] {1, 2, 3}).isNotEqualTo(null);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, '', true",
    "abc, ab, true",
    "abc, abc, true",
    "abc, abcd, false",
    "abc, b, false",
    "'', '', true",
    "'', a, false"
  })
  void startsWith_prefix_comparesFromTheFirstByte(String text, String prefix, boolean expected) {
    boolean starts = Bytes.ofUtf8(text).startsWith(Bytes.ofUtf8(prefix));

    assertThat(starts).isEqualTo(expected);
  }

  @Test
  void ofUtf8_text_isDecodedToTheSame() {
    String text = "\uFEFFa\u00E9\u20AC\uD83D\uDE00\u0000";

    Bytes bytes = Bytes.ofUtf8(text);

    assertThat(bytes.size()).isEqualTo(14);
    assertThat(bytes.toUtf8String()).isEqualTo(text);
  }

  @Test
  void ofUtf8_unpairedSurrogate_becomesAQuestionMark() {
    assertThat(Bytes.ofUtf8("a\uD800b").toUtf8String()).isEqualTo("a?b");
  }

  @Test
  void toUtf8String_malformedInput_becomesTheReplacementCharacter() {
    assertThat(Bytes.of(new byte[] {'a', (byte) 0xE9}).toUtf8String()).isEqualTo("a\uFFFD");
  }

  @Test
  void toString_anyContent_tellsSizeAndDigest() {
    assertThat(Bytes.ofUtf8("abc"))
        .hasToString(
            "3 bytes, sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void wrap_bytes_isEqualToACopyOfThem() {
    byte[] content = {1, 2, 3};

    assertThat(Bytes.wrap(content))
        .isEqualTo(Bytes.of(content))
        .hasSameHashCodeAs(Bytes.of(content));
    assertThat(Bytes.wrap(content).toByteArray()).isNotSameAs(content);
  }
}
