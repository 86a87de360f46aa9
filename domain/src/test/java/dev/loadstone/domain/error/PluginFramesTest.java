package dev.loadstone.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PluginFramesTest {

  private static final StackTraceElement JDK =
      new StackTraceElement("", "java.base", "17", "java.lang.Integer", "parseInt", "I.java", 7);
  private static final StackTraceElement HOST = frame("app", "acme.Host", "Host.java", 8);
  private static final StackTraceElement CLASS_PATH =
      frame("loadstone:class-path", "acme.Rules", "Rules.java", 9);
  private static final StackTraceElement PLUGIN =
      frame(PluginFrames.loaderName("acme.Pricing"), "acme.Pricing", "Pricing.java", 12);
  private static final StackTraceElement DEEPER =
      frame(PluginFrames.loaderName("acme.Pricing"), "acme.Limit", "Limit.java", 3);
  private static final StackTraceElement WITHOUT_LINES =
      frame(PluginFrames.loaderName("acme.Pricing"), "acme.Pricing", null, -1);

  static List<Arguments> places() {
    return List.of(
        Arguments.of(thrown(null, PLUGIN), "Pricing.java:12"),
        Arguments.of(thrown(null, JDK, CLASS_PATH, HOST, PLUGIN, DEEPER), "Pricing.java:12"),
        Arguments.of(thrown(thrown(null, DEEPER), PLUGIN), "Pricing.java:12"),
        Arguments.of(thrown(thrown(null, JDK, DEEPER), HOST), "Limit.java:3"),
        Arguments.of(thrown(null, WITHOUT_LINES), "acme.Pricing.price"));
  }

  @ParameterizedTest
  @MethodSource("places")
  void message_pluginFailed_namesItsFirstFrame(Throwable thrown, String place) {
    assertThat(new PluginFailed("p.jar", thrown))
        .hasMessage("p.jar: the plugin's own code failed at %s: %s", place, thrown);
  }

  static List<Throwable> placeless() {
    Throwable first = new IllegalStateException("a", null);
    Throwable second = new IllegalStateException("b", first);
    first.setStackTrace(new StackTraceElement[] {HOST});
    second.setStackTrace(new StackTraceElement[] {CLASS_PATH});
    Throwable loop =
        new IllegalStateException("loop") {
          @Override
          public synchronized Throwable getCause() {
            return this;
          }
        };
    Throwable broken =
        new IllegalStateException("broken") {
          @Override
          public StackTraceElement[] getStackTrace() {
            throw new StackOverflowError();
          }
        };
    return List.of(second, thrown(null), loop, broken);
  }

  @ParameterizedTest
  @MethodSource("placeless")
  void message_noFrameOfThePlugin_saysSo(Throwable thrown) {
    assertThat(new PluginFailed("p.jar", thrown).getMessage())
        .endsWith(" (its stack trace shows no line of the plugin)");
  }

  @Test
  void message_foreignNames_areOnOneLine() {
    StackTraceElement sly = frame(PluginFrames.loaderName("A"), "A", "A\u001B[2J\n.java", 1);

    assertThat(new PluginFailed("p\n.jar", thrown(null, sly)).getMessage())
        .startsWith("p\\u000a.jar: the plugin's own code failed at A\\u001b[2J\\u000a.java:1: ");
  }

  private static Throwable thrown(Throwable cause, StackTraceElement... frames) {
    Throwable thrown = new IllegalStateException("no", cause);
    thrown.setStackTrace(frames);
    return thrown;
  }

  private static StackTraceElement frame(String loader, String type, String file, int line) {
    return new StackTraceElement(loader, null, null, type, "price", file, line);
  }
}
