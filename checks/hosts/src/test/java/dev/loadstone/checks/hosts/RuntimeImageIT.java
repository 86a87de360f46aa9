package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that {@code jlink} links into a runtime image, in two versions. */
final class RuntimeImageIT {

  private static final String NUMBER = "\"\" + acme.api.Greeting.NUMBER";

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
