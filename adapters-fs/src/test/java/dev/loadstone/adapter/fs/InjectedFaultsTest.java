package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ArtifactFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * System calls fail while a file is written: what the writer says is what there is, and no
 * temporary file stays.
 */
@Tag("thorough")
@Timeout(300)
@EnabledOnOs(OS.LINUX)
final class InjectedFaultsTest {

  private static final String STRACE = "/usr/bin/strace";
  private static final int SIZE = 200_000;

  @TempDir Path folder;

  static Stream<Arguments> faults() {
    return Stream.of(
            "write:error=ENOSPC:when=1",
            "write:error=EIO:when=2",
            "write:error=EDQUOT:when=4",
            "fsync:error=EIO:when=1",
            "fcntl:error=ENOLCK:when=1+",
            "mkdir:error=ENOSPC:when=1",
            "rename,renameat:error=EIO:when=1",
            "rename,renameat:error=EXDEV:when=1",
            "unlink,unlinkat:error=EIO:when=1+",
            "rmdir,unlinkat:error=EIO:when=1+",
            "fchmod:error=EPERM:when=1")
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void write_callThatFails_isToldAsItWas(String fault) throws Exception {
    assumeTrue(Files.isExecutable(Path.of(STRACE)), "no strace to let system calls fail");
    Path target = folder.resolve("plugin.jar");
    Files.write(target, WritingProcess.letters('o', SIZE).toByteArray());

    List<String> lines = write(target, fault);

    char letter = (char) Files.readAllBytes(target)[ArtifactFiles.BEGINNING];
    assertThat(lines).hasSize(1);
    assertThat(letter).as(lines.toString()).isEqualTo(lines.contains("written") ? 'n' : 'o');
    assertThat(Bytes.of(Files.readAllBytes(target)))
        .isEqualTo(WritingProcess.letters(letter, SIZE));
    FileSystemFixture.files().write(target, WritingProcess.letters('x', SIZE)).get();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      assertThat(entries).containsExactly(target);
    }
  }

  /** The virtual machine itself makes none of these calls before the file is written. */
  private List<String> write(Path target, String fault) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(STRACE, "-f", "-qq", "-o", "/dev/null"));
    command.addAll(List.of("-e", "trace=" + fault.substring(0, fault.indexOf(':'))));
    command.addAll(List.of("-e", "inject=" + fault));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            WritingProcess.class.getName(),
            target.toString(),
            "n",
            Integer.toString(SIZE),
            "1"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return output.lines().toList();
  }
}
