package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.port.ArtifactFiles;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another user plants a link where the output is to be written. */
@Tag("thorough")
@EnabledOnOs({OS.LINUX, OS.MAC})
final class ForeignLinkTest {

  private static final int ANOTHER = 12345;
  private static final String BEGINNING = "-".repeat(ArtifactFiles.BEGINNING);

  @TempDir Path temporary;

  private Path share;
  private Path production;

  @BeforeEach
  void makeFiles() throws IOException {
    OtherUser.assumeRoot(temporary);
    share = Files.createDirectory(temporary.resolve("share"));
    Path folder = Files.createDirectory(temporary.resolve("production"));
    production = Files.writeString(folder.resolve("pricing.jar"), BEGINNING + "precious");
  }

  @ParameterizedTest
  @ValueSource(ints = {01777, 0777, 0775, 0702})
  void write_linkOfAnotherUserInFolderOfOthers_isRefusedByName(int mode) throws IOException {
    Path link = link("test.jar", production, ANOTHER);
    OtherUser.give(share, 0, 0, mode);

    Try<Path> written = write(link);

    assertRefused(written, link);
  }

  @Test
  void write_folderLinkedByAnotherUser_isRefusedByName() throws IOException {
    Path link = link("build", production.getParent(), ANOTHER);
    OtherUser.give(share, 0, 0, 01777);

    Try<Path> written = write(link.resolve("pricing.jar"));

    assertRefused(written, link);
  }

  @Test
  void write_ownLinkToOneOfAnotherUser_isRefusedByName() throws IOException {
    Path link = link("test.jar", production, ANOTHER);
    OtherUser.give(share, 0, 0, 01777);
    Path own = Files.createSymbolicLink(temporary.resolve("own.jar"), Path.of("share/./test.jar"));

    Try<Path> written = write(own);

    assertRefused(written, link);
  }

  @ParameterizedTest
  @CsvSource({"0, 01777", "0, 0777", "12345, 0755", "12345, 0700"})
  void write_linkThatNobodyElseCouldPlant_isFollowed(int user, String mode) throws IOException {
    Path link = link("test.jar", production, user);
    OtherUser.give(share, 0, 0, Integer.parseInt(mode, 8));

    Try<Path> written = write(link);

    assertThat(written.isSuccess()).isTrue();
    assertThat(production).hasContent(BEGINNING + "new");
  }

  private Path link(String name, Path to, int user) throws IOException {
    Path link = Files.createSymbolicLink(share.resolve(name), to);
    Files.setAttribute(link, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
    return link;
  }

  private static Try<Path> write(Path file) {
    return FileSystemFixture.files().write(file, Bytes.ofUtf8(BEGINNING + "new"));
  }

  private void assertRefused(Try<Path> written, Path link) {
    assertThat(written.getCause())
        .isInstanceOfSatisfying(
            StoreFailed.class,
            failure ->
                assertThat(failure.reason())
                    .isEqualTo(
                        "another user made the link "
                            + link
                            + ", in a folder that others can write to; remove it, or write to"
                            + " another place"));
    assertThat(production).hasContent(BEGINNING + "precious");
  }
}
