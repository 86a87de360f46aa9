package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that {@code jlink} links into runtime images: alone, and with the library. */
final class RuntimeImageIT {

  private static final String NUMBER = "\"\" + acme.api.Greeting.NUMBER";

  private static final String PROCESSOR =
      """
      package acme.rules;

      import java.io.IOException;
      import java.io.UncheckedIOException;
      import java.io.Writer;
      import java.util.Set;
      import javax.annotation.processing.*;
      import javax.lang.model.SourceVersion;
      import javax.lang.model.element.TypeElement;

      @SupportedAnnotationTypes("*")
      public class Maker extends AbstractProcessor {
        @Override public SourceVersion getSupportedSourceVersion() { return SourceVersion.latest(); }
        @Override public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) {
          if (!round.processingOver()
              && processingEnv.getElementUtils().getTypeElement("acme.made.Made") == null) {
            try (Writer out = processingEnv.getFiler().createSourceFile("acme.made.Made").openWriter()) {
              out.write("package acme.made; public class Made { public static final String TEXT = \\"made\\"; }");
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
          return false;
        }
      }
      """;

  @TempDir Path folder;

  @Tag("thorough")
  @Test
  void loadArtifact_imageOfAnotherVersionOfTheHost_isRefusedWithEveryDifference() throws Exception {
    Map<String, String> newer = NamedModule.sources();
    newer.computeIfPresent(
        "acme/api/Greeting.java",
        (name, text) -> text.replace("NUMBER = 1;", "NUMBER = 2; public static void more() {}"));
    Path one = link("one", NamedModule.sources());
    Path two = link("two", newer);
    String classPath = NamedModule.classPath(folder);
    Path work = Files.createDirectory(folder.resolve("work"));
    List<Object> later =
        List.of("-cp", classPath, "acme.host.HostProgram$Later", work.resolve("p.jar"), "EXACT");

    List<String> made =
        HostProcess.run(one, List.of("-cp", classPath, "acme.host.HostProgram", work, "", NUMBER));
    List<String> sameHost = HostProcess.run(one, later);
    List<String> otherHost = HostProcess.run(two, later);

    Told.assertSeesItsHost(made);
    assertThat(made).contains("artifact: 1");
    assertThat(sameHost).containsExactly("1");
    assertThat(otherHost)
        .singleElement()
        .asString()
        .startsWith("ContextMismatch: ")
        .contains("acme.api.Greeting: field NUMBER: its constant value was 1, is now 2", "more()");
  }

  /** As the documentation shows it. */
  @ParameterizedTest
  @ValueSource(ints = {17, 25})
  void load_imageOfHostAndLibrary_compilesAndLoads(int release) throws Exception {
    Path jdk = HostProcess.jdk(release);
    writeHost();
    Files.createDirectory(folder.resolve("work"));

    List<String> lines = script(jdk, NamedHost.text("image.sh"));

    Told.assertSeesItsHost(lines);
    assertThat(lines).contains("artifact: hello you");
  }

  /** The artifact is compiled where there is a compiler. */
  @ParameterizedTest
  @ValueSource(ints = {17, 25})
  void load_imageWithoutACompiler_loadsArtifactsAndSaysWhatIsMissing(int release) throws Exception {
    Path jdk = HostProcess.jdk(release);
    Path host = writeHost();
    Path work = Files.createDirectory(folder.resolve("work"));
    HostProcess.run(jdk, NamedHost.run(host, NamedHost.PROGRAM, work));
    Path image = link(jdk, host, NamedModule.NAME);

    List<String> loaded = inImage(image, "HostProgram$Later", work.resolve("p.jar"), "EXACT");
    List<String> compiled = inImage(image, "ReleaseProgram", release);
    List<String> asNativeImage =
        HostProcess.run(
            image,
            List.of(
                "-Dorg.graalvm.nativeimage.imagecode=runtime",
                "-m",
                NamedModule.NAME + "/acme.host.ReleaseProgram",
                release));

    assertThat(HostProcess.modules(image)).doesNotContain("jdk.compiler", "jdk.jfr");
    assertThat(loaded).containsExactly("hello you");
    assertThat(compiled)
        .singleElement()
        .asString()
        .startsWith("CompilerUnavailable: this Java runtime has no compiler (module jdk.compiler)");
    assertThat(asNativeImage)
        .containsExactly(
            "CompilerUnavailable: a native image has no compiler, and defines no classes when it"
                + " runs, so no plugin can be loaded in one. Run the application in a JVM, such as"
                + " a runtime image of jlink.");
  }

