package dev.loadstone.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.CapturedRun;
import dev.loadstone.cli.PluginFiles;
import dev.loadstone.cli.report.ParsedJson;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cache as a user sees it, in this process. */
final class CacheCommandTest {

  @TempDir Path folder;

  private Path cache;
  private String source;

  @BeforeEach
  void writeSource() throws IOException {
    cache = folder.resolve("cache");
    source = folder.resolve(new PluginFiles(folder).main("Hello", "")).toString();
  }

  @Test
  void stats_folderThatDoesNotExist_isEmptyAndIsNotMade() {
    CapturedRun run = run("cache", "stats");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("folder   " + cache, "entries  0", "bytes    0", "hits     0", "misses   0");
    assertThat(cache).doesNotExist();
  }

  @Test
  void stats_afterUses_countsThem() throws IOException {
    run("run", source);
    run("run", source);
    run("check", source);
    Files.writeString(Path.of(source), "\n", StandardOpenOption.APPEND);
    run("run", source);

    CapturedRun run = run("cache", "stats");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "entries  2", "hits     2", "misses   2", "1 never seen", "1 a source had changed");
  }

  @Test
  void stats_forProgram_isOneJsonObject() {
    run("run", source);

    CapturedRun run = run("cache", "stats", "--format", "json");

    assertThat(run.err()).isEmpty();
    assertThat(ParsedJson.object(run.out()))
        .containsEntry("folder", cache.toString())
        .containsEntry("entries", 1L)
        .containsEntry("misses", 1L);
  }

  @Test
  void verify_wholeEntries_saysHowManyThereAre() {
    run("run", source);

    CapturedRun run = run("cache", "verify");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().strip()).isEqualTo("1 entry read, none damaged");
  }

  @Test
  void verify_damagedEntry_removesAndNamesIt() throws IOException {
    run("run", source);
    Path entry = entries().get(0);
    Files.write(entry, new byte[] {1});

    CapturedRun run = run("cache", "verify");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualToNormalizingNewlines("1 entry read, 1 damaged and removed:\n  " + entry + "\n");
    assertThat(entries()).isEmpty();
    assertThat(run("cache", "stats").out()).contains("entries  0", "healed   1");
  }

  @Test
  void clear_entries_removesThemAndNothingElse() throws IOException {
    run("run", source);
    Path foreign = Files.writeString(cache.resolve("notes.txt"), "mine");

    CapturedRun run = run("cache", "clear");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().strip()).isEqualTo("1 entry removed");
    assertThat(entries()).isEmpty();
    assertThat(foreign).hasContent("mine");
    assertThat(run("cache", "stats").out()).contains("entries  0", "misses   0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify", "clear"})
  void task_folderThatDoesNotExist_hasNothingToDo(String task) {
    CapturedRun run = run("cache", task);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("0 entries ");
    assertThat(cache).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stats", "verify", "clear"})
  void task_fileInPlaceOfTheFolder_saysThatItCannotBeUsed(String task) throws IOException {
    Files.writeString(cache, "mine");

    CapturedRun run = run("cache", task);

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("loadstone: ").contains(cache.toString(), "cache");
    assertThat(cache).hasContent("mine");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void task_folderThatOthersCanWriteTo_isUsedOnlyIfThatIsSaid() throws IOException {
    Files.createDirectory(cache);
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));

    CapturedRun refused = run("cache", "stats");
    CapturedRun allowed = run("cache", "stats", "--shared-cache");

    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.err()).contains(cache.toString());
    assertThat(allowed.exitCode()).isZero();
  }

  @Test
  void cacheDir_folder_isUsedInsteadOfTheUsers() throws IOException {
    Path other = folder.resolve("other");

    CapturedRun ran = run("run", "--cache-dir", other.toString(), source);
    CapturedRun stats = run("cache", "--cache-dir=" + other, "stats");

    assertThat(ran).isEqualTo(run("run", "--no-cache", source));
    assertThat(stats.out()).contains("folder   " + other, "entries  1");
    assertThat(cache).doesNotExist();
  }

  @Test
  void check_pluginThatWasRun_compilesNothing() {
    CapturedRun first = run("run", "-v", source);
    CapturedRun second = run("check", "-v", source);

    assertThat(first.err().lines().map(CacheCommandTest::step))
        .startsWith("looking", "missed", "compiled", "stored");
    assertThat(second.err().lines().map(CacheCommandTest::step))
        .startsWith("looking", "took")
        .doesNotContain("compiled");
  }

  @Test
  void check_pluginThatIsNew_keepsNothing() {
    CapturedRun run = run("check", "-v", source);

    assertThat(run.err().lines().map(CacheCommandTest::step))
        .startsWith("looking", "missed", "compiled")
        .doesNotContain("stored");
    assertThat(run("cache", "stats").out()).contains("entries  0");
  }

  @Test
  void check_noCache_doesNotLook() {
    CapturedRun run = run("check", "-v", "--no-cache", source);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err().lines().map(CacheCommandTest::step)).first().isEqualTo("compiled");
    assertThat(cache).doesNotExist();
  }

  @Test
  void check_hit_reportsTheWarningsOfTheCompilationAgain() throws IOException {
    String old =
        folder
            .resolve(new PluginFiles(folder).main("Old", "new java.util.Date(1, 2, 3);"))
            .toString();

    CapturedRun first = run("run", old);
    CapturedRun second = run("run", old);

    assertThat(first.err()).contains("Old.java:3: warning: [deprecation] Date(int,int,int) in ");
    assertThat(second).isEqualTo(first);
    assertThat(run("cache", "stats").out()).contains("hits     1");
  }

  @Test
  void check_cacheThatCannotBeUsed_warnsOnceAndGoesOn() throws IOException {
    Files.writeString(cache, "mine");

    CapturedRun run = run("check", source);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err().lines()).singleElement().asString().startsWith("loadstone: warning: ");
    assertThat(run.err()).contains(cache.toString());
    assertThat(cache).hasContent("mine");
  }

  @Test
  void check_cacheThatCannotBeUsedForProgram_isAWarningInTheArray() throws IOException {
    Files.writeString(cache, "mine");

    CapturedRun run = run("check", "--format", "json", source);

    assertThat(run.exitCode()).isZero();
    assertThat(ParsedJson.array(run.err()))
        .singleElement()
        .satisfies(
            object ->
                assertThat(object)
                    .containsEntry("severity", "WARNING")
                    .containsEntry("code", "loadstone.warn.cache"));
  }

  @Test
  void check_userWithoutHome_warnsAndGoesOn() {
    CapturedRun run = CapturedRun.withCache(Option.none(), "check", source);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err().strip())
        .isEqualTo(
            "loadstone: warning: there is no folder for a cache of compiled plugins, since this user has no home folder;"
                + " name one by --cache-dir, or say --no-cache");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          check   | --no-cache
          inspect | --against
          doctor  | --no-cache
          """)
  void command_userWithoutHomeWhoNeedsNoCache_isNotWarned(String command, String option)
      throws IOException {
    String subject = folder.resolve("hello.jar").toString();
    run("compile", "-o", subject, source);
    List<String> words =
        command.equals("doctor")
            ? List.of(command, option)
            : List.of(command, option, command.equals("check") ? source : subject);

    CapturedRun run = CapturedRun.withCache(Option.none(), words.toArray(String[]::new));

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void task_userWithoutHome_isToldToNameAFolder() {
    CapturedRun run = CapturedRun.withCache(Option.none(), "cache", "stats");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            """
            loadstone: there is no folder for a cache of compiled plugins, since this user has no home folder; name one by --cache-dir
            Try 'loadstone cache --help' for its use.
            """);
  }

  @Test
  void doctor_cache_isDescribedAndNotUsed() {
    run("run", source);

    CapturedRun first = run("doctor");
    CapturedRun second = run("doctor");

    assertThat(first.exitCode()).isZero();
    assertThat(first.out())
        .containsPattern("cache +" + Pattern.quote(cache.toString()) + " \\(1 entry, \\d+ KiB\\)")
        .contains("all is well");
    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void doctor_cacheThatCannotBeUsed_saysWhyAndIsWell() throws IOException {
    Files.writeString(cache, "mine");

    CapturedRun run = run("doctor");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsPattern("cache +none: .*" + Pattern.quote(cache.toString()))
        .contains("all is well");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          doctor --no-cache | none, as --no-cache says
          doctor            | none: there is no folder for a cache of compiled plugins, since this user has no home folder;
          """)
  void doctor_noCache_saysWhy(String line, String reason) {
    CapturedRun run = CapturedRun.withCache(Option.none(), line.split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).containsPattern("cache +" + Pattern.quote(reason));
  }

  private CapturedRun run(String... words) {
    return CapturedRun.withCache(Option.some(cache), words);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  /** Returns the first word of a line of {@code -v}. */
  private static String step(String line) {
    return line.replaceFirst("^loadstone: ([a-z]+).*", "$1");
  }
}
