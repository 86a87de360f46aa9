package dev.loadstone.adapter.classloader;

import static dev.loadstone.testkit.assertion.LoadstoneAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.domain.port.LinkedPlugin;
import dev.loadstone.testkit.assertion.PluginHandle;
import io.vavr.control.Try;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the loader behind plugins gives of a host of which only some packages are allowed. */
final class NarrowedParentTest {

  private static final AllowedPackages ALLOWED =
      AllowedPackages.of(List.of("acme.api", "acme.spi.**"));

  private static final Map<String, Bytes> HOST =
      Compiled.of(
              "package acme.internal; public class Base { public int twice(int x) { return 2 * x; } }",
              "package acme.api; public class Derived extends acme.internal.Base {}",
              "package acme.spi.deep; public class Deep {}",
              "package acme.api; public class Fast implements Runnable { public void run() {} }",
              "package acme.internal; public class Slow implements Runnable { public void run() {} }")
          .entries();

  @RegisterExtension final OpenModules modules = new OpenModules();

  @TempDir private Path folder;

  private ClassLoader jar(Map<String, String> more) throws Exception {
    return modules
        .allowing(ALLOWED, Jars.write(folder.resolve("host.jar"), with(more)))
        .hostClasses();
  }

  private static Map<String, Bytes> with(Map<String, String> more) {
    Map<String, Bytes> entries = new HashMap<>(HOST);
    more.forEach((name, text) -> entries.put(name, Bytes.ofUtf8(text)));
    return entries;
  }

