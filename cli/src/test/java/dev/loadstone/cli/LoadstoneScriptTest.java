package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script over a tree that only looks like the project's, with a Maven and a Java that only tell
 * how they were called.
 */
@DisabledOnOs(OS.WINDOWS)
final class LoadstoneScriptTest {

  private final Instant past = Instant.now().minus(Duration.ofHours(1));

  @TempDir Path temporary;

  private Path tree;
  private Path script;
  private Path jar;
  private Path source;
  private Path mavenLog;
  private Path javaLog;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void makeTree() throws IOException {
    tree = Files.createDirectory(temporary.resolve("a project"));
    script = tree.resolve("loadstone");
    Files.copy(Path.of(System.getProperty("basedir", ".")).resolve("../loadstone"), script);
    makeExecutable(script);
    source = tree.resolve("domain/src/main/java/A.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    Files.writeString(tree.resolve("pom.xml"), "");
    Files.createDirectories(tree.resolve("cli/src/main"));
    Files.writeString(tree.resolve("cli/pom.xml"), "");
    jar = tree.resolve("cli/target/loadstone.jar");
    mavenLog = temporary.resolve("maven.log");
    javaLog = temporary.resolve("java.log");

    Path home = temporary.resolve("jdk");
    java("exit 1");
    Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"17.0.1\"\n");
    maven(
        """
        for word; do case $word in -Dloadstone.jar=*) printf half >"${word#*=}"; sleep 0.3; printf whole >"${word#*=}";; esac; done
        """);
    environment.put("JAVA_HOME", home.toString());
    environment.put("PATH", temporary.resolve("bin") + ":" + System.getenv("PATH"));
  }

  @Test
  void start_jarIsMissing_buildsItQuietly() throws Exception {
    Execution execution = start("run", "A B.java");

    assertThat(execution)
        .isEqualTo(
            new Execution(
                0,
                "-jar|" + jar.toRealPath() + "|run|A B.java|whole",
                "loadstone: building it, which takes a while the first time ...\n"));
    assertThat(builds()).hasSize(1).first().asString().contains("-pl cli -am package");
  }

  @Test
  void start_jarIsFresh_buildsNothing() throws Exception {
    provideJar(Instant.now().plus(Duration.ofMinutes(1)));

    Execution execution = start("--version");

    assertThat(execution)
        .isEqualTo(new Execution(0, "-jar|" + jar.toRealPath() + "|--version|old", ""));
    assertThat(builds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"C, C.UTF-8", "POSIX, C.UTF-8", "xx_YY.UTF-8, C.UTF-8", "C.UTF-8, C.UTF-8"})
  @EnabledOnOs(
      value = OS.LINUX,
      disabledReason = "elsewhere file names are not the locale's affair")
  void start_localeThatNamesNoFile_givesJavaOneWithUtf8(String locale, String given)
      throws Exception {
    provideJar(Instant.now().plus(Duration.ofMinutes(1)));
    executable(temporary.resolve("jdk/bin/java"), "printf %s \"$LC_ALL\"");
    environment.put("LC_ALL", locale);

    assertThat(start("--version").out()).isEqualTo(given);
  }

  @Test
  void start_twice_buildsOnce() throws Exception {
    start();

    start();

    assertThat(builds()).hasSize(1);
  }

