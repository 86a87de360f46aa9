package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.concurrent.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stack traces show of the errors that reach callers. */
@Timeout(120)
final class CallSiteTest {

  private static final SourceSet BROKEN = Sources.of("A.java", "class A {");
  private static final SourceSet FAILING =
      Sources.of(
          "Pricing.java", "class Pricing {\n  static {\n    Integer.parseInt(\"ten\");\n  }\n}\n");
  private static final Path MISSING = Path.of("/no/such/file");

  @TempDir private static Path folder;

  private interface Call extends Function<Loadstone, Object> {}

  static Stream<Arguments> calls() {
    return Stream.of(
        call("check", loadstone -> loadstone.sideEffects().check(BROKEN).get()),
        call("load", loadstone -> loadstone.sideEffects().load(List.of(MISSING)).get()),
        call("load, plugin", loadstone -> loadstone.sideEffects().load(FAILING).get()),
        call(
            "loadWithoutRunning",
            loadstone -> loadstone.loader(Runnable.class).loadWithoutRunning(FAILING).get()),
        call(
            "run",
            loadstone -> loadstone.sideEffects().loadWithoutRunning(FAILING).get().run().get()),
        call(
            "compile",
            loadstone ->
                loadstone
                    .sideEffects()
                    .expert()
                    .compile(List.of(Sources.write(folder, "A.java", "class A {}")), folder)
                    .get()),
        call(
            "loadArtifact",
            loadstone -> loadstone.sideEffects().expert().loadArtifact(MISSING).get()),
        call(
            "blockingLoadArtifact",
            loadstone -> loadstone.sideEffects().expert().blockingLoadArtifact(MISSING).get()),
        call("findDependencies", loadstone -> loadstone.findDependencies(MISSING).get()),
        call("inspect", loadstone -> loadstone.inspect(MISSING).get()),
        call("differences", loadstone -> loadstone.differences(MISSING).get()),
        call("cache", loadstone -> loadstone.cache().report().get()),
        call(
            "closed",
            loadstone -> {
              loadstone.close();
              return loadstone.sideEffects().check(BROKEN).get();
            }),
        call(
            "closed, blocking",
            loadstone -> {
              loadstone.close();
              return loadstone.sideEffects().expert().blockingLoadArtifact(MISSING).get();
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void get_callFails_showsTheCallersFramesAndNoneOfOurs(String name, Call call) {
    Path file = Sources.write(folder, "file", "no folder");
    try (Loadstone loadstone = Loadstone.builder().cache(CacheSettings.at(file)).build()) {
      Throwable thrown = catchThrowable(() -> call.apply(loadstone));

      assertThat(thrown).isInstanceOf(PluginException.class);
      assertThat(thrown.getStackTrace())
          .extracting(StackTraceElement::getClassName)
          .startsWith(CallSiteTest.class.getName())
          .filteredOn(type -> type.startsWith("dev.loadstone."))
          .containsOnly(CallSiteTest.class.getName());
    }
  }

  @Test
  void get_pluginFails_causeKeepsItsOwnStackTrace() {
    try (Loadstone loadstone = Loadstone.create()) {
      Throwable thrown = catchThrowable(() -> loadstone.sideEffects().load(FAILING).get());

      assertThat(thrown)
          .isInstanceOf(PluginFailed.class)
          .hasMessageStartingWith(
              "Pricing.java: the plugin's own code failed at Pricing.java:3:"
                  + " java.lang.NumberFormatException: ");
      assertThat(thrown.getCause().getStackTrace())
          .extracting(StackTraceElement::getMethodName)
          .contains("parseInt", "<clinit>");
    }
  }

  @Test
  void check_sameSourcesAtTheSameTime_everyCallerHasAnErrorOfItsOwn() {
    CacheSettings cache = CacheSettings.at(folder.resolve("cache"));
    List<Future<Void>> checks = new ArrayList<>();
    try (Loadstone loadstone = Loadstone.builder().cache(cache).build()) {
      for (int i = 0; i < 8; i++) {
        checks.add(loadstone.sideEffects().check(BROKEN));
      }
      checks.forEach(Future::await);
    }

    List<Throwable> errors = checks.stream().map(check -> check.getCause().get()).toList();
    assertThat(errors).hasOnlyElementsOfType(CompilationFailed.class);
    assertThat(Set.copyOf(errors)).hasSameSizeAs(errors);
  }

  private static Arguments call(String name, Call call) {
    return Arguments.of(name, call);
  }
}
