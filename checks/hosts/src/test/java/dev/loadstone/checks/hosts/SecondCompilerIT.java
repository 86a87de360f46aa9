package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts in runtime images without {@code jdk.compiler}, which add ECJ to the library. */
@Tag("thorough")
final class SecondCompilerIT {

  private static final Path FOLDER = Library.TARGET.resolve("second-compiler");

  @TempDir private Path folder;

  /** The classes of the host, the library and the compiler are on the class path. */
  @ParameterizedTest
  @ValueSource(ints = {17, 25})
  void load_imageWithoutACompiler_compilesByTheSecondOne(int release) throws Exception {
    Path image = image(HostProcess.jdk(release));
    List<Path> elements = new ArrayList<>(Library.jars());
    elements.addAll(secondCompiler());
    elements.add(host());

    List<String> lines =
        HostProcess.run(
            image,
            List.of(
                "-cp",
                Library.classPath(elements),
                "acme.host.HostProgram",
                Files.createDirectory(folder.resolve("work"))));

    assertThat(HostProcess.modules(image)).containsExactlyInAnyOrder("java.base", "java.logging");
    Told.assertSeesItsHost(lines);
    assertThat(lines).contains("artifact: hello you");
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 25})
  void findDependencies_imageWithoutACompiler_parsesByTheSecondOne(int release) throws Exception {
    Path image = image(HostProcess.jdk(release));
    List<Path> elements = new ArrayList<>(Library.jars());
    elements.addAll(secondCompiler());
    elements.add(host());
    Path main = Files.writeString(folder.resolve("Main.java"), "class Main { Other other; }");
    Files.writeString(folder.resolve("Other.java"), "class Other { Third third; }");
    Files.writeString(folder.resolve("Third.java"), "class Third {}");
    Files.writeString(folder.resolve("Fourth.java"), "class Fourth {}");

    List<String> lines =
        HostProcess.run(
            image, List.of("-cp", Library.classPath(elements), "acme.host.DiscoveryProgram", main));

    assertThat(lines).containsExactlyInAnyOrder("Main.java", "Other.java", "Third.java");
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 25})
  void load_namedHostInAnImageWithoutACompiler_compilesByTheSecondOne(int release)
      throws Exception {
    Path image = image(HostProcess.jdk(release));
    Path host = NamedHost.compile(folder, NamedHost.sources());

    assertThat(HostProcess.run(image, named(host, release))).containsExactly("done");
    assertThat(HostProcess.run(image, named(host, 11)))
        .first()
        .asString()
        .startsWith(
            "CompilationFailed: P.java: error: this runtime knows no release but its own, "
                + release
                + ": to compile for release 11 takes the file lib/ct.sym of a JDK");
  }

  private static List<Object> named(Path host, int release) {
    return List.of(
        "-p",
        Library.classPath(List.of(Library.folder(), FOLDER, host)),
        "--add-modules",
        "dev.loadstone.adapter.ecj",
        "-m",
        NamedModule.NAME + "/acme.host.ReleaseProgram",
        release);
  }

  private Path image(Path jdk) throws Exception {
    Path image = folder.resolve("image");
    Process jlink =
        new ProcessBuilder(
                jdk.resolve("bin/jlink").toString(),
                "--add-modules",
                "java.base,java.logging",
                "--output",
                image.toString())
            .inheritIO()
            .start();
    assertThat(jlink.waitFor()).isZero();
    return image;
  }

  private Path host() throws IOException {
    return new PackedJar()
        .classes("", Library.CLASSES, "acme.api", "acme.host", "acme.internal")
        .write(folder.resolve("host.jar"));
  }

  private static List<Path> secondCompiler() throws IOException {
    try (Stream<Path> jars = Files.list(FOLDER)) {
      return jars.sorted().toList();
    }
  }
}
