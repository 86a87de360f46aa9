package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.ProcessorJar;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
final class ProcessorFolderTest {

  @TempDir private Path elsewhere;

  private final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
  private final Path abandoned = temporary.resolve("loadstone-processors-1-1-" + System.nanoTime());

  @AfterEach
  void removeWhatIsLeft() throws IOException {
    Files.deleteIfExists(abandoned.resolve("lock"));
    Files.deleteIfExists(abandoned.resolve("0-maker.jar"));
    Files.deleteIfExists(abandoned);
  }

  private static Path used() throws IOException {
    ProcessorJar jar = new ProcessorJarBuilder().processor("Maker", "").build();
    try (ProcessorFolder folder = ProcessorFolder.of(List.of(jar)).get()) {
      assertThat(folder.path()).isDirectory();
      return folder.path();
    }
  }

  private void leave(String mode, String... files) throws IOException {
    Files.createDirectory(abandoned);
    for (String file : files) {
      Files.createFile(abandoned.resolve(file));
    }
    Files.setPosixFilePermissions(abandoned, PosixFilePermissions.fromString(mode));
  }

  @Test
  void close_folder_isGone() throws IOException {
    assertThat(used()).doesNotExist();
  }

  @Test
  void of_folderOfAProcessThatIsGone_removesIt() throws IOException {
    leave("rwx------", "lock", "0-maker.jar");

    used();

    assertThat(abandoned).doesNotExist();
  }

  /** It may be another user's, who gave it away, or one that others can change. */
  @Test
  void of_folderThatOthersCanUse_leavesIt() throws IOException {
    leave("rwxr-xr-x", "lock", "0-maker.jar");

    used();

    assertThat(abandoned.resolve("0-maker.jar")).exists();
  }

  /** Its process may be about to make the lock. */
  @Test
  void of_folderWithoutLock_leavesIt() throws IOException {
    leave("rwx------", "0-maker.jar");

    used();

    assertThat(abandoned.resolve("0-maker.jar")).exists();
  }

  @Test
  void of_linkByThatName_isNotFollowed() throws IOException {
    Files.createFile(elsewhere.resolve("lock"));
    Files.createFile(elsewhere.resolve("precious"));
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwx------"));
    Files.createSymbolicLink(abandoned, elsewhere);

    used();

    assertThat(elsewhere.resolve("precious")).exists();
  }

  @Test
  void of_folderOfALiveProcess_leavesItUntilThatIsKilled() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ProcessorFolderProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      Path folder = Path.of(said.readLine());

      used();
      assertThat(folder).isDirectory();
      assertThat(folder.resolve("0-processor.jar")).exists();

      process.destroyForcibly().waitFor();
      used();
      assertThat(folder).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }
}
