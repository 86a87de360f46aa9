package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import acme.agent.Appender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that an agent or an option appends to the JDK's own class loaders. */
final class AgentIT {

  @TempDir Path folder;

  @Test
  void load_appendedClasses_pluginsSeeThem() throws Exception {
    Path bySystem = jar("added.system");
    Path byBoot = jar("added.boot");
    Path byOption = jar("added.option");
    Path agent =
        new PackedJar()
            .header("Premain-Class", Appender.class.getName())
            .classes("", Library.CLASSES, "acme.agent")
            .write(folder.resolve("agent.jar"));
    List<Path> classPath = new ArrayList<>(Library.jars());
    classPath.add(Library.CLASSES);
    List<Object> words =
        new ArrayList<>(
            List.of(
                "-javaagent:" + agent + "=" + bySystem + "," + byBoot,
                "-Xbootclasspath/a:" + byOption,
                "-cp",
                Library.classPath(classPath),
                "acme.host.HostProgram",
                Files.createDirectory(folder.resolve("work"))));
    for (String each : List.of("added.system", "added.option", "added.boot")) {
      words.addAll(List.of("", each + ".Added.word()"));
      words.addAll(List.of("import " + each + ".*;", "Added.Nested.class.getName()"));
    }
    words.addAll(List.of("import acme.api.*;", "Greeting.to(\"agent\")"));

    List<String> lines = HostProcess.run(HostProcess.ownJdk(), words);

    Told.assertSeesItsHost(lines);
    assertThat(lines)
        .contains(
            "added.system.Added.word(): of added.system",
            "import added.system.*; Added.Nested.class.getName(): added.system.Added$Nested",
            "added.option.Added.word(): of added.option",
            "import added.option.*; Added.Nested.class.getName(): added.option.Added$Nested");
    // The JDK itself finds no resource there, and so nobody can have the class file.
    assertThat(lines)
        .anyMatch(
            line ->
                line.startsWith("added.boot.Added.word(): CompilationFailed: ")
                    && line.contains("gives added.boot.Added without its class file"));
  }

  private Path jar(String name) throws Exception {
    Path classes =
        HostSources.compile(
            Files.createDirectory(folder.resolve(name)),
            Map.of(
                "Added.java",
                ("package %1$s; public class Added { public static class Nested {}"
                        + " public static String word() { return \"of %1$s\"; } }")
                    .formatted(name)),
            List.of());
    return new PackedJar().classes("", classes, name).write(folder.resolve(name + ".jar"));
  }
}
