package dev.loadstone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.report.ParsedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The cache as users meet it: each start is a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the folder is told by a variable of XDG's")
final class CacheIT {

  @TempDir Path folder;

  private Path work;
  private Path caches;
  private PluginFiles files;
  private final List<String> jvmOptions = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void makeFolders() throws IOException {
    work = Files.createDirectory(folder.resolve("work"));
    caches = folder.resolve("caches");
    files = new PluginFiles(work);
    environment.put("XDG_CACHE_HOME", caches.toString());
  }

  @Test
  void run_secondTime_doesTheSameAndCompilesNothing() throws Exception {
    String file =
        files.main(
            "Echo", "System.out.println(String.join(\" \", args)); System.exit(args.length);");

    Execution first = loadstone("run", "-v", file, "--", "a", "b");
    Execution second = loadstone("run", "-v", file, "--", "a", "b");

    assertThat(steps(first))
        .containsExactly("looking", "missed", "compiled", "stored", "linked", "starting");
    assertThat(steps(second)).containsExactly("looking", "took", "linked", "starting");
    assertThat(second.out()).isEqualTo("a b" + System.lineSeparator()).isEqualTo(first.out());
    assertThat(second.exitCode()).isEqualTo(2).isEqualTo(first.exitCode());
  }

  @Test
  void run_secondTime_loadsNoClassOfTheCompiler() throws Exception {
    String file = files.main("Hello", "System.out.println(\"hello\");");

    List<String> first = classesLoaded("run", file);
    List<String> second = classesLoaded("run", file);

    assertThat(first).anyMatch(CacheIT::isOfCompiler);
    assertThat(second).isNotEmpty().noneMatch(CacheIT::isOfCompiler);
  }

  @Test
  void file_thatWasCompiledByRun_loadsNothingThatItDoesNotNeed() throws Exception {
    String file = files.main("Hello", "System.out.println(\"hello\");");
    loadstone("run", file);

    List<String> loaded = classesLoaded(file, "--cache-dir", "x");

    assertThat(loaded)
        .noneMatch(CacheIT::isOfCompiler)
        .noneMatch(line -> line.contains(" picocli."))
        .noneMatch(line -> line.contains(" jdk.jfr.internal."))
        .noneMatch(line -> line.contains(" com.fasterxml."));
    assertThat(stats()).contains("hits     1");
  }

  @Test
  void run_sameContentElsewhere_isAHit() throws Exception {
    String file = files.main("Hello", "");
    Path copy = Files.createDirectory(folder.resolve("copy"));
    Files.copy(work.resolve(file), copy.resolve(file));
    loadstone("run", file);

    Execution elsewhere = loadstone("run", "-v", copy.resolve(file).toString());

    assertThat(steps(elsewhere)).startsWith("looking", "took");
  }

  @Test
  void run_changedByte_isAMissThatSaysWhichFile() throws Exception {
    files.source("lib/Text.java", "package lib; public class Text {}");
    files.main("Main", "System.out.println(new lib.Text());");
    loadstone("run", "lib/Text.java", "Main.java");
    Files.writeString(work.resolve("lib/Text.java"), " ", StandardOpenOption.APPEND);

    Execution changed = loadstone("run", "-v", "lib/Text.java", "Main.java");

    assertThat(steps(changed)).startsWith("looking", "missed", "compiled");
    assertThat(changed.err().lines())
        .element(1)
        .asString()
        .startsWith("loadstone: missed lib/Text.java, Main.java in the cache: ")
        .contains("lib/Text.java has changed")
        .doesNotContain("Main.java has changed");
  }

  @Test
  void run_otherRelease_isAMissThatSaysSo() throws Exception {
    String file = files.main("Hello", "");
    loadstone("run", file);

    Execution other = loadstone("run", "-v", "--release", "11", file);

    assertThat(steps(other)).startsWith("looking", "missed", "compiled");
    assertThat(other.err().lines()).element(1).asString().contains("release", "11");
  }

  @Test
  void run_hostThatChanges_isAMissOnlyWhereThePluginUsesIt() throws Exception {
    String file = files.main("Show", "System.out.println(new acme.Rule().id);");
    files.hostJar(
        "host.jar", "acme.Rule", "package acme; public class Rule { public int id = 1; }");
    loadstone("run", "--class-path", "host.jar", file);
    files.hostJar(
        "host.jar", "acme.Rule", "package acme; public class Rule { public int id = 2; }");

    Execution sameAbi = loadstone("run", "-v", "--class-path", "host.jar", file);
    files.hostJar(
        "host.jar", "acme.Rule", "package acme; public class Rule { public long id = 3; }");
    Execution otherAbi = loadstone("run", "-v", "--class-path", "host.jar", file);

    assertThat(steps(sameAbi)).startsWith("looking", "took");
    assertThat(sameAbi.out()).isEqualTo("2" + System.lineSeparator());
    assertThat(steps(otherAbi)).startsWith("looking", "missed", "compiled");
    assertThat(otherAbi.err().lines())
        .element(1)
        .asString()
        .endsWith("in the cache: acme.Rule: field id: its type was int, is now long");
    assertThat(otherAbi.out()).isEqualTo("3" + System.lineSeparator());
  }

