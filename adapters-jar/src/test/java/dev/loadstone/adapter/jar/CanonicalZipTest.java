package dev.loadstone.adapter.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.content.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalZipTest {

  @TempDir Path folder;

  @Test
  void of_members_givesWhatTheJdkReads() {
    List<ZipMember> members =
        List.of(
            new ZipMember("b/\u00E4\u20AC\uD83D\uDE00.txt", Bytes.ofUtf8("content")),
            new ZipMember("a", Bytes.ofUtf8("")));

    Bytes zip = CanonicalZip.of(members);

    assertThat(ForeignZips.members(zip)).isEqualTo(members);
  }

  @Test
  void of_anyMember_isStoredAtOneTimeInEveryZone() throws IOException {
    Bytes zip = CanonicalZip.of(List.of(new ZipMember("a", Bytes.ofUtf8("content"))));
    Path file = Files.write(folder.resolve("zip"), zip.toByteArray());

    try (ZipFile read = new ZipFile(file.toFile())) {
      ZipEntry entry = read.getEntry("a");
      assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
      assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
      assertThat(entry.getExtra()).isNull();
      assertThat(entry.getComment()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_534, 65_535, 65_536, 66_000})
  void of_anyNumberOfMembers_isReadInFull(int count) throws IOException {
    List<ZipMember> members =
        IntStream.range(0, count)
            .mapToObj(i -> new ZipMember("m" + i, Bytes.ofUtf8(Integer.toString(i))))
            .toList();
    Path file = Files.write(folder.resolve("zip"), CanonicalZip.of(members).toByteArray());

    try (ZipFile read = new ZipFile(file.toFile())) {
      assertThat(read.size()).isEqualTo(count);
      for (ZipMember member : members.subList(Math.max(0, count - 1), count)) {
        try (InputStream content = read.getInputStream(read.getEntry(member.name()))) {
          assertThat(Bytes.of(content.readAllBytes())).isEqualTo(member.content());
        }
      }
    }
  }

  @Test
  void of_nameLongerThanTheFormatAllows_isTheCallersBug() {
    List<ZipMember> members = List.of(new ZipMember("m".repeat(65_536), Bytes.ofUtf8("")));

    assertThatThrownBy(() -> CanonicalZip.of(members)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_moreThanAnArrayHolds_isTheCallersBug() {
    ZipMember large = new ZipMember("m", Bytes.of(new byte[1 << 20]));
    List<ZipMember> members = Collections.nCopies(2048, large);

    assertThatThrownBy(() -> CanonicalZip.of(members))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too large");
  }
}
