package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cache is its owner's alone, and works, whatever the process's umask. */
@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC})
final class UmaskTest {

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"000", "002", "007", "022", "027", "077"})
  void publish_anyUmask_isRead(String umask) throws Exception {
    Path folder = temporary.resolve("parent/cache");
    List<String> lines = new ArrayList<>();

    try (ChildJvm process =
        ChildJvm.startAfter("umask " + umask, StoringProcess.class, folder.toString())) {
      for (String line = process.line(); line != null; line = process.line()) {
        lines.add(line);
      }
    }

    assertThat(lines.subList(lines.size() - 2, lines.size()))
        .containsExactly("Success(true)", "Success(true)");
    assertThat(lines)
        .contains("made CACHEDIR.TAG")
        .anyMatch(line -> line.startsWith("made 1/locks/"))
        .anyMatch(line -> line.startsWith("made 1/entries/"));
    assertThat(modes(temporary.resolve("parent"))).containsOnly("rwx------", "rw-------");
  }

  private static List<String> modes(Path folder) throws IOException {
    List<String> modes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.toList()) {
        modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
      }
    }
    return modes;
  }
}
