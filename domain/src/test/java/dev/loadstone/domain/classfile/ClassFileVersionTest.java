package dev.loadstone.domain.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClassFileVersionTest {

  @ParameterizedTest
  @CsvSource({
    "61, 0, release 17, 17, true",
    "61, 0, release 17, 25, true",
    "69, 0, release 25, 17, false",
    "46, 1, release 2, 17, true",
    "61, 65535, preview features of release 17, 17, true",
    "61, 65535, preview features of release 17, 25, false",
    "69, 65535, preview features of release 25, 17, false",
  })
  void of_classFile_saysWhoReadsIt(
      int major, int minor, String text, int runtime, boolean readable) {
    byte[] header = {
      (byte) 0xCA,
      (byte) 0xFE,
      (byte) 0xBA,
      (byte) 0xBE,
      (byte) (minor >> 8),
      (byte) minor,
      0,
      (byte) major
    };

    ClassFileVersion version = ClassFileVersion.of(Bytes.of(header)).get();

    assertThat(version).isEqualTo(new ClassFileVersion(major, minor)).hasToString(text);
    assertThat(version.isReadableBy(runtime)).isEqualTo(readable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "class", "class Hello {}"})
  void of_noClassFile_isNone(String content) {
    assertThat(ClassFileVersion.of(Bytes.ofUtf8(content))).isEmpty();
  }

  @Test
  void packageName_ofClassFile_isWhatIsBeforeTheLastDot() {
    assertThat(new ClassFile("com.acme.A$B", Bytes.ofUtf8("")).packageName()).isEqualTo("com.acme");
    assertThat(new ClassFile("A", Bytes.ofUtf8("")).packageName()).isEmpty();
  }
}