  @Test
  void start_sourceIsNewer_buildsAgain() throws Exception {
    provideJar(past);

    Execution execution = start();

    assertThat(execution.out()).endsWith("|whole");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void start_pomIsNewer_buildsAgain() throws Exception {
    ageTree();
    provideJar(past);
    Files.writeString(tree.resolve("cli/pom.xml"), "<project/>");

    start();

    assertThat(builds()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"testkit", "examples", "checks/architecture", "checks/documentation"})
  void start_whatTheCommandIsNotMadeOfIsNewer_buildsNothing(String module) throws Exception {
    ageTree();
    provideJar(past);
    Path file = tree.resolve(module).resolve("src/main/java/A.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    Files.writeString(tree.resolve(module).resolve("pom.xml"), "");

    start();

    assertThat(builds()).isEmpty();
  }

  @Test
  void start_sourceIsGone_buildsAgain() throws Exception {
    ageTree();
    provideJar(past);
    Files.delete(source);

    start();

    assertThat(builds()).hasSize(1);
  }

  @Test
  void start_sourceChangedDuringBuild_buildsAgainNextTime() throws Exception {
    maven(
        """
        sleep 1
        touch '%s'
        for word; do case $word in -Dloadstone.jar=*) printf whole >"${word#*=}";; esac; done
        """
            .formatted(source));
    start();

    start();

    assertThat(builds()).hasSize(2);
  }

  @Test
  void start_twoAtOnce_buildOnceAndBothStartTheWholeJar() throws Exception {
    Execution.Running one = running();
    Execution.Running other = running();

    assertThat(List.of(one.await(), other.await()))
        .allSatisfy(
            execution -> {
              assertThat(execution.exitCode()).isZero();
              assertThat(execution.out()).endsWith("|whole");
            });
    assertThat(builds()).hasSize(1);
  }

  @Test
  void start_lockOfDeadProcess_isTaken() throws Exception {
    Files.createDirectories(jar.getParent());
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createSymbolicLink(
        jar.resolveSibling("loadstone.lock"), Path.of(String.valueOf(dead.pid())));

    Execution execution = start();

    assertThat(execution.exitCode()).isZero();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void start_build_leavesNothingBeside() throws Exception {
    start();

    try (var files = Files.list(jar.getParent())) {
      assertThat(files)
          .containsExactlyInAnyOrder(
              jar,
              jar.resolveSibling("loadstone-build.log"),
              jar.resolveSibling("loadstone-17.jsa"));
    }
  }

  @Test
  void start_classArchive_isMadeOnceAndUsed() throws Exception {
    java("echo archive >\"$archive\"");

    start();
    start();

    assertThat(javaOptions("-XX:ArchiveClassesAtExit=")).hasSize(1);
    assertThat(javaOptions("-XX:SharedArchiveFile="))
        .hasSize(2)
        .containsOnly(
            "-XX:SharedArchiveFile=" + jar.toRealPath().resolveSibling("loadstone-17.jsa"));
  }

  @Test
  void start_classArchiveFails_isNotTriedAgain() throws Exception {
    start();
    start();

    assertThat(javaOptions("-XX:ArchiveClassesAtExit=")).hasSize(1);
    assertThat(javaOptions("-XX:SharedArchiveFile=")).isEmpty();
  }

  @Test
  void start_newJar_getsNewClassArchive() throws Exception {
    java("echo archive >\"$archive\"");
    start();
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));

    start();

    assertThat(javaOptions("-XX:ArchiveClassesAtExit=")).hasSize(2);
  }

  @Test
  void start_buildFails_showsItsEndAndWhatToDo() throws Exception {
    maven("seq 1 100; echo 'ERROR: it is broken'; exit 1");

    Execution execution = start();

    assertThat(execution.exitCode()).isEqualTo(70);
    assertThat(execution.out()).isEmpty();
    assertThat(execution.err())
        .contains("ERROR: it is broken", "the build failed", "JDK 17", "JAVA_HOME")
        .doesNotContain("\n60\n");
    assertThat(jar).doesNotExist();
  }

  @Test
  void start_buildFails_keepsTheJarThatIsThere() throws Exception {
    maven("exit 1");
    provideJar(past);

    Execution execution = start();

    assertThat(execution.exitCode()).isEqualTo(70);
    assertThat(jar).hasContent("old");
  }

  @Test
  void start_buildThatReadsItsInput_leavesItToThePlugin() throws Exception {
    maven(
        """
        cat >/dev/null
        for word; do case $word in -Dloadstone.jar=*) printf whole >"${word#*=}";; esac; done
        """);
    executable(temporary.resolve("jdk/bin/java"), "cat");

    Execution execution = new Execution.Running(temporary, environment, words(), "input").await();

    assertThat(execution.out()).isEqualTo("input");
  }

  @Test
  void start_noMavenButFreshJar_starts() throws Exception {
    provideJar(Instant.now().plus(Duration.ofMinutes(1)));
    withoutMaven();

    Execution execution = start();

    assertThat(execution.exitCode()).isZero();
    assertThat(execution.err()).isEmpty();
  }

  @Test
  void start_noMavenAndNoJar_saysWhatToInstall() throws Exception {
    withoutMaven();

    Execution execution = start();

    assertThat(execution.exitCode()).isEqualTo(4);
    assertThat(execution.err()).contains("no mvn on the PATH", jar.getFileName().toString());
  }

  @Test
  void start_noMavenAndOldJar_startsItWithWarning() throws Exception {
    provideJar(past);
    withoutMaven();

    Execution execution = start();

    assertThat(execution.exitCode()).isZero();
    assertThat(execution.out()).endsWith("|old");
    assertThat(execution.err()).contains("warning", "no mvn on the PATH");
  }

  @Test
  void start_throughLinks_findsItself() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("links"));
    Path relative = Files.createSymbolicLink(folder.resolve("first"), folder.relativize(script));
    Path second = Files.createSymbolicLink(temporary.resolve("second"), relative);

    Execution execution = Execution.of(temporary, environment, List.of(second.toString(), "x"));

