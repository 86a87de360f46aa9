package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that {@code java Host.java} compiles in memory. */
final class SourceLauncherIT {

  private static final String HOST =
      """
      package acme.launched;
      import dev.loadstone.*;
      import dev.loadstone.domain.source.*;
      public class Host {
        public interface Task { String work(); }
        public static class Greeting { public static String to(String name) { return "hello " + name; } }
        public static void main(String[] args) {
          load(Loadstone.builder());
          load(Loadstone.builder().hostClassLoader(Host.class.getClassLoader()));
        }
        static void load(Loadstone.Builder builder) {
          try (Loadstone loadstone = builder.build()) {
            for (String imports : new String[] {"import acme.launched.Host.*;", "import acme.launched.*; import acme.launched.Host.Task;"}) {
              SourceSet source = SourceSet.of(SourceFile.of("P.java", imports
                  + " public class P implements Task { public String work() { return acme.launched.Host.Greeting.to(\\"you\\"); } }"));
              System.out.println(loadstone.loader(Task.class).load(source).get().work());
            }
          } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage().replace("\\n", " "));
          }
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void load_hostInASourceFile_pluginsSeeIt() throws Exception {
    assertPluginsSeeTheHost(Runtime.version().feature());
  }

  @Tag("thorough")
  @Test
  void load_hostInASourceFileOnTheOtherJdk_pluginsSeeIt() throws Exception {
    assertPluginsSeeTheHost(Runtime.version().feature() == 17 ? 25 : 17);
  }

  private void assertPluginsSeeTheHost(int release) throws Exception {
    Path host =
        Files.writeString(
            Files.createDirectories(folder.resolve("acme/launched")).resolve("Host.java"), HOST);

    List<String> lines =
        HostProcess.run(
            HostProcess.jdk(release),
            List.of("-cp", Library.TARGET.resolve("library") + "/*", host));

    assertThat(lines).endsWith("hello you", "hello you");
    if (release == 17) {
      // Its launcher does not make its loader the context class loader.
      assertThat(lines).hasSize(3);
      assertThat(lines.get(0))
          .contains("acme.launched.Host$Task", "context class loader", "hostClassLoader(");
    } else {
      assertThat(lines).containsOnly("hello you").hasSize(4);
    }
  }
}
