package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.source.SourceSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The allow-list from one end to the other: compiled, loaded and run. */
@Timeout(120)
final class AllowPackagesTest {

  @TempDir private Path folder;

  private Loadstone allowing(String... patterns) throws Exception {
    return Loadstone.builder().classPath(List.of(host())).allowPackages(patterns).build();
  }

  private Path host() throws Exception {
    Path sources = folder.resolve("host/sources");
    List<String> arguments = new ArrayList<>(List.of("-d", folder.resolve("host").toString()));
    for (Path file :
        List.of(
            Sources.write(
                sources,
                "acme/internal/Base.java",
                "package acme.internal; public class Base { public int answer() { return 42; } }"),
            Sources.write(
                sources,
                "acme/api/Answers.java",
                "package acme.api; public class Answers extends acme.internal.Base {}"),
            Sources.write(
                sources,
                "acme/api/Oracle.java",
                "package acme.api; public class Oracle {"
                    + " public static Object ask() { return new Answers(); }"
                    + " public static int read(Object o) { return ((Answers) o).answer(); } }"))) {
      arguments.add(file.toString());
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    return folder.resolve("host");
  }

  private static SourceSet callable(String expression) {
    return Sources.of(
        "Main.java",
        "public class Main implements java.util.concurrent.Callable<Object> {\n"
            + "  public Object call() throws Exception {\n    return "
            + expression
            + ";\n  }\n}\n");
  }

  @Test
  void load_pluginOfHiddenPackage_failsToCompile() throws Exception {
    try (Loadstone loadstone = allowing("acme.api", "acme.spi.**")) {
      Throwable error =
          loadstone
              .loader(Callable.class)
              .check(callable("new acme.internal.Base()"))
              .await()
              .getCause()
              .get();

      assertThat(error)
          .isInstanceOf(CompilationFailed.class)
          .hasMessage(
              """
              Main.java:3: error: package acme.internal does not exist for plugins
                  return new acme.internal.Base();
                                          ^
              (the host hides acme.internal from plugins, and allows acme.api, acme.spi.**; do without it, or add it: allowPackages in the application, --allow-package of the command)""");
    }
  }

  @Test
  void load_pluginOfAllowedClassWithHiddenSupertype_runs() throws Exception {
    try (Loadstone loadstone = allowing("acme.api")) {
      Callable<?> plugin =
          loadstone
              .loader(Callable.class)
              .load(callable("acme.api.Oracle.read((acme.api.Answers) acme.api.Oracle.ask())"))
              .get();

      assertThat(plugin.call()).isEqualTo(42);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Class.forName(\"acme.internal.Base\")",
        "Class.forName(\"acme.internal.Base\", false, Main.class.getClassLoader())",
        "Main.class.getClassLoader().loadClass(\"acme.internal.Base\")",
        "Thread.currentThread().getContextClassLoader().loadClass(\"acme.internal.Base\")",
        "java.lang.invoke.MethodHandles.lookup().findClass(\"acme.internal.Base\")",
      })
  void run_hiddenClassByName_isNotFound(String expression) throws Exception {
    String provider =
        """
        public class Main {
          public static java.util.function.Supplier<Object> provider() throws Exception {
            try {
              Object found = %s;
              return () -> found;
            } catch (ClassNotFoundException e) {
              return () -> "none";
            }
          }
        }
        """
            .formatted(expression);

    try (Loadstone loadstone = allowing("acme.api")) {
      Supplier<?> plugin =
          loadstone.loader(Supplier.class).load(Sources.of("Main.java", provider)).get();

      assertThat(plugin.get()).isEqualTo("none");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Main.class.getResource(\"/acme/internal/Base.class\")",
        "Main.class.getResourceAsStream(\"/acme/internal/Base.class\")",
        "Main.class.getClassLoader().getResource(\"acme/internal/Base.class\")",
        "Main.class.getClassLoader().resources(\"acme/internal/Base.class\").findAny().orElse(null)",
        "Thread.currentThread().getContextClassLoader().getResource(\"acme/internal/Base.class\")",
      })
  void run_hiddenClassFile_isNone(String expression) throws Exception {
    String provider =
        """
        public class Main {
          public static java.util.function.Supplier<Object> provider() {
            Object found = %s;
            return () -> found;
          }
        }
        """
            .formatted(expression);

    try (Loadstone loadstone = allowing("acme.api")) {
      Supplier<?> plugin =
          loadstone.loader(Supplier.class).load(Sources.of("Main.java", provider)).get();

      assertThat(plugin.get()).isNull();
    }
  }

  @Test
  void loadArtifact_ofPluginThatWasCompiledWithoutTheAllowList_isRefused() throws Exception {
    Path source =
        Sources.write(
            folder,
            "Main.java",
            "public class Main implements Runnable { public acme.internal.Base b; public void run() {} }");
    Path artifact = folder.resolve("main.jar");
    try (Loadstone everything = Loadstone.builder().classPath(List.of(host())).build()) {
      everything.loader(Runnable.class).expert().compile(List.of(source), artifact).get();
    }

    try (Loadstone loadstone = allowing("acme.api")) {
      Throwable error =
          loadstone.loader(Runnable.class).expert().loadArtifact(artifact).await().getCause().get();

      assertThat(error)
          .isInstanceOf(ContextMismatch.class)
          .hasMessageContaining("acme.internal.Base: ");
    }
  }

  @Test
  void loader_contractOutsideTheAllowList_isTheCallersBug() {
    try (Loadstone loadstone = Loadstone.builder().allowPackages("acme.api").build()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loadstone.loader(PluginLoader.class))
          .withMessageStartingWith(
              "dev.loadstone.PluginLoader is in the package dev.loadstone, which is not among the"
                  + " packages that are allowed for plugins (acme.api): add it to them, so no plugin can be loaded for it");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> loadstone.loader(new TypeRef<Function<String, List<? extends Loadstone>>>() {}))
          .withMessageContaining("dev.loadstone.Loadstone is in the package dev.loadstone");
    }
  }

  @Test
  void loader_contractOfTheJdkOrAllowed_isAccepted() {
    try (Loadstone loadstone = Loadstone.builder().allowPackages("dev.loadstone").build()) {
      assertThat(loadstone.loader(Runnable.class)).isNotNull();
      assertThat(loadstone.loader(new TypeRef<Function<String, Loadstone>>() {})).isNotNull();
    }
  }

  @Test
  void allowPackages_nothing_leavesTheJdk() throws Exception {
    try (Loadstone loadstone = allowing()) {
      Throwable error =
          loadstone
              .loader(Callable.class)
              .check(callable("acme.api.Oracle.ask()"))
              .await()
              .getCause()
              .get();

      assertThat(error).hasMessageContaining("package acme.api does not exist for plugins");
      assertThat(loadstone.loader(Callable.class).load(callable("1 + 1")).get().call())
          .isEqualTo(2);
    }
  }

  @Test
  void allowPackages_wrongPattern_isTheCallersBug() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loadstone.builder().allowPackages("acme.api", "acme.*"))
        .withMessageStartingWith("'acme.*' names no packages");
    assertThatNullPointerException()
        .isThrownBy(() -> Loadstone.builder().allowPackages((String) null));
  }

  @Test
  void findDependencies_typeOfAHiddenPackage_isTheHosts() throws Exception {
    Path root = Files.createDirectories(folder.resolve("plugins"));
    Path file =
        Sources.write(
            root, "acme/internal/Base.java", "package acme.internal; public class Base {}");
    Path main = Sources.write(root, "Main.java", "class Main { acme.internal.Base base; }");

    try (Loadstone loadstone = allowing("acme.api")) {
      assertThat(loadstone.findDependencies(main).get()).containsExactly(main);
    }
    assertThat(file).exists();
  }
}
