package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executable JARs of Spring Boot, whose loader reads JARs in a JAR. */
@Tag("thorough")
final class SpringBootIT {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"3.5", "4.1"})
  void load_executableJar_pluginsSeeIt(String release) throws Exception {
    List<String> lines = run(HostProcess.ownJdk(), release, "acme.host.HostProgram");

    Told.assertSeesItsHost(lines);
  }

  /** There the context class loader, on JDK 25, knows nothing of the application. */
  @ParameterizedTest
  @ValueSource(strings = {"3.5", "4.1"})
  void load_onAThreadOfTheCommonPool_saysTheCureWhichWorks(String release) throws Exception {
    List<String> lines = run(HostProcess.jdk(25), release, "acme.host.PoolProgram");

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith("IllegalArgumentException: ")
        .contains("acme.api.Task", "context class loader", "hostClassLoader(");
    assertThat(lines.get(1)).isEqualTo("hello pool");
  }

  private List<String> run(Path jdk, String release, String program) throws Exception {
    PackedJar jar =
        new PackedJar()
            .header("Main-Class", "org.springframework.boot.loader.launch.JarLauncher")
            .header("Start-Class", program)
            .header("Spring-Boot-Classes", "BOOT-INF/classes/")
            .header("Spring-Boot-Lib", "BOOT-INF/lib/")
            .merge(Library.TARGET.resolve("spring-boot/loader-" + release + ".jar"))
            .classes("BOOT-INF/classes/", Library.CLASSES, "acme");
    for (Path each : Library.jars()) {
      jar.add("BOOT-INF/lib/" + each.getFileName(), each);
    }
    Path file = jar.write(folder.resolve("app.jar"));
    return HostProcess.run(
        jdk, List.of("-jar", file, Files.createDirectory(folder.resolve("work"))));
  }
}
