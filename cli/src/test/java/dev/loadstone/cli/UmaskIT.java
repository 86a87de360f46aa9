package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command makes under the umasks that systems and users set. */
@Tag("thorough")
@DisabledOnOs(OS.WINDOWS)
final class UmaskIT {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

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

  /** Such a folder keeps out everybody but root, so as root another user tries. */
  @ParameterizedTest
  @ValueSource(strings = {"0777", "0300"})
  void init_umaskThatTakesTheOwnersRights_isRefusedAndLeavesNothing(String umask) throws Exception {
    boolean isRoot = (int) Files.getAttribute(folder, "unix:uid") == 0;
    assumeTrue(!isRoot || Files.isExecutable(SETPRIV), "no setpriv to become another user with");
    Path jar = Files.copy(PackagedCommand.JAR, folder.resolve("loadstone.jar"));
    Path place = Files.createDirectory(folder.resolve("place"));
    if (isRoot) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
      Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    List<String> command = new ArrayList<>();
    if (isRoot) {
      command.addAll(List.of(SETPRIV.toString(), "--reuid=65534", "--regid=65534"));
      command.add("--clear-groups");
    }
    command.addAll(
        List.of("sh", "-c", "umask " + umask + "; exec '" + JAVA + "' -jar " + jar + " init new"));

    Execution init = Execution.of(place, Map.of(), command);

    assertThat(init.exitCode()).isEqualTo(4);
    assertThat(init.err()).contains("the umask of this process takes away");
    assertThat(place).isEmptyDirectory();
  }

  private String mode(String name) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  private Execution run(String umask, String words) throws Exception {
    return Execution.of(
        folder,
        Map.of(),
        List.of(
            "sh",
            "-c",
            "umask "
                + umask
                + "; exec '"
                + JAVA
                + "' -jar '"
                + PackagedCommand.JAR.toAbsolutePath()
                + "' "
                + words));
  }
}
