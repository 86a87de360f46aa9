package dev.loadstone.domain.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DigestTest {

  /** The examples of FIPS 180-4. */
  @ParameterizedTest
  @CsvSource({
    "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
        + " 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
  })
  void of_text_isItsSha256(String text, String hex) {
    assertThat(Digest.of(Bytes.ofUtf8(text)).hex()).isEqualTo(hex);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ba7816bf",
        "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n",
        "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      })
  void new_otherForm_isTheCallersBug(String hex) {
    assertThatThrownBy(() -> new Digest(hex)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void compareTo_other_goesByTheDigits() {
    Digest low = new Digest("0".repeat(64));
    Digest high = new Digest("a".repeat(64));

    assertThat(low).isLessThan(high);
    assertThat(low).isEqualByComparingTo(new Digest("0".repeat(64)));
  }

  @Test
  void toString_any_namesTheAlgorithm() {
    assertThat(new Digest("0".repeat(64))).hasToString("sha256:" + "0".repeat(64));
  }
}
