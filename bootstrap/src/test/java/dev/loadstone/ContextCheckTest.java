package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.error.ContextMismatch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An artifact meets another host than it was compiled against. */
@Timeout(120)
final class ContextCheckTest {

  private static final String ORDER = "public record Order(int amount) {}";
  private static final String RULE =
      "public interface Rule { static int price(Order o, int i) { return i; } int LIMIT = 10; }";
  private static final String PLUGIN =
      """
      import host.*;
      public class Main implements Runnable {
        public void run() { System.setProperty("context.check", "" + (Rule.price(new Order(1), 2) + Rule.LIMIT)); }
      }
      """;

  @TempDir Path folder;

  @Test
  void loadArtifact_sameHostElsewhere_loads() {
    Path artifact = compile(HostJar.of(folder.resolve("one.jar"), ORDER, RULE));

    assertThat(differences(artifact, HostJar.of(folder.resolve("two.jar"), ORDER, RULE))).isEmpty();
    assertThat(differences(artifact, HostJar.classes(folder.resolve("three"), ORDER, RULE)))
        .isEmpty();
  }

  @Test
  void loadArtifact_hostChanged_namesEveryDifference() {
    Path artifact = compile(HostJar.of(folder.resolve("one.jar"), ORDER, RULE));
    Path changed =
        HostJar.of(
            folder.resolve("two.jar"),
            ORDER,
            RULE.replace("int i)", "long i)").replace("return i", "return 1").replace("10", "20"),
            "public class System {}");

    assertThat(differences(artifact, changed))
        .extracting(Difference::toString)
        .containsExactly(
            "host.Rule: field LIMIT: its constant value was 10, is now 20",
            "host.Rule: method price(Order, int) is now price(Order, long)",
            "host.System: the class is there now, and was not when the plugin was compiled: its"
                + " sources may mean something else");
    try (Loadstone loadstone = loadstone(changed)) {
      assertThat(
              loadstone
                  .loader(Runnable.class)
                  .expert()
                  .loadArtifact(artifact)
                  .await()
                  .getCause()
                  .get())
          .isInstanceOf(ContextMismatch.class)
          .hasMessageContaining("host.Rule: method price(Order, int) is now price(Order, long)");
    }
  }

  @Test
  void loadArtifact_hostWithoutTheClasses_namesThem() {
    Path artifact = compile(HostJar.of(folder.resolve("one.jar"), ORDER, RULE));

    assertThat(differences(artifact, HostJar.of(folder.resolve("two.jar"), "public class X {}")))
        .extracting(Difference::toString)
        .containsExactly("host.Order: class is gone", "host.Rule: class is gone");
  }

  private Path compile(Path host) {
    Path source = Sources.write(folder, "Main.java", PLUGIN);
    try (Loadstone loadstone = loadstone(host)) {
      return loadstone
          .loader(Runnable.class)
          .expert()
          .compile(List.of(source), folder.resolve("main.jar"))
          .get();
    }
  }

  private static List<Difference> differences(Path artifact, Path host) {
    try (Loadstone loadstone = loadstone(host)) {
      return loadstone.differences(artifact).get();
    }
  }

  private static Loadstone loadstone(Path host) {
    return Loadstone.builder()
        .hostClassLoader(ClassLoader.getPlatformClassLoader())
        .classPath(List.of(host))
        .contextPolicy(ContextPolicy.EXACT)
        .build();
  }
}
