package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.error.CompilerBusy;
import dev.loadstone.domain.error.TimedOut;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.concurrent.Future;
import io.vavr.control.Try;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes on for ever, and what goes on beside it. */
@Timeout(120)
final class TimeLimitsTest {

  private static final SourceSet GOOD =
      Sources.of(
          "Good.java",
          "public class Good implements java.util.function.Supplier<String> { public String get() {"
              + " return \"good\"; } }");

  @TempDir Path folder;

  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void release() {
    never.countDown();
  }

  /** Compiles what begins with {@code Hopeless} for ever, and nothing else. */
  private Compiler hopeless(CountDownLatch begun) {
    return new Compiler() {
      @Override
      public Try<CompilerIdentity> identity() {
        return Try.success(new CompilerIdentity("hopeless", "1"));
      }

      @Override
      public Try<Compilation> compile(CompilationRequest request, HostView host) {
        begun.countDown();
        while (never.getCount() > 0) {
          Try.run(never::await);
        }
        return Try.failure(new IllegalStateException());
      }
    };
  }

  private static SourceSet hopelessSource(int number) {
    return Sources.of("Hopeless" + number + ".java", "class Hopeless" + number + " {}");
  }

  @Test
  void load_compilationLongerThanItsLimit_isTimedOut() {
    try (Loadstone loadstone =
        Loadstone.builder()
            .compiler(hopeless(new CountDownLatch(1)))
            .compileLimit(Duration.ofMillis(200))
            .build()) {
      assertThat(loadstone.sideEffects().load(hopelessSource(1)).await().getCause().get())
          .isInstanceOfSatisfying(
              TimedOut.class,
              late -> {
                assertThat(late.work()).isEqualTo(TimedOut.Work.COMPILATION);
                assertThat(late.limit()).isEqualTo(Duration.ofMillis(200));
                assertThat(late.thread()).startsWith("loadstone-compiler-");
                assertThat(late)
                    .hasMessageStartingWith(
                        "Hopeless1.java: compiling took longer than the limit of 200 ms");
              });
    }
  }

  @Test
  void load_startLongerThanItsLimit_isTimedOut() {
    SourceSet sleeper =
        Sources.of(
            "Sleeper.java",
            "public class Sleeper { public static void main(String[] a) throws Exception {"
                + " Thread.sleep(60_000); } }");
    try (Loadstone loadstone = Loadstone.builder().startLimit(Duration.ofMillis(200)).build()) {
      assertThat(loadstone.sideEffects().load(sleeper).await().getCause().get())
          .isInstanceOfSatisfying(
              TimedOut.class,
              late -> {
                assertThat(late.work()).isEqualTo(TimedOut.Work.START);
                assertThat(late.getCause().getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals("Sleeper"));
              });
    }
  }

  @Test
  void inspect_everyCompilerIsHopeless_needsNone() throws Exception {
    Path good = Files.writeString(folder.resolve("Good.java"), GOOD.mainFile().text());
    Path artifact = folder.resolve("good.jar");
    try (Loadstone loadstone = Loadstone.create()) {
      loadstone.loader(Supplier.class).expert().compile(List.of(good), artifact).get();
    }
    CountDownLatch begun = new CountDownLatch(1);
    try (Loadstone loadstone = Loadstone.builder().compiler(hopeless(begun)).build()) {
      for (int i = 0; i < 200; i++) {
        loadstone.sideEffects().load(hopelessSource(i));
      }
      begun.await();

      assertThat(loadstone.inspect(artifact).get().mainClass()).isEqualTo("Good");
    }
  }

  @Test
  void load_moreHopelessSourcesThanAreReplaced_isRefusedByName() throws Exception {
    int most = Runtime.getRuntime().availableProcessors() + 4;
    try (Loadstone loadstone =
        Loadstone.builder().compiler(hopeless(new CountDownLatch(1))).build()) {
      for (int i = 0; i < most; i++) {
        CountDownLatch begun = new CountDownLatch(1);
        Future<Void> hopeless = loadstone.sideEffects().load(hopelessSource(i));
        while (begun.getCount() > 0 && compiling() <= i) {
          Thread.sleep(1);
        }
        hopeless.cancel();
      }

      assertThat(loadstone.sideEffects().load(hopelessSource(most)).await().getCause().get())
          .isInstanceOfSatisfying(
              CompilerBusy.class, busy -> assertThat(busy.threads()).hasSize(most));
    }
  }

  private static long compiling() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().startsWith("loadstone-compiler-"))
        .flatMap(thread -> List.of(thread.getValue()).stream())
        .filter(frame -> frame.getClassName().startsWith(TimeLimitsTest.class.getName()))
        .filter(frame -> frame.getMethodName().equals("compile"))
        .count();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void limits_thatAreNotPositive_areRefused(long seconds) {
    Loadstone.Builder builder = Loadstone.builder();

    assertThatThrownBy(() -> builder.compileLimit(Duration.ofSeconds(seconds)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.startLimit(Duration.ofSeconds(seconds)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
