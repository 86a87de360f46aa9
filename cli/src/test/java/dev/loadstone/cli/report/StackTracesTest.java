package dev.loadstone.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("OverrideThrowableToString") // Plugins may.
final class StackTracesTest {

  private static final StackTraceElement PLUGIN = frame("plugin", null, "Hello", "main");
  private static final StackTraceElement INVOKE =
      frame(null, "java.base", "java.lang.reflect.Method", "invoke");
  private static final StackTraceElement OURS = frame("app", null, "dev.loadstone.X", "run");

  @Test
  void withoutOurFrames_start_endsWithThePlugin() {
    Throwable thrown = thrown(PLUGIN, PLUGIN, INVOKE, OURS, OURS);

    StackTraces.withoutOurFrames(thrown);

    assertThat(thrown.getStackTrace()).containsExactly(PLUGIN, PLUGIN);
  }

  @Test
  void withoutOurFrames_hostCalledByPlugin_staysOnTopThoughItHasOurLoader() {
    StackTraceElement plugin = frame("loadstone:Hello", null, "Hello", "price");
    StackTraceElement host = frame("app", null, "com.acme.Host", "call");
    Throwable thrown = thrown(host, plugin, INVOKE, OURS, host);

    StackTraces.withoutOurFrames(thrown);

    assertThat(thrown.getStackTrace()).containsExactly(host, plugin);
  }

  @Test
  void withoutOurFrames_jdkCalledByPlugin_staysOnTop() {
    Throwable thrown = thrown(INVOKE, PLUGIN, INVOKE, OURS);

    StackTraces.withoutOurFrames(thrown);

    assertThat(thrown.getStackTrace()).containsExactly(INVOKE, PLUGIN);
  }

  @Test
  void withoutOurFrames_compilerUsedByPlugin_staysThoughItHasOurLoader() {
    StackTraceElement javac = frame("app", "jdk.compiler", "com.sun.tools.javac.Main", "compile");
    Throwable thrown = thrown(javac, PLUGIN, INVOKE, OURS);

    StackTraces.withoutOurFrames(thrown);

    assertThat(thrown.getStackTrace()).containsExactly(javac, PLUGIN);
  }

  @Test
  void withoutOurFrames_noFrameOfOurs_staysWhole() {
    Throwable thrown = thrown(PLUGIN, INVOKE);

    StackTraces.withoutOurFrames(thrown);

    assertThat(thrown.getStackTrace()).containsExactly(PLUGIN, INVOKE);
  }

  @Test
  void withoutOurFrames_causesAndSuppressed_areCutToo() {
    Throwable cause = thrown(PLUGIN, OURS);
    Throwable suppressed = thrown(PLUGIN, INVOKE, OURS);
    Throwable thrown = thrown(PLUGIN, OURS);
    thrown.initCause(cause);
    thrown.addSuppressed(suppressed);
    cause.initCause(thrown);

    StackTraces.withoutOurFrames(thrown);

    assertThat(cause.getStackTrace()).containsExactly(PLUGIN);
    assertThat(suppressed.getStackTrace()).containsExactly(PLUGIN);
  }

  @Test
  void withoutOurFrames_throwableThatThrows_isGivenBack() {
    Throwable hostile =
        new RuntimeException("hostile") {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Throwable getCause() {
            throw new IllegalStateException("no cause for you");
          }
        };

    assertThat(StackTraces.withoutOurFrames(hostile)).isSameAs(hostile);
  }

  private static class Odd extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  static List<Arguments> unwilling() {
    return List.of(
        named(
            "toString throws",
            new Odd() {
              @Override
              public String toString() {
                throw new AssertionError();
              }
            }),
        named(
            "getCause throws",
            new Odd() {
              @Override
              public synchronized Throwable getCause() {
                throw new StackOverflowError();
              }
            }),
        named(
            "getMessage never returns",
            new Odd() {
              @Override
              public String getMessage() {
                while (true) {
                  LockSupport.parkNanos(1_000_000_000);
                }
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("unwilling")
  void pluginText_throwableThatDoesNotAnswer_isItsClass(Throwable thrown) {
    assertThat(StackTraces.pluginText(thrown)).isEqualTo(thrown.getClass().getName());
  }

  @Test
  void pluginText_longText_isItsBeginning() {
    Throwable endless = new IllegalStateException("x".repeat(1 << 20));

    assertThat(StackTraces.pluginText(endless))
        .startsWith("java.lang.IllegalStateException: xxx")
        .hasSize(1 << 18);
  }

  // The test engine would ask it for its text.
  private static Arguments named(String what, Throwable thrown) {
    return Arguments.of(Named.of(what, thrown));
  }

  @Test
  void pluginText_endlessCauses_areTheirBeginning() {
    Throwable endless =
        new Odd() {
          @Override
          public synchronized Throwable getCause() {
            return new Another();
          }
        };

    assertThat(StackTraces.pluginText(endless)).hasSizeLessThanOrEqualTo(1 << 18);
  }

  private static final class Another extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable getCause() {
      return new Another();
    }
  }

  private static Throwable thrown(StackTraceElement... frames) {
    Throwable thrown = new Throwable();
    thrown.setStackTrace(frames);
    return thrown;
  }

  private static StackTraceElement frame(String loader, String module, String type, String method) {
    return new StackTraceElement(loader, module, null, type, method, null, -1);
  }
}
