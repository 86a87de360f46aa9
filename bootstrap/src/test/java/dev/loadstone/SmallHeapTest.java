package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is too large for the memory ends in one of the library's errors. */
@Tag("thorough")
@Timeout(300)
final class SmallHeapTest {

  @Test
  void everyCall_heapOfSixtyFourMegabytes_endsInADeclaredError(@TempDir Path folder)
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeapProcess.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    List<String> lines = output.lines().toList();
    assertThat(lines).as(output).hasSizeGreaterThan(15);
    assertThat(lines)
        .allSatisfy(
            line -> assertThat(line).matches(".*: (success|dev\\.loadstone\\.domain\\.error\\..*)"))
        .contains("load good.jar: success")
        .anyMatch(
            line -> line.startsWith("check Huge.java: dev.loadstone.domain.error.InvalidSources"))
        .anyMatch(
            line -> line.startsWith("run Greedy.java: dev.loadstone.domain.error.PluginFailed"));
  }
}
