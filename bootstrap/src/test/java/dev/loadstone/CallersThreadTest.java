package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Try;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A plugin that ran on its caller's thread leaves that as it was. */
@Timeout(120)
@SuppressWarnings("ThreadPriorityCheck")
final class CallersThreadTest {

  private static final Loadstone LOADSTONE =
      Loadstone.builder().warnings(Warnings.ignored()).build();

  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws Exception {
    for (End end : End.values()) {
      Files.writeString(folder.resolve("Meddler.java"), source(end).mainFile().text());
      LOADSTONE
          .loader(Supplier.class)
          .expert()
          .compile(List.of(folder.resolve("Meddler.java")), artifact(end))
          .get();
    }
  }

  @AfterAll
  static void close() {
    LOADSTONE.close();
  }

  /** How the plugin's start ends. */
  enum End {
    WELL("return () -> null;"),
    BY_THROWING("throw new IllegalStateException();"),
    WITH_NULL("return null;");

    private final String statement;

    End(String statement) {
      this.statement = statement;
    }
  }

  private static SourceSet source(End end) {
    return Sources.of(
        "Meddler.java",
        """
        public class Meddler {
          public static java.util.function.Supplier<?> provider() {
            Thread thread = Thread.currentThread();
            thread.setContextClassLoader(null);
            thread.setName("meddled");
            thread.getThreadGroup().setMaxPriority(Thread.MIN_PRIORITY);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.setUncaughtExceptionHandler((t, e) -> {});
            if (!Thread.interrupted()) thread.interrupt();
            if (thread.getName() != null) %s
            return null;
          }
        }
        """
            .formatted(end.statement));
  }

  private static Path artifact(End end) {
    return folder.resolve(end + ".jar");
  }

  private static Try<?> load(End end) {
    try (Loadstone unstarted = Loadstone.create()) {
      return unstarted.loader(Supplier.class).expert().blockingLoadArtifact(artifact(end));
    }
  }

  static Stream<Arguments> calls() {
    return Stream.of(End.values())
        .flatMap(
            end ->
                Stream.of(false, true)
                    .flatMap(
                        isInterrupted ->
                            Stream.of(
                                Arguments.of("blockingLoadArtifact", end, isInterrupted),
                                Arguments.of("run", end, isInterrupted))));
  }

  @ParameterizedTest(name = "{0}, ends {1}, interrupted before: {2}")
  @MethodSource("calls")
  void call_pluginThatChangesItsThread_leavesItAsItWas(String call, End end, boolean isInterrupted)
      throws Exception {
    Plugin<?> linked = LOADSTONE.loader(Supplier.class).loadWithoutRunning(source(end)).get();
    Supplier<Try<?>> work = call.equals("run") ? linked::run : () -> load(end);
    FutureTask<List<Object>> states =
        new FutureTask<>(
            () -> {
              if (isInterrupted) {
                Thread.currentThread().interrupt();
              }
              List<Object> before = state();
              boolean isSuccess = work.get().isSuccess();
              return List.of(before, state(), isSuccess);
            });
    Thread caller = new Thread(states, "caller");
    caller.setPriority(Thread.MAX_PRIORITY);
    UncaughtExceptionHandler own = (thread, thrown) -> {};
    caller.setUncaughtExceptionHandler(own);

    caller.start();

    assertThat(states.get().get(1)).isEqualTo(states.get().get(0));
    assertThat(states.get().get(2)).isEqualTo(end == End.WELL);
  }

  @ParameterizedTest
  @EnumSource(End.class)
  void blockingLoadArtifact_threadWithoutAHandler_hasNoneAfterwards(End end) throws Exception {
    FutureTask<Boolean> hasNone =
        new FutureTask<>(
            () -> {
              Try<?> outcome = load(end);
              Thread thread = Thread.currentThread();
              return outcome.isSuccess() == (end == End.WELL)
                  && thread.getUncaughtExceptionHandler() == thread.getThreadGroup();
            });

    new Thread(hasNone).start();

    assertThat(hasNone.get()).isTrue();
  }

  private static List<Object> state() {
    Thread thread = Thread.currentThread();
    return List.of(
        thread.getContextClassLoader(),
        thread.isInterrupted(),
        thread.getName(),
        thread.getPriority(),
        thread.getUncaughtExceptionHandler());
  }
}
