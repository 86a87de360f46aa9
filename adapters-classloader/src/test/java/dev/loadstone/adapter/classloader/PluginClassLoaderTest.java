package dev.loadstone.adapter.classloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.artifact.SourceEntry;
import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PluginClassLoaderTest {

  private static final Compiled PLUGIN =
      Compiled.of(
          "package acme; public class Pricing {}", "@Deprecated package acme;", "class Unnamed {}");

  @RegisterExtension final OpenModules modules = new OpenModules();

  @TempDir private Path folder;

  private PluginClassLoader loaderOf(Compiled plugin, PluginOrigin origin) {
    return loaderOf(plugin, origin, modules.overOwnLoader());
  }

  private static PluginClassLoader loaderOf(
      Compiled plugin, PluginOrigin origin, ClassLoaderAdapter module) {
    return new PluginDefinition(
            plugin.sideEffect("acme.Pricing"), origin, (PluginParentLoader) module.hostClasses())
        .newLoader();
  }

  private static String read(URL url) throws IOException {
    try (InputStream content = url.openStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void getResource_ofOwnClassFileAndSource_isServedFromMemory() throws Exception {
    PluginClassLoader loader = loaderOf(PLUGIN, Compiled.ORIGIN);

    URL classFile = loader.getResource("acme/Pricing.class");
    URL source = loader.loadClass("acme.Pricing").getResource("Pricing.java");

    assertThat(classFile).hasToString("loadstone:/acme/Pricing.java!/acme/Pricing.class");
    assertThat(classFile.openStream().readAllBytes())
        .isEqualTo(PLUGIN.bytes("acme.Pricing").toByteArray());
    assertThat(read(source)).isEqualTo("package acme; public class Pricing {}");
    assertThat(loader.getResource("Unnamed.class")).isNotNull();
    assertThat(loader.getResource("acme/Absent.class")).isNull();
  }

  @Test
  void getResource_ofNumberedSource_isWhereItsJarHasIt() throws Exception {
    List<SourceEntry> numbered =
        List.of(new SourceEntry("1/acme/Pricing.java", Bytes.ofUtf8("package acme;")));
    PluginClassLoader loader =
        loaderOf(new Compiled(PLUGIN.classFiles(), numbered), Compiled.ORIGIN);

    URL source = loader.getResource("META-INF/loadstone/sources/1/acme/Pricing.java");

    assertThat(read(source)).isEqualTo("package acme;");
    assertThat(loader.getResource("1/acme/Pricing.java")).isNull();
  }

  @Test
  void getResourceAsStream_ofOwnAndOfHost_givesTheContent() throws Exception {
    PluginClassLoader loader = loaderOf(PLUGIN, Compiled.ORIGIN);

    try (InputStream own = loader.getResourceAsStream("acme/Pricing.java");
        InputStream ofHost = loader.getResourceAsStream("org/junit/jupiter/api/Test.class");
        InputStream ofJdk = loader.getResourceAsStream("java/lang/Object.class")) {
      assertThat(own).hasContent("package acme; public class Pricing {}");
      assertThat(ofHost).isNotEmpty();
      assertThat(ofJdk).isNotEmpty();
    }
    assertThat(loader.getResourceAsStream("acme/Absent.java")).isNull();
  }

  @Test
  void getResources_ofNameThatBothHave_givesTheOwnFirst() throws Exception {
    Path hostFolder = Jars.writeFolder(folder.resolve("host"), PLUGIN.entries());
    PluginClassLoader loader = loaderOf(PLUGIN, Compiled.ORIGIN, modules.overClassPath(hostFolder));

    List<URL> found = Collections.list(loader.getResources("acme/Pricing.class"));

    assertThat(found).hasSize(2);
    assertThat(found.get(0).getProtocol()).isEqualTo("loadstone");
    assertThat(found.get(1).getProtocol()).isEqualTo("file");
    assertThat(loader.getResource("acme/Pricing.class").getProtocol()).isEqualTo("loadstone");
    assertThat(Collections.list(loader.getResources("Unnamed.class"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\my plugins\\50% #1?\u20ac.java",
        "./Pricing.java",
        "../a/./b/../Pricing.java",
        "/tmp/Pricing.java",
        "//my host/Pricing.java",
        "odd!/Pricing.java",
        ""
      })
  void url_ofWhateverName_canBeOpenedAndResolvedAgainst(String name) throws Exception {
    PluginOrigin origin = new PluginOrigin(name, Option.none());
    PluginClassLoader loader = loaderOf(PLUGIN, origin);

    URL url = loader.getResource("acme/Pricing.class");

    assertThat(url.toURI()).hasScheme("loadstone");
    assertThat(url.openStream()).isNotEmpty();
    assertThat(read(new URL(url, "Pricing.java"))).startsWith("package acme");
    assertThatExceptionOfType(FileNotFoundException.class)
        .isThrownBy(() -> read(new URL(url, "Absent.java")));
    assertThatExceptionOfType(FileNotFoundException.class)
        .isThrownBy(() -> read(new URL(url, "/elsewhere/acme/Pricing.java")));
  }

  @Test
  void url_opened_tellsSizeAndType() throws Exception {
    PluginClassLoader loader = loaderOf(PLUGIN, Compiled.ORIGIN);

    URLConnection connection = loader.getResource("acme/Pricing.java").openConnection();

    assertThat(connection.getContentLengthLong()).isEqualTo(37);
    assertThat(connection.getContentType()).isEqualTo("text/plain");
  }

  @Test
  void codeSource_ofArtifactFile_isThatFile() throws Exception {
    Path artifact = folder.resolve("a plugin.jar");
    Class<?> type = loaderOf(PLUGIN, PluginOrigin.of(artifact)).loadClass("acme.Pricing");

    assertThat(type.getProtectionDomain().getCodeSource().getLocation())
        .isEqualTo(artifact.toUri().toURL());
    assertThat(type.getResource("Pricing.class")).asString().startsWith("loadstone:/");
  }

  @Test
  void codeSource_ofPluginCompiledHere_namesItsMainFile() throws Exception {
    Class<?> type = loaderOf(PLUGIN, Compiled.ORIGIN).loadClass("acme.Pricing");

    assertThat(type.getProtectionDomain().getCodeSource().getLocation())
        .hasToString("loadstone:/acme/Pricing.java");
    assertThat(type.getProtectionDomain().getClassLoader()).isSameAs(type.getClassLoader());
  }

  @Test
  void package_ofOwnClass_hasItsAnnotations() throws Exception {
    Class<?> type = loaderOf(PLUGIN, Compiled.ORIGIN).loadClass("acme.Pricing");

    assertThat(type.getPackage().getName()).isEqualTo("acme");
    assertThat(type.getPackage().isAnnotationPresent(Deprecated.class)).isTrue();
    assertThat(type.getClassLoader().getDefinedPackage("acme")).isSameAs(type.getPackage());
  }

  @Test
  void loadClass_asked_isTheOwnBeforeTheHosts() throws Exception {
    Path hostFolder = Jars.writeFolder(folder.resolve("host"), PLUGIN.entries());
    ClassLoaderAdapter module = modules.overClassPath(hostFolder);
    PluginClassLoader loader = loaderOf(PLUGIN, Compiled.ORIGIN, module);

    assertThat(loader.loadClass("acme.Pricing").getClassLoader()).isSameAs(loader);
    assertThat(loader.loadClass("acme.Pricing")).isSameAs(loader.loadClass("acme.Pricing"));
    assertThat(module.hostClasses().loadClass("acme.Pricing").getClassLoader()).isNotSameAs(loader);
  }

  @Test
  void loaders_allOfThem_areParallelCapableAndNamed() {
    PluginClassLoader loader = loaderOf(PLUGIN, Compiled.ORIGIN);

    assertThat(loader.isRegisteredAsParallelCapable()).isTrue();
    assertThat(loader.getParent().isRegisteredAsParallelCapable()).isTrue();
    assertThat(loader.getName()).isEqualTo("loadstone:acme.Pricing");
  }
}
