package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.error.PluginFailed;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which line the message names of a plugin that fails. */
@Timeout(120)
final class PluginFailurePlaceTest {

  private static final Loadstone LOADSTONE =
      Loadstone.builder().warnings(Warnings.ignored()).build();

  @AfterAll
  static void close() {
    LOADSTONE.close();
  }

  static Stream<Arguments> plugins() {
    return Stream.of(
        Arguments.of("initialiser", "static int x =\n Integer.parseInt(\"x\");", " at P.java:3: "),
        Arguments.of(
            "constructor", "public P() {\n throw new IllegalStateException(); }", " at P.java:3: "),
        Arguments.of(
            "provider",
            "public static Runnable provider() {\n return (Runnable) (Object) \"\"; }",
            " at P.java:3: "),
        Arguments.of(
            "provider gives null",
            "public static Runnable provider() { return null; }",
            "(its stack trace shows no line of the plugin)"),
        Arguments.of(
            "a class of its own",
            "int x = Q.x; static class Q {\n static int x = 1 / Integer.parseInt(\"0\"); }",
            " at P.java:3: "),
        Arguments.of(
            "called back",
            "{ java.util.List.of(1).forEach(x ->\n { throw new IllegalStateException(); }); }",
            " at P.java:3: "),
        Arguments.of("endless", "int f(int x) {\n return f(x) + 1; } int x = f(1);", " at P.java:"),
        Arguments.of(
            "wrapped",
            "{ if (true) { Throwable t = new Throwable(\"inner\",\nnull);"
                + " throw sneaky(new Error(null, t, false, false) {}); } }"
                + " Error sneaky(Error e) { return e; }",
            " at P.java:2: "),
        Arguments.of(
            "without a stack trace",
            "static class E extends RuntimeException { E() { super(null, null, false, false); } }"
                + " { if (true) throw new E(); }",
            "(its stack trace shows no line of the plugin)"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plugins")
  void load_pluginFails_namesItsFirstLine(String what, String body, String place) {
    String text =
        "public class P implements Runnable {\n%s\npublic void run() {} }".formatted(body);
    Throwable error =
        LOADSTONE
            .loader(Runnable.class)
            .load(Sources.of("P.java", "@SuppressWarnings(\"all\")" + text))
            .await()
            .getCause()
            .get();

    assertThat(error).as(what).isInstanceOf(PluginFailed.class).hasMessageContaining(place);
  }
}
