package dev.loadstone.adapter.classloader;

import static dev.loadstone.testkit.assertion.LoadstoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.port.LinkedPlugin;
import dev.loadstone.testkit.assertion.PluginHandle;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class UnloadingTest {

  private final ClassLoaderAdapter module =
      new ClassLoaderAdapter(
          UnloadingTest.class.getClassLoader(), List.of(), AllowedPackages.everything());

  private LinkedPlugin linked(Artifact artifact) {
    return module.loader().link(artifact, Compiled.ORIGIN).get();
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

    PluginHandle first = loaderOfUsedValue(plugin);
    PluginHandle second = loaderOfUsedValue(plugin);

    assertThat(first).isUnloaded();
    assertThat(second).isUnloaded();
    assertThat(plugin.run(List.of())).isNotNull();
  }

  private static final String RECORDS =
      """
      package acme;
      import java.util.*;
      import java.util.concurrent.Callable;
      import java.util.function.Function;
      class Pricing implements Callable<Object> {
        record Line(String name, Line next, Kind kind) {}
        record Pair<T>(T one, T two) {}
        enum Kind { ONE, TWO }
        interface Own {}
        public Object call() {
          Line line = new Line("a", new Line("b", null, Kind.ONE), Kind.TWO);
          Map<Line, Pair<Line>> map = new HashMap<>();
          map.put(line, new Pair<>(line, line.next()));
          Function<Line, String> text = each -> each + " and " + each.hashCode();
          int size = switch (line.kind()) { case ONE -> 1; case TWO -> 2; };
          switch (line.name()) { case "a": size++; }
          Object proxy =
              java.lang.reflect.Proxy.newProxyInstance(
                  Pricing.class.getClassLoader(), new Class<?>[] {Own.class}, (p, m, a) -> null);
          return map.get(new Line("a", new Line("b", null, Kind.ONE), Kind.TWO)) + text.apply(line)
              + size + map.keySet() + new EnumMap<Kind, String>(Kind.class) + proxy.getClass();
        }
      }
      """;

  @Test
  void value_withRecords_isCollectedWhenAnotherPluginIsLinked() throws Exception {
    PluginHandle first =
        loaderOfUsedValue(linked(Compiled.of(RECORDS).giving(Callable.class, "acme.Pricing")));

    assertThat(linked(Compiled.of("package acme; class Other {}").sideEffect("acme.Other")))
        .isNotNull();
    assertThat(first).isUnloaded();
  }

  @Test
  void value_withRecords_isCollectedWhenTheHostIsClosed() throws Exception {
    PluginHandle plugin =
        loaderOfUsedValue(linked(Compiled.of(RECORDS).giving(Callable.class, "acme.Pricing")));

    module.close();
    assertThat(plugin).isUnloaded();
  }

  private static PluginHandle loaderOfUsedValue(LinkedPlugin plugin) throws Exception {
    Callable<?> value = (Callable<?>) plugin.run(List.of()).get().get();
    assertThat(value.call()).isNotNull();
    return PluginHandle.ofValue(value);
  }

  static Stream<String> sideEffects() {
    String body = "{ throw new Own(); } static class Own extends RuntimeException {}";
    return Stream.of(
        "class Pricing { public static void main(String[] args) " + body + "}",
        "class Pricing { static { if (true) " + body.replace("} static", "}} static") + "}");
  }

  @ParameterizedTest
  @MethodSource("sideEffects")
  void failure_dropped_isCollectedWithItsLoaderWhileThePluginLives(String source) {
    LinkedPlugin plugin = linked(Compiled.of("package acme; " + source).sideEffect("acme.Pricing"));

    PluginHandle loader = loaderOfFailure(plugin);

    assertThat(loader).isUnloaded();
    assertThat(plugin.run(List.of())).isNotNull();
  }

  private static PluginHandle loaderOfFailure(LinkedPlugin plugin) {
    Throwable own = plugin.run(List.of()).getCause().getCause();
    assertThat(own.getClass().getSimpleName()).isEqualTo("Own");
    return PluginHandle.ofValue(own);
  }

  @Test
  void linkedPlugin_dropped_isCollectedWhileTheModuleLives() {
    PluginHandle plugin =
        PluginHandle.ofObject(
            linked(Compiled.of("package acme; class Pricing {}").sideEffect("acme.Pricing")));

    assertThat(plugin).isUnloaded();
    assertThat(module.loader()).isNotNull();
  }
}
