package dev.loadstone.adapter.classloader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.port.LinkedPlugin;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class UnloadingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ClassLoaderModule module =
      new ClassLoaderModule(UnloadingTest.class.getClassLoader(), List.of());

  private LinkedPlugin linked(Artifact artifact) {
    return module.loader().link(artifact, Compiled.ORIGIN).get();
  }

  private static boolean isCollected(WeakReference<?> reference) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (reference.get() != null && System.nanoTime() < end) {
      System.gc();
      Thread.onSpinWait();
    }
    return reference.get() == null;
  }

  static Stream<String> valuePlugins() {
    return Stream.of(
        "class Pricing implements Callable<String> { public String call() { return \"ok\"; } }",
        "class Pricing { public static Callable<String> provider() { return () -> \"ok\"; } }",
        """
        class Pricing implements Callable<Object> {
          record Line(int price) {}
          enum Kind { ONE, TWO }
          public Object call() {
            return String.valueOf(new Line(Kind.values().length))
                + getClass().getResource("Pricing.class") + getClass().getPackage();
          }
        }
        """);
  }

  @ParameterizedTest
  @MethodSource("valuePlugins")
  void value_dropped_isCollectedWithItsLoaderWhileThePluginLives(String source) throws Exception {
    LinkedPlugin plugin =
        linked(
            Compiled.of("package acme; import java.util.concurrent.Callable; " + source)
                .giving(Callable.class, "acme.Pricing"));

    WeakReference<ClassLoader> first = loaderOfUsedValue(plugin);
    WeakReference<ClassLoader> second = loaderOfUsedValue(plugin);

    assertThat(isCollected(first)).isTrue();
    assertThat(isCollected(second)).isTrue();
    assertThat(plugin.run(List.of())).isNotNull();
  }

  private static WeakReference<ClassLoader> loaderOfUsedValue(LinkedPlugin plugin)
      throws Exception {
    Callable<?> value = (Callable<?>) plugin.run(List.of()).get().get();
    assertThat(value.call()).isNotNull();
    return new WeakReference<>(value.getClass().getClassLoader());
  }

  static Stream<String> sideEffects() {
    String body = "{ throw new Own(); } static class Own extends RuntimeException {}";
    return Stream.of(
        "class Pricing { public static void main(String[] args) " + body + "}",
        "class Pricing { static { if (true) " + body.replace("} static", "}} static") + "}");
  }

  @ParameterizedTest
  @MethodSource("sideEffects")
  void failure_dropped_isCollectedWithItsLoaderWhileThePluginLives(String source) throws Exception {
    LinkedPlugin plugin = linked(Compiled.of("package acme; " + source).sideEffect("acme.Pricing"));

    WeakReference<ClassLoader> loader = loaderOfFailure(plugin);

    assertThat(isCollected(loader)).isTrue();
    assertThat(plugin.run(List.of())).isNotNull();
  }

  private static WeakReference<ClassLoader> loaderOfFailure(LinkedPlugin plugin) {
    Throwable own = plugin.run(List.of()).getCause().getCause();
    assertThat(own.getClass().getSimpleName()).isEqualTo("Own");
    return new WeakReference<>(own.getClass().getClassLoader());
  }

  @Test
  void linkedPlugin_dropped_isCollectedWhileTheModuleLives() throws Exception {
    WeakReference<LinkedPlugin> plugin =
        new WeakReference<>(
            linked(Compiled.of("package acme; class Pricing {}").sideEffect("acme.Pricing")));

    assertThat(isCollected(plugin)).isTrue();
    assertThat(module.loader()).isNotNull();
  }
}
