package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
final class ProcessOwnerTest {

  private static final int ANOTHER = 12345;

  @TempDir Path folder;

  @Test
  void is_userOfOwnFiles_isHis() throws IOException {
    ProcessOwner owner = ProcessOwner.ofThisProcess();

    assertThat(owner.is(ANOTHER)).isFalse();
    assertThat(owner.is(own())).isTrue();
    assertThat(owner.is(ANOTHER)).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void is_processFolderOfLinux_belongsToTheUserOfNewFiles() throws IOException {
    assertThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid")).isEqualTo(own());
  }

  @Test
  void is_nothingThatTells_isToldByNewFile() throws IOException {
    ProcessOwner owner = ProcessOwner.toldBy(folder.resolve("missing"));

    assertThat(owner.is(own())).isTrue();
    assertThat(owner.is(ANOTHER)).isFalse();
  }

  @Test
  void is_toldAnother_believesANewFileInstead() throws IOException {
    OtherUser.assumeRoot(folder);
    Path self = Files.createFile(folder.resolve("self"));
    OtherUser.give(self, ANOTHER, ANOTHER, 0644);

    assertThat(ProcessOwner.toldBy(self).is(own())).isTrue();
  }

  private int own() throws IOException {
    return (int) Files.getAttribute(folder, "unix:uid");
  }
}
