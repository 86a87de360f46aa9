package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.report.ExitCode;
import dev.loadstone.cli.report.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The option {@code --allow-package} of each command that has it. */
final class AllowPackageTest {

  @TempDir private Path folder;

  private PluginFiles files;
  private String classPath = "";

  @BeforeEach
  void writeHost() throws IOException {
    files = new PluginFiles(folder);
    files.hostJar("api.jar", "acme.api.Rule", "package acme.api; public interface Rule {}");
    files.hostJar(
        "internal.jar", "acme.internal.Secret", "package acme.internal; public class Secret {}");
    classPath = path("api.jar") + System.getProperty("path.separator") + path("internal.jar");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private CapturedRun run(String command, String allowed, String... rest) {
    String[] words = new String[rest.length + 5];
    words[0] = command;
    words[1] = "--class-path";
    words[2] = classPath;
    words[3] = "--allow-package";
    words[4] = allowed;
    System.arraycopy(rest, 0, words, 5, rest.length);
    return CapturedRun.of(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "run"})
  void compiling_hiddenPackage_isAnErrorOfTheSource(String command) throws IOException {
    String source =
        path(
            files.source(
                "Main.java",
                "class Main { acme.internal.Secret s; public static void main(String[] args) {} }"));

    CapturedRun run = run(command, "acme.api,acme.spi.**", source);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            source
                + """
                :1: error: package acme.internal does not exist for plugins
                class Main { acme.internal.Secret s; public static void main(String[] args) {} }
                                          ^
                (the host hides acme.internal from plugins, and allows acme.api, acme.spi.**; do without it, or add it: allowPackages in the application, --allow-package of the command)
                """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme.internal", "acme.**", "acme.api,acme.internal"})
  void check_allowedPackage_isSilent(String allowed) throws IOException {
    String source =
        path(
            files.source(
                "Main.java",
                "class Main { acme.internal.Secret s; public static void main(String[] args) {} }"));

    assertThat(run("check", allowed, source))
        .isEqualTo(new CapturedRun(Outcome.of(ExitCode.DONE), "", ""));
  }

  @Test
  void check_optionGivenTwice_allowsBoth() throws IOException {
    String source =
        path(
            files.source(
                "Main.java",
                "class Main implements acme.api.Rule { static acme.internal.Secret s = new acme.internal.Secret(); }"));

    assertThat(run("check", "acme.api", "--allow-package", "acme.internal", source).exitCode())
        .isZero();
  }

  @Test
  void load_artifactThatUsesAHiddenPackage_isRefused() throws IOException {
    String source =
        path(
            files.source(
                "Main.java",
                "public class Main { public static void main(String[] a) { new acme.internal.Secret(); } }"));
    String artifact = path("main.jar");
    int compiled = run("compile", "acme.**", "-o", artifact, source).exitCode();

    CapturedRun run = run("load", "acme.api", artifact);

    assertThat(compiled).isZero();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("acme.internal.Secret: ");
    assertThat(run("load", "acme.internal", artifact).exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"acme.internal, 2", "acme.api, 0"})
  void contract_outsideTheAllowedPackages_isWrongUse(String allowed, int exitCode)
      throws IOException {
    String source =
        path(files.source("Main.java", "public class Main implements acme.api.Rule {}"));

    CapturedRun run = run("check", allowed, "--contract", "acme.api.Rule", source);

    assertThat(run.exitCode()).isEqualTo(exitCode);
    if (exitCode != 0) {
      assertThat(run.err())
          .startsWith(
              "loadstone: --contract: acme.api.Rule is in the package acme.api, which is not among the packages that are allowed for plugins (acme.internal): add it to them");
    }
  }

  @Test
  void deps_fileInAHiddenPackage_isNotLookedFor() throws IOException {
    files.source("acme/internal/Secret.java", "package acme.internal; public class Secret {}");
    String main =
        path(
            files.source(
                "Main.java",
                "class Main { acme.internal.Secret s; public static void main(String[] args) {} }"));

    assertThat(run("deps", "acme.api", main).out()).isEqualToNormalizingNewlines(main + "\n");
  }

  @Test
  void doctor_someAllowed_countsThem() {
    CapturedRun run = run("doctor", "acme.api");

    assertThat(run.out())
        .contains("api.jar (packages: 1)", "internal.jar (packages: 0 of 1)")
        .containsPattern("host packages +acme\\.api\\R");
  }

  @Test
  void doctor_allAllowed_saysSo() {
    assertThat(CapturedRun.of("doctor", "--class-path", classPath).out())
        .contains("internal.jar (packages: 1)")
        .containsPattern("host packages +every package of the host\\R");
  }
}
