package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.context.Difference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A plugin that was compiled with every package allowed meets a host that hides some, or that has
 * changed where plugins do not see it.
 */
@Timeout(120)
final class NarrowedHostTest {

  private static final String THING = "public class Thing { public int n = 1; }";
  private static final String BASE =
      "public class Base { public int base() { return 7; } public static final int K = 5; }";
  private static final String FUNCTION = "public interface Function { int apply(int x); }";
  private static final String SUB =
      "public class Sub extends acme.internal.Base { public int own() { return 1; } }";
  private static final String FUN = "public interface Fun extends acme.internal.Function {}";
  private static final String CALC =
      "public class Calc { public static int twice(int x) { return 2 * x; } }";
  private static final String TOOLS =
      "public class Tools { public static acme.internal.Thing thing() { return null; }"
          + " public static acme.internal.Thing[] things() { return new acme.internal.Thing[2]; }"
          + " public static int fun(Fun f) { return f.apply(2); } }";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          new acme.api.Sub().own()                               | 1
          new acme.api.Sub().base()                              | 7
          new acme.api.Sub() { int more() { return 3; } }.own()  | 1
          acme.api.Tools.fun(x -> x + 1)                         | 3
          acme.api.Tools.things().length                         | 2
          "" + (acme.api.Tools.thing() == null)                  | true
          acme.internal.Base.K                                   | 5
          """)
  void loadArtifact_thatLooksForNoHiddenClass_runs(String expression, String result)
      throws Exception {
    Path host = host("host");
    Path artifact = compile(host, "", expression);

    assertThat(texts(artifact, host, "acme.api")).isEmpty();
    assertThat(call(artifact, host)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          private acme.internal.Thing thing;
          private static void take(acme.internal.Thing thing) {}
          private static acme.internal.Thing[] give() { return null; }
          private void fail() throws acme.internal.Problem {}
          static class Inner { private acme.internal.Thing thing; }
          private Main(acme.internal.Thing thing) {}
          static Class<?> literal = acme.internal.Thing.class;
          java.util.function.Supplier<Object> maker = acme.api.Tools::thing;
          """)
  void loadArtifact_thatLooksForHiddenOrMissingClass_isRefused(String member) throws Exception {
    Path host = host("host");
    Path artifact = compile(host, member, "1");
    String name = member.contains("Problem") ? "acme.internal.Problem" : "acme.internal.Thing";
    String user = member.contains("Inner") ? "Main.Inner" : "Main";

    assertThat(texts(artifact, host, "acme.api"))
        .containsExactly(
            name
                + ": the class does not exist for plugins, since its package is not allowed: allowed"
                + " is acme.api; used by "
                + user);
    Files.delete(host.resolve(name.replace('.', '/') + ".class"));
    assertThat(texts(artifact, host, "acme.**"))
        .containsExactly(name + ": class is gone; used by " + user);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { }                                                | acme.api.Calc: method twice(int) is gone
          { static int twice(int x) { return 1; } }          | acme.internal.Below: method twice(int) is no longer public
          { public int twice(int x) { return 1; } }          | acme.internal.Below: method twice(int) is no longer static
          """)
  void differences_ofNewHiddenSuperclass_areThoseOfItsMembers(String body, String difference)
      throws Exception {
    Path artifact = compile(host("host"), "", "acme.api.Calc.twice(2)");
    Path changed =
        host(
            "changed",
            "acme.internal",
            "public class Below " + body,
            "acme.api",
            "public class Calc extends acme.internal.Below {}");

    assertThat(texts(artifact, changed, "acme.api")).containsExactly(difference + "; used by Main");
  }

  @Test
  void differences_ofNewHiddenSuperinterface_areItsAbstractMethods() throws Exception {
    Path artifact = compile(host("host"), "", "acme.api.Tools.fun(x -> x + 1)");
    Path changed = host("changed", "acme.internal", FUNCTION.replace("; }", "; int extra(); }"));

    assertThat(texts(artifact, changed, "acme.api"))
        .containsExactly(
            "acme.internal.Function: method extra() is abstract and not implemented by a lambda"
                + " expression of Main");
  }

  @Test
  void differences_ofSupertypeThatTheHostMisses_nameIt() throws Exception {
    Path artifact = compile(host("host"), "", "acme.api.Calc.twice(2)");
    Path changed =
        host(
            "changed",
            "acme.internal",
            "public class Below {}",
            "acme.api",
            CALC.replace("Calc {", "Calc extends acme.internal.Below {"));
    Path below = changed.resolve("acme/internal/Below.class");
    Path cutOff = Files.write(below, Arrays.copyOf(Files.readAllBytes(below), 40));

    assertThat(texts(artifact, changed, "acme.api"))
        .containsExactly("acme.internal.Below: its class file is cut off; used by Main");
    Files.delete(cutOff);
    assertThat(texts(artifact, changed, "acme.api"))
        .containsExactly("acme.internal.Below: class is gone; used by Main");
  }

  private Path host(String name, String... packagesAndUnits) throws Exception {
    Path sources = folder.resolve(name + ".sources");
    for (String unit :
        List.of(THING, BASE, FUNCTION, "public class Problem extends Exception {}")) {
      write(sources, "acme.internal", unit);
    }
    for (String unit : List.of(SUB, FUN, CALC, TOOLS)) {
      write(sources, "acme.api", unit);
    }
    for (int i = 0; i < packagesAndUnits.length; i += 2) {
      write(sources, packagesAndUnits[i], packagesAndUnits[i + 1]);
    }
    Path classes = Files.createDirectories(folder.resolve(name));
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
    try (Stream<Path> files = Files.walk(sources)) {
      files.filter(Files::isRegularFile).sorted().map(Path::toString).forEach(arguments::add);
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    return classes;
  }

  private static void write(Path sources, String packageName, String unit) {
    String type = unit.replaceFirst("public (?:class|interface) (\\w+).*", "$1");
    Sources.write(
        sources,
        packageName.replace('.', '/') + "/" + type + ".java",
        "package " + packageName + "; " + unit);
  }

  private Path compile(Path host, String members, String expression) {
    Path source =
        Sources.write(
            folder,
            "Main.java",
            "public class Main implements java.util.concurrent.Callable<Object> { public Main() {} "
                + members
                + " public Object call() { return \"\" + ("
                + expression
                + "); } }");
    try (Loadstone loadstone = loadstone(host, "acme.**")) {
      return loadstone
          .loader(Callable.class)
          .expert()
          .compile(List.of(source), folder.resolve("main.jar"))
          .get();
    }
  }

  private static List<String> texts(Path artifact, Path host, String allowed) {
    try (Loadstone loadstone = loadstone(host, allowed)) {
      return loadstone.differences(artifact).get().stream().map(Difference::toString).toList();
    }
  }

  private static Object call(Path artifact, Path host) throws Exception {
    try (Loadstone loadstone = loadstone(host, "acme.api")) {
      return loadstone.loader(Callable.class).expert().loadArtifact(artifact).get().call();
    }
  }

  private static Loadstone loadstone(Path host, String allowed) {
    return Loadstone.builder()
        .hostClassLoader(ClassLoader.getPlatformClassLoader())
        .classPath(List.of(host))
        .allowPackages(allowed)
        .contextPolicy(ContextPolicy.BINARY_COMPATIBLE)
        .build();
  }
}