  @Test
  void run_pluginThatThrows_failsAtAHitAsAtAMiss() throws Exception {
    String file = files.main("Boom", "throw new IllegalStateException(\"boom\");");

    Execution first = loadstone("run", file);
    Execution second = loadstone("run", file);

    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.err()).contains("Boom.java:3");
    assertThat(second).isEqualTo(first);
  }

  @Test
  void run_failedCompilation_isNotKept() throws Exception {
    String file = files.source("Wrong.java", "class Wrong { int x = y; }");

    Execution first = loadstone("run", file);
    Execution second = loadstone("run", file);

    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(second).isEqualTo(first);
    assertThat(stats()).contains("entries  0");
  }

  @Test
  void run_warningsForProgram_areTheSameAtAHit() throws Exception {
    String file = files.main("Old", "new java.util.Date(1, 2, 3);");

    Execution first = loadstone("run", "--format", "json", file);
    Execution second = loadstone("run", "--format", "json", file);

    assertThat(ParsedJson.array(first.err()))
        .extracting(object -> object.get("lint"))
        .containsExactly("deprecation");
    assertThat(second).isEqualTo(first);
    assertThat(stats()).contains("hits     1");
  }

  @Test
  void compile_secondTime_writesTheSameBytesFromTheCache() throws Exception {
    String file = files.main("Hello", "");

    Execution first = loadstone("compile", "-v", "-o", "first.jar", file);
    Execution second = loadstone("compile", "-v", "-o", "second.jar", file);

    assertThat(steps(first)).startsWith("looking", "missed", "compiled");
    assertThat(steps(second)).startsWith("looking", "took").contains("wrote");
    assertThat(work.resolve("second.jar")).hasSameBinaryContentAs(work.resolve("first.jar"));
  }

  @Test
  void run_noCache_neitherLooksNorKeeps() throws Exception {
    String file = files.main("Hello", "");

    Execution execution = loadstone("run", "-v", "--no-cache", file);

    assertThat(steps(execution)).containsExactly("compiled", "linked", "starting", "ran");
    assertThat(caches).doesNotExist();
  }

  @Test
  void run_folderThatCannotBeUsed_warnsAndRuns() throws Exception {
    Files.writeString(caches, "a file");
    String file = files.main("Hello", "System.out.println(\"hello\");");

    Execution execution = loadstone("run", file);

    assertThat(execution.exitCode()).isZero();
    assertThat(execution.out()).isEqualTo("hello" + System.lineSeparator());
    assertThat(execution.err().lines())
        .singleElement()
        .asString()
        .startsWith("loadstone: warning: ")
        .contains(caches.resolve("loadstone").toString());
  }

  @Test
  void run_damagedEntry_isHealed() throws Exception {
    String file = files.main("Hello", "System.out.println(\"hello\");");
    Execution first = loadstone("run", file);
    Path entry = entries().get(0);
    byte[] bytes = Files.readAllBytes(entry);
    bytes[bytes.length / 2] ^= 1;
    Files.write(entry, bytes);

    Execution second = loadstone("run", file);
    Execution third = loadstone("run", "-v", file);

    assertThat(second).isEqualTo(first);
    assertThat(steps(third)).startsWith("looking", "took");
    assertThat(stats()).contains("healed   1", "1 the entry was damaged");
  }

  @Test
  void run_homeWithoutVariable_isWhereTheCacheIs() throws Exception {
    environment.put("XDG_CACHE_HOME", "relative");
    Path home = Files.createDirectory(folder.resolve("home"));
    environment.put("HOME", home.toString());
    String file = files.main("Hello", "");

    Execution execution = loadstone("run", file);

    assertThat(execution).isEqualTo(new Execution(0, "", ""));
    assertThat(home).isNotEmptyDirectory();
    assertThat(work).isDirectoryNotContaining(path -> !path.endsWith(file));
  }

  @Test
  void run_userWithoutHome_warnsAndLeavesTheWorkingFolderAlone() throws Exception {
    environment.put("XDG_CACHE_HOME", "");
    environment.put("HOME", "");
    jvmOptions.add("-Duser.home=?");
    String file = files.main("Hello", "");

    Execution execution = loadstone(file);

    assertThat(execution.exitCode()).isZero();
    assertThat(execution.err()).startsWith("loadstone: warning: there is no folder for a cache");
    assertThat(work).isDirectoryNotContaining(path -> !path.endsWith(file));
  }

  @Test
  void cache_tasks_tellCheckAndEmpty() throws Exception {
    loadstone("run", files.main("One", ""));
    loadstone("run", files.main("Two", ""));
    Files.write(entries().get(0), new byte[0]);

    Execution verified = loadstone("cache", "verify");
    Execution cleared = loadstone("cache", "clear");

    assertThat(verified.exitCode()).isZero();
    assertThat(verified.out()).startsWith("2 entries read, 1 damaged and removed:");
    assertThat(cleared).isEqualTo(new Execution(0, "1 entry removed" + System.lineSeparator(), ""));
    assertThat(entries()).isEmpty();
  }

  private Execution loadstone(String... words) throws IOException, InterruptedException {
    return Execution.of(work, environment, PackagedCommand.line(jvmOptions, words));
  }

  private String stats() throws IOException, InterruptedException {
    return loadstone("cache", "stats").out();
  }

  /** Runs a command, and returns the JVM's log of the classes that it loaded. */
  private List<String> classesLoaded(String... words) throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    jvmOptions.add("-Xlog:class+load:file=" + log);
    Execution execution = loadstone(words);
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    return Files.readAllLines(log, UTF_8);
  }

  private static boolean isOfCompiler(String line) {
    return line.contains("jrt:/jdk.compiler") || line.contains(" com.sun.tools.javac.");
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> all = Files.walk(caches)) {
      return all.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  /** Returns the first word of each line of {@code -v}. */
  private static List<String> steps(Execution execution) {
    return execution
        .err()
        .lines()
        .map(line -> line.replaceFirst("^loadstone: ([a-z]+).*", "$1"))
        .toList();
  }
}