  @Test
  void load_imageWithoutArchives_namesTheModuleThatAReleaseNeeds() throws Exception {
    Path jdk = HostProcess.jdk(17);
    Path host = writeHost();
    Path without = link(jdk, host, NamedModule.NAME + ",jdk.compiler");
    Path with = link(jdk, host, NamedModule.NAME + ",jdk.compiler,jdk.zipfs");

    assertThat(inImage(without, "ReleaseProgram", 17))
        .containsExactly(
            "CompilationFailed: P.java: error: the compiler cannot compile for a given release, 17,"
                + " without the module jdk.zipfs, which this Java runtime does not have: add it to"
                + " the runtime image",
            "(the application that compiles the plugin sets the compiler's options; correct them"
                + " there)");
    assertThat(inImage(with, "ReleaseProgram", 17)).containsExactly("done");
  }

  /** The JDK 25's compiler requires the module, so no image with a compiler is without it. */
  @Test
  void load_imageOfJdk25_compilesForAReleaseWithoutNamingTheModule() throws Exception {
    Path image = link(HostProcess.jdk(25), writeHost(), NamedModule.NAME + ",jdk.compiler");

    assertThat(HostProcess.modules(image)).contains("jdk.zipfs");
    assertThat(inImage(image, "ReleaseProgram", 17)).containsExactly("done");
    assertThat(inImage(image, "ReleaseProgram", 25)).containsExactly("done");
  }

  /** Preprocessors by choice: the seed's row 18, where a host is all that there is. */
  @ParameterizedTest
  @ValueSource(ints = {17, 25})
  void load_imageWithACompiler_runsProcessorsIfTheyAreNamed(int release) throws Exception {
    Path image = link(HostProcess.jdk(release), writeHost(), NamedModule.NAME + ",jdk.compiler");
    Path classes =
        HostSources.compile(
            Files.createDirectory(folder.resolve("processor")),
            Map.of("acme/rules/Maker.java", PROCESSOR),
            List.of());
    Path services =
        Files.writeString(folder.resolve("services"), "acme.rules.Maker\n", StandardCharsets.UTF_8);
    Path jar =
        new PackedJar()
            .classes("", classes, "acme.rules")
            .add("META-INF/services/javax.annotation.processing.Processor", services)
            .write(folder.resolve("maker.jar"));

    assertThat(inImage(image, "ProcessorProgram", jar)).containsExactly("made");
    assertThat(inImage(image, "ProcessorProgram").get(0))
        .isEqualTo("CompilationFailed: P.java:1: error: package acme.made does not exist");
    assertThat(inImage(image, "ProcessorProgram", folder.resolve("gone.jar")))
        .containsExactly(
            "ProcessorFailed: "
                + folder.resolve("gone.jar")
                + ": no such file. Nothing was compiled; the processor path takes JARs with"
                + " annotation processors, and those that they need.");
  }

  private static List<String> inImage(Path image, String program, Object... arguments)
      throws Exception {
    List<Object> words = new ArrayList<>(List.of("-m", NamedModule.NAME + "/acme.host." + program));
    words.addAll(List.of(arguments));
    return HostProcess.run(image, words);
  }

  /** Writes the sources into {@code src} and compiles them, with the library in {@code lib}. */
  private Path writeHost() throws IOException {
    Path library = Files.createDirectory(folder.resolve("lib"));
    for (Path jar : Library.jars()) {
      Files.copy(jar, library.resolve(jar.getFileName()));
    }
    for (Map.Entry<String, String> each : NamedHost.sources().entrySet()) {
      Path file = folder.resolve("src").resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, each.getValue());
    }
    return NamedHost.compile(folder, NamedHost.sources());
  }

  private Path link(Path jdk, Path host, String modules) throws Exception {
    Path image = Files.createTempDirectory(folder, "image").resolve("linked");
    String path = Library.classPath(List.of(Library.folder(), host));
    script(
        jdk,
        "jlink --module-path '%s' --add-modules '%s' --output '%s'"
            .formatted(path, modules, image));
    return image;
  }

  /** Runs commands in the folder, those of a JDK before others. */
  private List<String> script(Path jdk, String commands) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-e", "-c", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("PATH", jdk.resolve("bin") + ":" + System.getenv("PATH"));
    Process process = builder.start();
    process.getOutputStream().close();
    List<String> lines;
    try (InputStream said = process.getInputStream()) {
      lines = new String(said.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(process.waitFor()).as("%s", lines).isZero();
    return lines;
  }

  private Path link(String name, Map<String, String> sources) throws Exception {
    Path image = folder.resolve(name + "-image");
    Path module = NamedModule.compile(Files.createDirectory(folder.resolve(name)), sources);
    HostSources.run(
        "jlink",
        List.of(
            "--module-path",
            module.toString(),
            "--add-modules",
            NamedModule.NAME + ",jdk.compiler,jdk.jfr,jdk.zipfs",
            "--output",
            image.toString()));
    return image;
  }
}
