package dev.loadstone.adapter.classloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.compilation.Start.Form;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.domain.port.LinkedPlugin;
import dev.loadstone.domain.port.Loader;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class JvmLinkedPluginTest {

  private final Loader loader =
      new ClassLoaderAdapter(
              JvmLinkedPluginTest.class.getClassLoader(), List.of(), AllowedPackages.everything())
          .loader();

  private LinkedPlugin linked(Artifact artifact) {
    return loader.link(artifact, Compiled.ORIGIN).get();
  }

  private Try<Option<Object>> runSideEffect(String source, String... arguments) {
    return linked(Compiled.of("package acme; " + source).sideEffect("acme.Pricing"))
        .run(List.of(arguments));
  }

  private Object call(String source) throws Exception {
    Artifact artifact =
        Compiled.of("package acme; " + source).giving(Callable.class, "acme.Pricing");
    return ((Callable<?>) linked(artifact).run(List.of()).get().get()).call();
  }

  static Stream<String> waysToGiveAValue() {
    return Stream.of(
        "public class Pricing implements Callable<String> { public String call() { return \"ok\"; } }",
        "class Pricing implements Callable<String> { public String call() { return \"ok\"; } }",
        "class Pricing { public static Callable<String> provider() { return () -> \"ok\"; } }",
        "interface Pricing { static Callable<String> provider() { return () -> \"ok\"; } }",
        "enum Pricing { ONE; public static Callable<String> provider() { return () -> \"ok\"; } }",
        """
        abstract class Pricing implements Callable<String> {
          public static Pricing provider() {
            return new Pricing() { public String call() { return "ok"; } };
          }
        }
        """,
        """
        class Pricing {
          @SuppressWarnings("unchecked")
          public static <T> T provider() { return (T) (Callable<String>) () -> "ok"; }
        }
        """,
        // Only a public and static method without parameters is a provider.
        """
        class Pricing implements Callable<String> {
          static Callable<String> provider() { return () -> "not public"; }
          public static Callable<String> provider(int i) { return () -> "parameters"; }
          public String call() { return "ok"; }
        }
        """,
        """
        class Pricing implements Callable<String> {
          public Callable<String> provider() { return () -> "not static"; }
          public String call() { return "ok"; }
        }
        """,
        "record Pricing() implements Callable<String> { public String call() { return \"ok\"; } }");
  }

  @ParameterizedTest
  @MethodSource("waysToGiveAValue")
  void run_ofMainClassThatFits_givesItsValue(String source) throws Exception {
    assertThat(call("import java.util.concurrent.Callable; " + source)).isEqualTo("ok");
  }

  @Test
  void run_ofProviderThatGivesAPrimitive_givesItBoxed() {
    Artifact artifact =
        Compiled.of("package acme; class Pricing { public static int provider() { return 42; } }")
            .giving(Integer.class, "acme.Pricing");

    assertThat(linked(artifact).run(List.of()).get()).containsExactly(42);
  }

  @Test
  void run_ofValueThatErasureHidTheTypeOf_isPluginFailed() {
    Artifact artifact =
        Compiled.of(
                """
                package acme;
                class Pricing {
                  @SuppressWarnings("unchecked") public static <T> T provider() { return (T) "text"; }
                }
                """)
            .giving(Runnable.class, "acme.Pricing");

    assertThat(linked(artifact).run(List.of()).getCause())
        .isInstanceOf(PluginFailed.class)
        .cause()
        .isInstanceOf(ClassCastException.class)
        .hasMessage("the value is of class java.lang.String, which is not java.lang.Runnable");
  }

  @Test
  void run_again_hasFreshStatics() throws Exception {
    LinkedPlugin plugin =
        linked(
            Compiled.of(
                    """
                    package acme;
                    public class Pricing implements java.util.concurrent.Callable<Integer> {
                      private static int calls;
                      public Integer call() { return ++calls; }
                    }
                    """)
                .giving(Callable.class, "acme.Pricing"));

    Callable<?> first = (Callable<?>) plugin.run(List.of()).get().get();
    Callable<?> second = (Callable<?>) plugin.run(List.of()).get().get();

    assertThat(first.call()).isEqualTo(1);
    assertThat(first.call()).isEqualTo(2);
    assertThat(second.call()).isEqualTo(1);
    assertThat(second.getClass().getClassLoader()).isNotSameAs(first.getClass().getClassLoader());
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(
            "class Pricing { static { if (true) throw new IllegalStateException(\"boom\"); } }",
            IllegalStateException.class),
        arguments(
            """
            class Pricing {
              static class Other { static { if (true) throw new IllegalStateException("boom"); } }
              static { new Other(); }
            }
            """,
            IllegalStateException.class),
        arguments(
            """
            class Pricing {
              static class Other { static { if (true) throw new IllegalStateException("boom"); } }
              public static void main(String[] args) { new Other(); }
            }
            """,
            IllegalStateException.class),
        arguments(
            """
            class Pricing {
              public static void main(String[] args) throws Exception {
                throw new java.lang.reflect.InvocationTargetException(null, "boom");
              }
            }
            """,
            InvocationTargetException.class),
        arguments(
            "class Pricing { static { if (true) throw new AssertionError(\"boom\"); } }",
            AssertionError.class),
        arguments(
            """
            class Pricing {
              public static void main(String[] args) { throw new OutOfMemoryError("boom"); }
            }
            """,
            OutOfMemoryError.class),
        arguments(
            """
            class Pricing {
              public static void main(String[] args) { throw new ThreadDeath() {
                @Override public String getMessage() { return "boom"; } };
              }
            }
            """,
            ThreadDeath.class),
        arguments(
            """
            class Pricing {
              static class Own extends Exception { Own() { super("boom"); } }
              public static void main(String[] args) throws Own { throw new Own(); }
            }
            """,
            Exception.class));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void run_ofCodeThatThrows_isPluginFailedWithItsOwnThrowable(
      String source, Class<? extends Throwable> thrown) {
    Throwable failure = runSideEffect(source).getCause();

    assertThat(failure).isInstanceOf(PluginFailed.class).cause().hasMessage("boom");
    assertThat(failure).hasCauseInstanceOf(thrown);
  }

  @Test
  void run_ofThrowableThatCannotDescribeItself_isPluginFailed() {
    Throwable failure =
        runSideEffect(
                """
                class Pricing {
                  static class Odd extends RuntimeException {
                    @Override public String getMessage() { throw new IllegalStateException(); }
                  }
                  public static void main(String[] args) { throw new Odd(); }
                }
                """)
            .getCause();

    assertThat(failure)
        .isInstanceOf(PluginFailed.class)
        .hasMessageContaining("acme/Pricing.java")
        .hasMessageContaining("acme.Pricing$Odd");
  }

  static Stream<String> throwablesThatNeverAnswer() {
    String endless = "{ while (true) { try { Thread.sleep(1000); } catch (Exception e) { } } }";
    return Stream.of(
        "RuntimeException { @Override public String toString() " + endless,
        "RuntimeException { @Override public String getMessage() " + endless,
        "RuntimeException { @Override public StackTraceElement[] getStackTrace() " + endless,
        "RuntimeException { @Override public Throwable getCause() " + endless,
        "ExceptionInInitializerError { @Override public Throwable getCause() " + endless,
        // Interrupted, who waits for the text must not give up the wait's bound, nor wait forever.
        "RuntimeException { { Thread.currentThread().interrupt(); } @Override public String toString() "
            + endless);
  }

  @ParameterizedTest
  @Timeout(60)
  @MethodSource("throwablesThatNeverAnswer")
  void run_ofThrowableThatNeverAnswers_isPluginFailed(String type) {
    Throwable failure =
        runSideEffect(
                """
                class Pricing {
                  @SuppressWarnings("serial") static class Odd extends %s }
                  public static void main(String[] args) { throw new Odd(); }
                }
                """
                    .formatted(type))
            .getCause();
    Thread.interrupted();

    assertThat(failure)
        .isInstanceOf(PluginFailed.class)
        .hasMessageContaining("acme/Pricing.java: the plugin's own code failed")
        .hasMessageContaining("acme.Pricing$Odd");
    assertThat(failure.getCause().getClass().getName()).isEqualTo("acme.Pricing$Odd");
  }

  @Test
  void run_ofThrowableWithALongText_isPluginFailedWithItsBeginning() {
    Throwable failure =
        runSideEffect(
                """
                class Pricing {
                  public static void main(String[] args) {
                    throw new IllegalStateException("x".repeat(10_000_000));
                  }
                }
                """)
            .getCause();

    assertThat(failure.getMessage())
        .contains("at Pricing.java:3: java.lang.IllegalStateException: xxx")
        .hasSizeLessThan(10_000);
  }

  @Test
  void run_afterAnInitializerFailed_runsItAgain() {
    LinkedPlugin plugin =
        linked(
            Compiled.of(
                    """
                    package acme;
                    class Pricing { static { if (true) throw new IllegalStateException("boom"); } }
                    """)
                .sideEffect("acme.Pricing"));

    Throwable first = plugin.run(List.of()).getCause();
    Throwable second = plugin.run(List.of()).getCause();

    assertThat(first).cause().hasMessage("boom");
    assertThat(second).cause().hasMessage("boom").isNotSameAs(first.getCause());
  }

  static Stream<Arguments> mainClassesThatThrow() {
    String with = "void main(String[] args) { throw new IllegalStateException(args[0]); }";
    String without = "void main() { throw new IllegalStateException(\"argument\"); }";
    String other = " { throw new AssertionError(); }";
    return Stream.of(
        arguments(
            Form.STATIC_MAIN_WITH_ARGUMENTS, "public class Pricing { public static " + with + " }"),
        arguments(Form.STATIC_MAIN_WITH_ARGUMENTS, "class Pricing { public static " + with + " }"),
        arguments(Form.STATIC_MAIN_WITH_ARGUMENTS, "class Pricing { static " + with + " }"),
        arguments(Form.STATIC_MAIN_WITH_ARGUMENTS, "interface Pricing { static " + with + " }"),
        arguments(
            Form.STATIC_MAIN_WITH_ARGUMENTS,
            "class Pricing extends Base {} class Base { public static " + with + " }"),
        arguments(
            Form.STATIC_MAIN_WITH_ARGUMENTS,
            "class Pricing { static void main()" + other + " static " + with + " }"),
        arguments(
            Form.STATIC_MAIN,
            "class Pricing { static void main(String[] args)"
                + other
                + " static "
                + without
                + " }"),
        arguments(Form.STATIC_MAIN, "enum Pricing { ONE; static " + without + " }"),
        arguments(
            Form.INSTANCE_MAIN,
            "class Pricing { " + without + " static void main(String[] args)" + other + " }"),
        arguments(
            Form.INSTANCE_MAIN,
            "class Pricing { protected Pricing() {} protected " + without + " }"),
        arguments(Form.INSTANCE_MAIN, "record Pricing() { " + without + " }"),
        arguments(
            Form.INSTANCE_MAIN,
            "class Pricing implements Base {} interface Base { default " + without + " }"),
        arguments(
            Form.INSTANCE_MAIN_WITH_ARGUMENTS,
            "class Pricing { " + with + " void main()" + other + " }"),
        arguments(
            Form.INSTANCE_MAIN_WITH_ARGUMENTS,
            "class Pricing extends Base { String word = \"arg\"; String word() { return word; } } abstract class Base {"
                + " abstract String word(); void main(String[] args) { throw new IllegalStateException(word() + \"ument\"); } }"),
        arguments(
            Form.INITIALIZER,
            "class Pricing { static { if (true) "
                + "throw new IllegalStateException(\"argument\"); } public static void main(String[] args) {} }"));
  }

  @ParameterizedTest
  @MethodSource("mainClassesThatThrow")
  void run_ofSideEffect_callsTheMainOfTheForm(Form form, String source) {
    Artifact artifact = Compiled.of("package acme; " + source).sideEffect("acme.Pricing", form);

    assertThat(linked(artifact).run(List.of("argument")).getCause())
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("argument");
  }

  @Test
  void run_ofInitializerBesideMain_callsNoMain() {
    String source =
        "class Pricing { public static void main(String[] args) { throw new IllegalStateException(); } }";
    Artifact artifact =
        Compiled.of("package acme; " + source).sideEffect("acme.Pricing", Form.INITIALIZER);

    assertThat(linked(artifact).run(List.of()).get()).isEmpty();
  }

  @Test
  void run_meanwhile_hasThePluginsContextClassLoader() {
    String source =
        """
        class Pricing {
          static final ClassLoader INITIAL = Thread.currentThread().getContextClassLoader();
          public static void main(String[] args) {
            ClassLoader own = Pricing.class.getClassLoader();
            if (INITIAL != own || Thread.currentThread().getContextClassLoader() != own) {
              throw new IllegalStateException();
            }
            Thread.currentThread().setContextClassLoader(null);
          }
        }
        """;
    ClassLoader before = Thread.currentThread().getContextClassLoader();

    Try<Option<Object>> outcome = runSideEffect(source);

    assertThat(outcome.get()).isEmpty();
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void run_ofCodeThatThrows_namesThePluginInItsStackTrace() {
    Throwable failure =
        runSideEffect(
                """
                class Pricing {
                  public static void main(String[] args) { throw new IllegalStateException(); }
                }
                """)
            .getCause();

    assertThat(failure.getCause().getStackTrace()[0])
        .hasToString("loadstone:acme.Pricing//acme.Pricing.main(Pricing.java:2)");
  }

  @Test
  void run_pluginThatLooksForServices_findsThoseOfTheHostsModules() throws Exception {
    Object found =
        call(
            """
            public class Pricing implements java.util.concurrent.Callable<Object> {
              public Object call() {
                return java.util.ServiceLoader.load(
                        java.util.spi.ToolProvider.class, Pricing.class.getClassLoader())
                    .stream().map(provider -> provider.get().name()).toList();
              }
            }
            """);

    assertThat(found).asInstanceOf(InstanceOfAssertFactories.LIST).contains("javac", "jar");
  }
}
