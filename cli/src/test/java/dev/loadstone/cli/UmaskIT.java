package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command makes under the umasks that systems and users set. */
@Tag("thorough")
@DisabledOnOs(OS.WINDOWS)
final class UmaskIT {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "000, rw-rw-rw-, rwxrwxrwx",
    "002, rw-rw-r--, rwxrwxr-x",
    "007, rw-rw----, rwxrwx---",
    "022, rw-r--r--, rwxr-xr-x",
    "027, rw-r-----, rwxr-x---",
    "077, rw-------, rwx------"
  })
  void execute_anyUmask_hitsTheCacheAndMakesFilesLikeAnyOther(
      String umask, String file, String made) throws Exception {
    Files.writeString(
        folder.resolve("Hello.java"),
        "public class Hello { public static void main(String[] a) { System.out.println(1); } }");

    Execution first = run(umask, "run -v --cache-dir cache Hello.java");
    Execution second = run(umask, "run -v --cache-dir cache Hello.java");
    Execution compiled = run(umask, "compile --no-cache -o hello.jar Hello.java");
    Execution again = run(umask, "compile --no-cache -o hello.jar Hello.java");
    Execution init = run(umask, "init plugins");

    assertThat(first.err()).doesNotContain("warning");
    assertThat(second.err()).doesNotContain("warning").doesNotContain("compiled");
    assertThat(List.of(first, second, compiled, again, init))
        .allMatch(execution -> execution.exitCode() == 0);
    assertThat(mode("hello.jar")).isEqualTo(file);
    assertThat(mode("plugins")).isEqualTo(made);
    assertThat(mode("cache")).isEqualTo("rwx------");
  }

  private String mode(String name) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  private Execution run(String umask, String words) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Execution.of(
        folder,
        Map.of(),
        List.of(
            "sh",
            "-c",
            "umask "
                + umask
                + "; exec '"
                + java
                + "' -jar '"
                + PackagedCommand.JAR.toAbsolutePath()
                + "' "
                + words));
  }
}