    assertThat(execution.out()).isEqualTo("-jar|" + jar.toRealPath() + "|x|whole");
  }

  @Test
  void start_fromItsFolder_findsItself() throws Exception {
    Execution execution = Execution.of(tree, environment, List.of("sh", "loadstone"));

    assertThat(execution.out()).endsWith("|whole");
  }

  @Test
  void start_javaHomeWithoutJava_saysSo() throws Exception {
    environment.put("JAVA_HOME", tree.toString());

    Execution execution = start();

    assertThat(execution.exitCode()).isEqualTo(4);
    assertThat(execution.err())
        .isEqualTo(
            "loadstone: JAVA_HOME is "
                + tree
                + ", but there is no bin/java in it. Set it to a JDK 17 or newer.\n");
  }

  @Test
  void start_oldJava_saysSo() throws Exception {
    Files.writeString(temporary.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");

    Execution execution = start();

    assertThat(execution.exitCode()).isEqualTo(4);
    assertThat(execution.err()).contains("is Java 11.0.2, but 17 or newer is needed");
    assertThat(builds()).isEmpty();
  }

  @Test
  void start_newerJavaAndNoJar_saysThatBuildingNeedsAnother() throws Exception {
    Files.writeString(temporary.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");

    Execution execution = start();

    assertThat(execution.exitCode()).isEqualTo(4);
    assertThat(execution.err()).contains("building needs a JDK 17", "is Java 25.0.1");
    assertThat(builds()).isEmpty();
  }

  @Test
  void start_newerJavaAndFreshJar_starts() throws Exception {
    Files.writeString(temporary.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    provideJar(Instant.now().plus(Duration.ofMinutes(1)));

    assertThat(start().exitCode()).isZero();
  }

  @Test
  void start_oldJavaWithoutReleaseFile_saysSo() throws Exception {
    Files.delete(temporary.resolve("jdk/release"));
    executable(
        temporary.resolve("jdk/bin/java"), "echo 'openjdk version \"1.8.0_292\"' >&2; exit 0");

    Execution execution = start();

    assertThat(execution.exitCode()).isEqualTo(4);
    assertThat(execution.err()).contains("is Java 1.8.0_292");
  }

  @Test
  void start_noJavaHome_takesTheJavaOnThePath() throws Exception {
    environment.put("JAVA_HOME", "");
    executable(temporary.resolve("bin/java"), "echo from the path");

    Execution execution = start();

    assertThat(execution.out()).isEqualTo("from the path\n");
  }

  private Execution start(String... arguments) throws IOException, InterruptedException {
    return Execution.of(temporary, environment, words(arguments));
  }

  private Execution.Running running() throws IOException {
    return new Execution.Running(temporary, environment, words(), "");
  }

  private List<String> words(String... arguments) {
    List<String> words = new ArrayList<>(List.of(script.toString()));
    words.addAll(List.of(arguments));
    return words;
  }

  private List<String> builds() throws IOException {
    return Files.exists(mavenLog) ? Files.readAllLines(mavenLog) : List.of();
  }

  private void provideJar(Instant time) throws IOException {
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "old");
    Files.setLastModifiedTime(jar, FileTime.from(time));
  }

  private void ageTree() throws IOException {
    try (var files = Files.walk(tree)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(past.minus(Duration.ofHours(1))));
      }
    }
  }

  /** A Java that says what it is to run, and keeps its options for itself. */
  private void java(String archiving) throws IOException {
    executable(
        temporary.resolve("jdk/bin/java"),
        """
        while [ "$1" != -jar ]; do
          echo "$1" >>'%s'
          case $1 in -XX:ArchiveClassesAtExit=*) archive=${1#*=}; %s;; esac
          shift
        done
        printf '%%s|' "$@"
        cat "$2"
        """
            .formatted(javaLog, archiving));
  }

  private List<String> javaOptions(String beginning) throws IOException {
    return Files.readAllLines(javaLog).stream().filter(line -> line.startsWith(beginning)).toList();
  }

  private void maven(String behaviour) throws IOException {
    executable(
        temporary.resolve("bin/mvn"),
        "echo noise; echo noise >&2; echo \"$@\" >>'" + mavenLog + "'\n" + behaviour);
  }

  /** Leaves on the path only what the script itself calls. */
  private void withoutMaven() throws IOException {
    Path bin = Files.createDirectory(temporary.resolve("tools"));
    for (String tool : List.of("find", "head", "mkdir", "readlink", "cat")) {
      executable(bin.resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"");
    }
    environment.put("PATH", bin.toString());
  }

  private static void executable(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    makeExecutable(file);
  }

  private static void makeExecutable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
