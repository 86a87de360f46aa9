package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.ContractMismatch;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.concurrent.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a side-effect plugin runs, and what is refused since nothing would run or take arguments.
 */
final class MainMethodTest {

  private static final String RAN = "loadstone.test.main";
  private static final String INITIALIZER =
      "class Main {\n  static { System.setProperty(\"" + RAN + "\", \"initializer\"); }\n}";

  @TempDir Path folder;

  @BeforeEach
  @AfterEach
  void forget() {
    System.clearProperty(RAN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "17 | class Main { public static void main(String[] args) { %s } }           | Ada",
        "17 | class Main extends Base {} class Base { public static void main(String... args) { %s } } | Ada",
        "17 | class Main { static { String[] args = {}; %s } }                       | ''",
        "25 | class Main { static void main(String[] args) { %s } }                  | Ada",
        "25 | class Main { void main(String[] args) { %s } }                         | Ada",
        "25 | class Main { protected void main() { String[] args = { \"none\" }; %s } } | none",
        "25 | void main(String[] args) { %s }                                        | Ada",
        "25 | String[] args = { \"field\" }; void main() { %s }                      | field",
      })
  void everyWay_programOfARelease_runsItsMain(int release, String source, String expected) {
    Assumptions.assumeTrue(release <= Runtime.version().feature());
    String text =
        source.formatted("System.setProperty(\"" + RAN + "\", String.join(\" \", args));");
    String[] arguments = expected.equals("Ada") ? new String[] {"Ada"} : new String[0];
    Path file = Sources.write(folder, "Main.java", text);
    Path artifact = folder.resolve("main.jar");
    try (Loadstone loadstone = Loadstone.builder().release(release).build()) {
      PluginLoader<Void> loader = loadstone.sideEffects(arguments);

      loader.load(List.of(file)).get();
      assertThat(System.clearProperty(RAN)).isEqualTo(expected);

      loader.check(List.of(file)).get();
      loader.expert().compile(List.of(file), artifact).get();
      assertThat(System.getProperty(RAN)).isNull();

      loader.expert().loadArtifact(artifact).get();
      assertThat(System.clearProperty(RAN)).isEqualTo(expected);
    }
  }

  static Stream<Function<PluginLoader<Void>, Future<?>>> calls(SourceSet sources) {
    return Stream.of(
        loader -> loader.load(sources),
        loader -> loader.loadWithoutRunning(sources),
        loader -> loader.check(sources));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class Main {}                                     | loadstone.err.main.missing      | 1",
        "class Main {/ void main(String[] args) {}/}       | loadstone.err.not.a.main.method | 2",
        "class Main {/ public static void mian(String[] args) {}/} | loadstone.err.not.a.main.method | 2",
        "class Main {/ int i = null;/}                     | compiler.err.prob.found.req     | 2",
        "package java.lang;/class Main {}                  | compiler.err.package.in.other.module | 1",
        "class Main {/ java.util.List list;/}              | compiler.warn.raw.class.use     | 2",
      })
  void everyCall_nothingThatRuns_failsAtTheUsersLineAfterAllElse(
      String source, String code, int line) {
    SourceSet sources = Sources.of("in/Main.java", source.replace('/', '\n'));
    Path file = Sources.write(folder, "in/Main.java", source.replace('/', '\n'));
    try (Loadstone loadstone = Loadstone.builder().release(17).build()) {
      PluginLoader<Void> loader = loadstone.sideEffects();

      assertThat(calls(sources).map(call -> diagnostics(call.apply(loader))))
          .allSatisfy(found -> assertIsAt(found, code, "in/Main.java", line));
      assertIsAt(
          diagnostics(loader.expert().compile(List.of(file), folder.resolve("main.jar"))),
          code,
          file.toString(),
          line);
      assertThat(folder.resolve("main.jar")).doesNotExist();
    }
  }

  @Test
  void everyCall_argumentsThatNothingTakes_failsAtTheUsersLineFromTheCacheToo() {
    SourceSet sources = Sources.of("in/Main.java", INITIALIZER);
    List<Event> events = new ArrayList<>();
    try (Loadstone loadstone =
        Loadstone.builder()
            .cache(CacheSettings.at(folder.resolve("cache")))
            .listener(events::add)
            .build()) {
      loadstone.sideEffects().load(sources).get();
      forget();

      assertThat(
              calls(sources).map(call -> diagnostics(call.apply(loadstone.sideEffects("a", "b")))))
          .allSatisfy(
              found -> assertIsAt(found, "loadstone.err.arguments.not.taken", "in/Main.java", 1));
    }
    assertThat(events).filteredOn(Event.CacheHit.class::isInstance).hasSize(3);
    assertThat(System.getProperty(RAN)).isNull();
  }

  @Test
  void loadArtifact_argumentsThatNothingTakes_isContractMismatch() {
    Path file = Sources.write(folder, "Main.java", INITIALIZER);
    Path artifact = folder.resolve("main.jar");
    try (Loadstone loadstone = Loadstone.create()) {
      PluginLoader.Expert<Void> expert = loadstone.sideEffects("Ada").expert();
      expert.compile(List.of(file), artifact).get();

      assertThat(expert.loadArtifact(artifact).await().getCause().get())
          .isInstanceOf(ContractMismatch.class)
          .hasMessageStartingWith(artifact.toString());
      assertThat(System.getProperty(RAN)).isNull();
    }
  }

  private static List<Diagnostic> diagnostics(Future<?> refused) {
    return ((CompilationFailed) refused.await().getCause().get()).diagnostics();
  }

  private static void assertIsAt(List<Diagnostic> found, String code, String source, long line) {
    assertThat(found)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.code()).isEqualTo(code);
              assertThat(each.source()).isEqualTo(source);
              assertThat(each.line()).isEqualTo(line);
            });
  }
}