  @Test
  void loadClass_ofHiddenPackage_findsNone() throws Exception {
    ClassLoader parent = jar(Map.of());

    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> parent.loadClass("acme.internal.Base"));
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> Class.forName("acme.internal.Base", false, parent));
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> Class.forName("[Lacme.internal.Base;", false, parent));
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme.api.Derived", "acme.spi.deep.Deep", "java.sql.Date"})
  void loadClass_ofAllowedPackageOrTheJdk_finds(String name) throws Exception {
    assertThat(jar(Map.of()).loadClass(name).getName()).isEqualTo(name);
  }

  @Test
  void allowedClass_withHiddenSupertype_worksAsTheHostsLoaderLinksIt() throws Exception {
    Class<?> derived = jar(Map.of()).loadClass("acme.api.Derived");

    Object made = derived.getConstructor().newInstance();

    assertThat(derived.getSuperclass().getName()).isEqualTo("acme.internal.Base");
    assertThat(derived.getMethod("twice", int.class).invoke(made, 2)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme/internal/Base.class",
        "acme/api/../internal/Base.class",
        "acme/spi/../internal/Base.class",
        "acme/spi/./../internal/Base.class",
        "acme//internal/Base.class",
        "./acme/internal/Base.class",
        "acme/internal/./Base.class",
        "acme/internal/Base.class/",
        "acme/internal/Base.class//",
        "acme/internal/Base.class/.",
        "META-INF//services/java.lang.Runnable",
        "META-INF/./services/java.lang.Runnable",
      })
  void resource_thatIsAClassFileOfAHiddenPackageOrHasAnOddName_isNone(String name)
      throws Exception {
    Map<String, Bytes> host = with(Map.of("META-INF/services/java.lang.Runnable", "acme.api.Fast"));
    Path classes = Jars.writeFolder(folder.resolve("classes"), host);
    ClassLoader parent = modules.allowing(ALLOWED, classes).hostClasses();

    assertThat(parent.getResource(name)).isNull();
    assertThat(parent.getResourceAsStream(name)).isNull();
    assertThat(Collections.list(parent.getResources(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme/api/Derived.class",
        "acme/spi/deep/Deep.class",
        "acme/internal/messages.properties",
        "java/lang/Object.class"
      })
  void resource_ofAllowedPackageOrNoClassFile_isThere(String name) throws Exception {
    ClassLoader parent = jar(Map.of("acme/internal/messages.properties", "key=value"));

    assertThat(parent.getResource(name)).isNotNull();
    assertThat(Collections.list(parent.getResources(name))).hasSize(1);
    try (InputStream content = parent.getResourceAsStream(name)) {
      assertThat(content).isNotEmpty();
    }
  }

  @Test
  void services_withProvidersInHiddenPackages_areTheOthers() throws Exception {
    ClassLoader parent =
        jar(
            Map.of(
                "META-INF/services/java.lang.Runnable",
                "# both\n acme.internal.Slow # hidden\nacme.api.Fast\n"));

    assertThat(ServiceLoader.load(Runnable.class, parent))
        .extracting(provider -> provider.getClass().getName())
        .containsExactly("acme.api.Fast");
  }

  @Test
  void services_withHiddenProvidersOnly_areNone() throws Exception {
    String name = "META-INF/services/java.lang.Runnable";
    ClassLoader parent = jar(Map.of(name, "acme.internal.Slow"));

    assertThat(ServiceLoader.load(Runnable.class, parent)).isEmpty();
    assertThat(parent.getResource(name)).isNull();
    assertThat(parent.getResourceAsStream(name)).isNull();
    assertThat(Collections.list(parent.getResources(name))).isEmpty();
  }

  @Test
  void providerFile_withVisibleProviders_isTheHostsOwnWhicheverWayItIsAskedFor() throws Exception {
    String name = "META-INF/services/java.lang.Runnable";
    ClassLoader parent = jar(Map.of(name, "acme.api.Fast\nacme.internal.Slow\n"));

    URL url = parent.getResource(name);

    assertThat(url.toExternalForm()).endsWith("host.jar!/" + name);
    try (InputStream byUrl = url.openStream();
        InputStream byName = parent.getResourceAsStream(name)) {
      assertThat(new String(byUrl.readAllBytes(), UTF_8)).isEqualTo("acme.api.Fast");
      assertThat(new String(byName.readAllBytes(), UTF_8)).isEqualTo("acme.api.Fast");
    }
  }

  @Test
  void providerFile_afterReading_leavesTheJarToBeReplaced() throws Exception {
    String name = "META-INF/services/java.lang.Runnable";
    Path file = folder.resolve("host.jar");
    ClassLoader parent = jar(Map.of(name, "acme.api.Fast"));
    try (InputStream content = parent.getResourceAsStream(name)) {
      assertThat(new String(content.readAllBytes(), UTF_8)).isEqualTo("acme.api.Fast");
    }

    Files.delete(file);
    Jars.write(file, with(Map.of(name, "acme.api.Derived")));

    ClassLoader other = modules.allowing(ALLOWED, file).hostClasses();
    try (InputStream content = other.getResourceAsStream(name)) {
      assertThat(new String(content.readAllBytes(), UTF_8)).isEqualTo("acme.api.Derived");
    }
  }

  @Test
  void jdk_withNothingAllowed_isThere() throws Exception {
    ClassLoader parent = modules.allowing(AllowedPackages.of(List.of())).hostClasses();

    assertThat(parent.loadClass("java.util.function.Function")).isNotNull();
  }

  @Test
  void run_pluginThatUsesAHiddenClass_hasNoClassDefinition() throws Exception {
    LinkedPlugin plugin =
        linked(
            """
            package plugin;
            public class Main {
              public static void main(String[] args) {
                System.out.println(new acme.internal.Base().twice(1));
              }
            }
            """);

    Throwable failure = plugin.run(List.of()).getCause();

    assertThat(failure)
        .isInstanceOf(PluginFailed.class)
        .hasCauseInstanceOf(NoClassDefFoundError.class)
        .hasRootCauseMessage("acme.internal.Base");
  }

  @Test
  void link_pluginWithAMemberOfAHiddenClass_isRefused() throws Exception {
    Throwable refusal =
        link("package plugin; public class Main { acme.internal.Base base; }").getCause();

    assertThat(refusal)
        .isInstanceOf(LinkageFailed.class)
        .hasCauseInstanceOf(NoClassDefFoundError.class);
  }

  // After some calls of a method the JDK makes classes for it, below loaders of its own whose
  // parent is the plugin's: they find their supertypes, which it does not export, through that one.
  @Test
  void run_pluginThatReflectsOften_findsWhatTheJdkNeedsForIt() throws Exception {
    LinkedPlugin plugin =
        linked(
            """
            package plugin;
            public class Main {
              public static void touch() {}
              public static void main(String[] args) throws Exception {
                for (int i = 0; i < 100; i++) {
                  Main.class.getMethod("touch").invoke(null);
                  Main.class.getConstructor().newInstance();
                }
              }
            }
            """);

    assertThat(plugin.run(List.of()).isSuccess()).isTrue();
  }

  @Test
  void value_thatUsedAllowedClasses_isCollected() throws Exception {
    LinkedPlugin plugin =
        linked(
            """
            package plugin;
            public class Main {
              public static void main(String[] args) {
                throw new Own(new acme.api.Derived().toString());
              }
              static class Own extends RuntimeException {
                Own(String message) {
                  super(message);
                }
              }
            }
            """);

    PluginHandle loader = loaderOfFailure(plugin);

    assertThat(loader).isUnloaded();
    assertThat(plugin.run(List.of())).isNotNull();
  }

  private static PluginHandle loaderOfFailure(LinkedPlugin plugin) {
    return PluginHandle.ofValue(plugin.run(List.of()).getCause().getCause());
  }

  private LinkedPlugin linked(String source) throws Exception {
    return link(source).get();
  }

  private Try<LinkedPlugin> link(String source) throws Exception {
    Path host = Jars.write(folder.resolve("host.jar"), HOST);
    return modules
        .allowing(ALLOWED, host)
        .loader()
        .link(Compiled.against(List.of(host), source).sideEffect("plugin.Main"), Compiled.ORIGIN);
  }
}
