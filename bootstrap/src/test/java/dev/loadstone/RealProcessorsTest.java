package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.SourceDigest;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.event.Event;
import dev.loadstone.testkit.RecordedEvents;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lombok, MapStruct, AutoValue and Immutables, as hosts use them. */
final class RealProcessorsTest {

  private static final Path JARS = Path.of("target/processors").toAbsolutePath();

  @TempDir private Path folder;

  private record Library(
      String name, String processor, String annotations, String text, List<String> generated) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Library> libraries() {
    return Stream.of(
        new Library(
            "Lombok",
            "lombok.jar",
            "lombok.jar",
            """
            import java.util.function.Supplier;
            import lombok.Builder;
            import lombok.Value;

            public class Main implements Supplier<String> {
              @Value
              @Builder
              static class Line {
                String name;
              }

              public String get() {
                return Line.builder().name("tea").build().getName();
              }
            }
            """,
            List.of()),
        new Library(
            "MapStruct",
            "mapstruct-processor.jar",
            "mapstruct.jar",
            """
            import java.util.function.Supplier;
            import org.mapstruct.Mapper;
            import org.mapstruct.factory.Mappers;

            public class Main implements Supplier<String> {
              public static class Line {
                public String getName() {
                  return "tea";
                }
              }

              public static class Item {
                private String name;

                public void setName(String name) {
                  this.name = name;
                }
              }

              @Mapper
              public interface Items {
                Item item(Line line);
              }

              public String get() {
                return Mappers.getMapper(Items.class).item(new Line()).name;
              }
            }
            """,
            List.of("Main$ItemsImpl.java")),
        new Library(
            "AutoValue",
            "auto-value.jar",
            "auto-value-annotations.jar",
            """
            import com.google.auto.value.AutoValue;
            import java.util.function.Supplier;

            public class Main implements Supplier<String> {
              @AutoValue
              abstract static class Line {
                abstract String name();
              }

              public String get() {
                return new AutoValue_Main_Line("tea").name();
              }
            }
            """,
            List.of("AutoValue_Main_Line.java")),
        new Library(
            "Immutables",
            "value.jar",
            "value-annotations.jar",
            """
            import java.util.function.Supplier;
            import org.immutables.value.Value;

            public class Main implements Supplier<String> {
              @Value.Immutable
              interface Line {
                String name();
              }

              public String get() {
                return ImmutableLine.builder().name("tea").build().name();
              }
            }
            """,
            List.of("ImmutableLine.java")));
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void load_plugin_isProcessedCachedAndWritten(Library library) throws Exception {
    Path source = Files.writeString(folder.resolve("Main.java"), library.text());
    Path artifact = folder.resolve("main.jar");
    RecordedEvents events = new RecordedEvents();

    try (Loadstone loadstone = builder(library).listener(events).build()) {
      assertThat(loader(loadstone).load(List.of(source)).get().get()).isEqualTo("tea");
      assertThat(loader(loadstone).load(List.of(source)).get().get()).isEqualTo("tea");
      loader(loadstone).expert().compile(List.of(source), artifact).get();
      Provenance provenance = loadstone.inspect(artifact).get();

      assertThat(provenance.settings().processors())
          .extracting(processor -> processor.name())
          .containsExactly(library.processor());
      assertThat(provenance.content().generated().sources())
          .extracting(SourceDigest::name)
          .containsExactlyElementsOf(library.generated());
    }

    assertThat(events.all()).filteredOn(Event.Compiled.class::isInstance).hasSize(1);
    assertThat(events.all()).filteredOn(Event.CacheHit.class::isInstance).hasSize(2);
    assertThat(loadedElsewhere(library, artifact)).isEqualTo("tea");
  }

  @Test
  void load_otherContentOfTheProcessor_compilesAgain() throws Exception {
    Library library = libraries().skip(2).findFirst().orElseThrow();
    Path source = Files.writeString(folder.resolve("Main.java"), library.text());
    Path copy = Files.copy(JARS.resolve(library.processor()), folder.resolve("auto-value.jar"));
    RecordedEvents events = new RecordedEvents();

    try (Loadstone loadstone =
        builder(library).annotationProcessors(List.of(copy)).listener(events).build()) {
      loader(loadstone).load(List.of(source)).get();
      Files.write(copy, Files.readAllBytes(JARS.resolve("value.jar")));

      assertThat(loader(loadstone).load(List.of(source)).await().getCause().get())
          .isInstanceOf(CompilationFailed.class);
    }
  }

  /** What MapStruct generates is found when the plugin runs, see below. */
  static Stream<Library> neededToCompile() {
    return libraries().filter(library -> !library.name().equals("MapStruct"));
  }

  @ParameterizedTest
  @MethodSource("neededToCompile")
  void check_noProcessorNamed_advisesToNameOne(Library library) throws IOException {
    Path source = Files.writeString(folder.resolve("Main.java"), library.text());

    try (Loadstone loadstone = builder(library).annotationProcessors(List.of()).build()) {
      assertThat(loader(loadstone).check(List.of(source)).await().getCause().get())
          .hasMessageContaining("these sources use annotations of " + library.name());
    }
  }

  @Test
  void load_mapStructNotNamed_warnsWhenCompiledAndWhenTheCacheAnswers() throws Exception {
    Library library = libraries().skip(1).findFirst().orElseThrow();
    Path source = Files.writeString(folder.resolve("Main.java"), library.text());
    RecordedEvents events = new RecordedEvents();

    try (Loadstone loadstone =
        builder(library).annotationProcessors(List.of()).listener(events).build()) {
      for (int time = 0; time < 2; time++) {
        Supplier<String> plugin = loader(loadstone).load(List.of(source)).get();
        assertThatThrownBy(plugin::get)
            .hasMessageContaining("Cannot find implementation for Main$Items");
      }
    }

    assertThat(events.all())
        .flatExtracting(RealProcessorsTest::warnings)
        .extracting(Diagnostic::lint, Diagnostic::line)
        .containsExactly(tuple("processor", 20L), tuple("processor", 20L));
  }

  private static List<Diagnostic> warnings(Event event) {
    return event instanceof Event.Compiled compiled
        ? compiled.warnings()
        : event instanceof Event.CacheHit hit ? hit.warnings() : List.of();
  }

  private Loadstone.Builder builder(Library library) throws MalformedURLException {
    return Loadstone.builder()
        .hostClassLoader(
            new URLClassLoader(
                new URL[] {JARS.resolve(library.annotations()).toUri().toURL()},
                ClassLoader.getPlatformClassLoader()))
        .annotationProcessors(List.of(JARS.resolve(library.processor())))
        .cache(CacheSettings.at(folder.resolve("cache")));
  }

  private static PluginLoader<Supplier<String>> loader(Loadstone loadstone) {
    return loadstone.loader(new TypeRef<Supplier<String>>() {});
  }

  private static String loadedElsewhere(Library library, Path artifact) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LoadSupplier.class.getName(),
                artifact.toString(),
                JARS.resolve(library.annotations()).toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output.strip();
  }
}
