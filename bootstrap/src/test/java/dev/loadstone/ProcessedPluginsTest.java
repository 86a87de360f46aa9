package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.event.Event;
import dev.loadstone.testkit.RecordedEvents;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a processor generates, from the compilation to the plugin that uses it. */
final class ProcessedPluginsTest {

  /** It makes a resource, and a class that has what an option says. */
  private static final String PROCESSOR =
      """
      public class Maker extends javax.annotation.processing.AbstractProcessor {
        private boolean isDone;
        @Override public javax.lang.model.SourceVersion getSupportedSourceVersion() {
          return javax.lang.model.SourceVersion.latest();
        }
        @Override public java.util.Set<String> getSupportedAnnotationTypes() { return java.util.Set.of("*"); }
        @Override public java.util.Set<String> getSupportedOptions() { return java.util.Set.of("value"); }
        @Override public boolean process(
            java.util.Set<? extends javax.lang.model.element.TypeElement> types,
            javax.annotation.processing.RoundEnvironment round) {
          if (!isDone) {
            isDone = true;
            javax.annotation.processing.Filer filer = processingEnv.getFiler();
            try {
              Files.write(
                  filer.createResource(
                      javax.tools.StandardLocation.CLASS_OUTPUT, "", "META-INF/words.txt"),
                  "tea");
              Files.write(
                  filer.createSourceFile("Made"),
                  "class Made { static Object value() { return "
                      + processingEnv.getOptions().get("value") + "; } }");
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
          return false;
        }
      }
      """;

  /** It is of the processor's own path alone. */
  private static final String HELPER =
      """
      public class Files {
        static void write(javax.tools.FileObject file, String text) throws java.io.IOException {
          try (java.io.Writer out = file.openWriter()) { out.write(text); }
        }
      }
      """;

  private static final String PLUGIN =
      """
      import java.io.IOException;
      import java.io.InputStream;
      import java.io.UncheckedIOException;
      import java.nio.charset.StandardCharsets;
      import java.util.function.Supplier;

      public class Main implements Supplier<String> {
        public String get() {
          try (InputStream words = Main.class.getResourceAsStream("/META-INF/words.txt")) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8) + " " + Made.value();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
      """;

  @TempDir private Path folder;

  private Path host = Path.of("");
  private Path processor = Path.of("");
  private Path source = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    host = HostJar.of(folder.resolve("host.jar"), "public class Secret {}");
    processor = HostJar.of(folder.resolve("maker.jar"), PROCESSOR, HELPER);
    try (FileSystem content = FileSystems.newFileSystem(processor)) {
      Path services = Files.createDirectories(content.getPath("META-INF/services"));
      Files.writeString(services.resolve("javax.annotation.processing.Processor"), "host.Maker\n");
    }
    source = Files.writeString(folder.resolve("Main.java"), PLUGIN);
  }

  @Test
  void load_generatedResource_isReadFromSourceCacheArtifactAndInAnotherProcess() throws Exception {
    Path artifact = folder.resolve("main.jar");
    RecordedEvents events = new RecordedEvents();

    try (Loadstone loadstone = generating("1").listener(events).build()) {
      assertThat(loader(loadstone).load(List.of(source)).get().get()).isEqualTo("tea 1");
      assertThat(loader(loadstone).load(List.of(source)).get().get()).isEqualTo("tea 1");
      loader(loadstone).expert().compile(List.of(source), artifact).get();
      assertThat(loader(loadstone).expert().loadArtifact(artifact).get().get()).isEqualTo("tea 1");
    }

    assertThat(events.all()).filteredOn(Event.Compiled.class::isInstance).hasSize(1);
    assertThat(events.all()).filteredOn(Event.CacheHit.class::isInstance).hasSize(2);
    assertThat(loadedElsewhere(artifact)).isEqualTo("tea 1");
  }

  /** The processor and its helper are in the very package that plugins must not see. */
  @Test
  void load_processorInAHiddenPackage_runs() throws Exception {
    try (Loadstone loadstone = generating("1").allowPackages("acme.api").build()) {
      assertThat(loader(loadstone).load(List.of(source)).get().get()).isEqualTo("tea 1");
    }
  }

  @Test
  void load_generatedCodeThatUsesAHiddenPackage_isAnErrorThatNamesBoth() throws Exception {
    try (Loadstone loadstone = generating("new host.Secret()").allowPackages("acme.api").build()) {
      assertThat(loader(loadstone).load(List.of(source)).await().getCause().get())
          .isInstanceOf(CompilationFailed.class)
          .hasMessageContaining("package host does not exist for plugins")
          .hasMessageContaining("(in the generated file Made.java, line 1: ")
          .hasMessageContaining("the host hides host from plugins, and allows acme.api");
    }
  }

  @Test
  void load_pluginThatUsesAClassOfTheProcessorPath_isAnError() throws Exception {
    Files.writeString(source, PLUGIN.replace("Made.value()", "host.Maker.class"));

    try (Loadstone loadstone = generating("1").build()) {
      assertThat(loader(loadstone).load(List.of(source)).await().getCause().get())
          .isInstanceOf(CompilationFailed.class)
          .hasMessageContaining("cannot find symbol");
    }
  }

  @Test
  void loadArtifact_generatedCodeThatUsesAPackageHiddenHere_isRefused() throws Exception {
    Path artifact = folder.resolve("main.jar");
    try (Loadstone loadstone = generating("new host.Secret()").build()) {
      loader(loadstone).expert().compile(List.of(source), artifact).get();
    }

    try (Loadstone loadstone = generating("1").allowPackages("acme.api").build()) {
      assertThat(loader(loadstone).expert().loadArtifact(artifact).await().getCause().get())
          .isInstanceOf(ContextMismatch.class)
          .hasMessageContaining("host.Secret");
    }
  }

  private Loadstone.Builder generating(String value) throws MalformedURLException {
    return Loadstone.builder()
        .hostClassLoader(
            new URLClassLoader(
                new URL[] {host.toUri().toURL()}, ClassLoader.getPlatformClassLoader()))
        .annotationProcessors(List.of(processor))
        .compilerOptions("-Avalue=" + value)
        .cache(CacheSettings.at(folder.resolve("cache")));
  }

  private static PluginLoader<Supplier<String>> loader(Loadstone loadstone) {
    return loadstone.loader(new TypeRef<Supplier<String>>() {});
  }

  private String loadedElsewhere(Path artifact) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LoadSupplier.class.getName(),
                artifact.toString(),
                host.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output.strip();
  }
}
