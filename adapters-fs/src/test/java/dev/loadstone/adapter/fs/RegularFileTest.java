package dev.loadstone.adapter.fs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegularFileTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 100_000})
  void readAll_anyExpectation_givesEveryByte(int expected) throws IOException {
    byte[] content = {1, 2, -1};

    Bytes read = RegularFile.readAll(new ByteArrayInputStream(content), expected, 1 << 20);

    assertThat(read).isEqualTo(Bytes.of(content));
  }

  @Test
  void readAll_streamThatGivesLittleAtOnce_givesEveryByte() throws IOException {
    byte[] content = "a stream of many small pieces".repeat(1_000).getBytes(UTF_8);
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(content)) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, 7));
          }
        };

    assertThat(RegularFile.readAll(slow, content.length - 10, 1 << 20))
        .isEqualTo(Bytes.of(content));
  }
}
