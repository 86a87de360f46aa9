package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library in another shape than Maven Central has it. */
final class RepackagedIT {

  @TempDir Path folder;

  @Test
  void load_shadedIntoOneJarWithOtherNames_worksAndKnowsItself() throws Exception {
    Path shaded = Library.TARGET.resolve("shaded.jar");
    Map<String, String> sources = HostSources.texts("acme.api", "acme.host");

    Path host = HostSources.compile(folder, sources, List.of("-cp", shaded.toString()));

    assertThat(entries(shaded)).anyMatch(name -> name.startsWith("shaded/io/vavr/"));
    assertThat(entries(shaded)).noneMatch(name -> name.startsWith("io/vavr/"));
    Told.assertSeesItsHost(run(shaded, host));
  }

  @Tag("thorough")
  @Test
  void load_shrunk_worksAndKnowsItself() throws Exception {
    Path whole = Library.merged().write(folder.resolve("whole.jar"));
    Path host =
        new PackedJar().classes("", Library.CLASSES, "acme").write(folder.resolve("host.jar"));
    Path shrunk = folder.resolve("shrunk.jar");
    // Newer JDKs may come without them.
    Path jmods = HostProcess.jdk(17).resolve("jmods");
    HostProcess.run(
        HostProcess.ownJdk(),
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "proguard.ProGuard",
            "-injars",
            whole,
            "-outjars",
            shrunk,
            "-libraryjars",
            jmods,
            "-dontobfuscate",
            "-dontoptimize",
            "-dontwarn",
            "-dontnote",
            "-keep public class dev.loadstone.** { public protected *; }",
            "-keep public class io.vavr.control.**, io.vavr.concurrent.** { public *; }",
            "-keepattributes *"));

    assertThat(entries(shrunk)).noneMatch(name -> name.endsWith("package-info.class"));
    assertThat(entries(shrunk).size()).isLessThan(entries(whole).size() * 3 / 4);
    Told.assertSeesItsHost(run(shrunk, host));
  }

  private List<String> run(Path library, Path host) throws Exception {
    return HostProcess.run(
        HostProcess.ownJdk(),
        List.of(
            "-cp",
            Library.classPath(List.of(library, host)),
            "acme.host.HostProgram",
            Files.createDirectory(folder.resolve("work"))));
  }

  private static List<String> entries(Path jar) throws Exception {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(entry -> entry.getName()).toList();
    }
  }
}
