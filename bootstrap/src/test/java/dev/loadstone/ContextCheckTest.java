package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.error.ContextMismatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
            "host.System: the class exists now, and did not when the plugin was compiled: the"
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

  @ParameterizedTest
  @EnumSource
  void loadArtifact_hostClassOfALaterRelease_saysThatItCannotBeRead(ContextPolicy policy)
      throws IOException {
    Path artifact = compile(HostJar.of(folder.resolve("one.jar"), ORDER, RULE));
    Path later = HostJar.classes(folder.resolve("later"), ORDER, RULE);
    Path file = later.resolve("host/Rule.class");
    byte[] classFile = Files.readAllBytes(file);
    classFile[7] = (byte) (44 + Runtime.version().feature() + 1);
    Files.write(file, classFile);

    try (Loadstone loadstone = loadstone(later, policy)) {
      int release = Runtime.version().feature();
      assertThat(loadstone.differences(artifact).get())
          .extracting(Difference::toString)
          .anySatisfy(
              difference ->
                  assertThat(difference)
                      .startsWith("host.Rule: ")
                      .contains(
                          "is of release %d, which a Java runtime of release %d cannot read"
                              .formatted(release + 1, release)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void loadArtifact_hostClassIsDamaged_saysSo(ContextPolicy policy) throws IOException {
    Path artifact = compile(HostJar.of(folder.resolve("one.jar"), ORDER, RULE));
    Path damaged = HostJar.classes(folder.resolve("damaged"), ORDER, RULE);
    Path file = damaged.resolve("host/Rule.class");
    byte[] classFile = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(classFile, classFile.length - 10));

    try (Loadstone loadstone = loadstone(damaged, policy)) {
      assertThat(loadstone.differences(artifact).get())
          .extracting(Difference::toString)
          .anySatisfy(
              difference ->
                  assertThat(difference).startsWith("host.Rule: ").contains("is cut off"));
    }
  }

  /** Each signature is nested far deeper than any parser's stack. */
  @Test
  void differences_hostClassWithAHostileSignature_showsItInPart() throws IOException {
    String generic =
        "public interface Rule { static <T> int price(Order o, int i) { return i; } int LIMIT = 10; }";
    Path artifact = compile(HostJar.of(folder.resolve("one.jar"), ORDER, RULE));
    Path hostile = HostJar.classes(folder.resolve("hostile"), ORDER, generic);
    Path file = hostile.resolve("host/Rule.class");
    String deep = "[".repeat(60_000);
    String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    String signature = "<T:Ljava/lang/Object;>(Lhost/Order;I)I";
    String length = "" + (char) 0 + (char) signature.length();
    String longer = "" + (char) (deep.length() >> 8) + (char) (deep.length() & 0xFF);
    assertThat(content).contains(length + signature);
    Files.write(
        file,
        content.replace(length + signature, longer + deep).getBytes(StandardCharsets.ISO_8859_1));

    assertThat(differences(artifact, hostile))
        .allSatisfy(difference -> assertThat(difference.toString()).hasSizeLessThan(5_000));
  }

  @Test
  void loadArtifact_annotationOfTheHostIsMissingAsItWas_loads() throws IOException {
    String mark = "public @interface Mark { Class<?> value(); }";
    String rule = "@Mark(Order.class) " + RULE;
    Path host = HostJar.classes(folder.resolve("one"), ORDER, mark, rule);
    Files.delete(host.resolve("host/Mark.class"));
    Path artifact = compile(host);

    assertThat(differences(artifact, host)).isEmpty();
    try (Loadstone loadstone = loadstone(host)) {
      assertThat(
              loadstone.loader(Runnable.class).expert().loadArtifact(artifact).await().isSuccess())
          .isTrue();
    }
  }

  /** Gone from the JDK since 14, and there for who compiles for 11. */
  @ParameterizedTest
  @EnumSource
  void differences_compiledForAReleaseThatHadMore_namesWhatTheJdkLacks(ContextPolicy policy) {
    Path source =
        Sources.write(
            folder,
            "Packs.java",
            "public class Packs { public static void main(String[] args) {} Object packer() { return java.util.jar.Pack200.newPacker(); } }");
    Path artifact = folder.resolve("packs.jar");
    try (Loadstone loadstone =
        Loadstone.builder()
            .release(11)
            .warnings(Warnings.ignored())
            .contextPolicy(policy)
            .build()) {
      loadstone.sideEffects().expert().compile(List.of(source), artifact).get();

      assertThat(loadstone.differences(artifact).get())
          .extracting(Difference::toString)
          .first()
          .isEqualTo("java.util.jar.Pack200: class is gone; used by Packs");
    }
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
    return loadstone(host, ContextPolicy.EXACT);
  }

  private static Loadstone loadstone(Path host, ContextPolicy policy) {
    return Loadstone.builder()
        .hostClassLoader(ClassLoader.getPlatformClassLoader())
        .classPath(List.of(host))
        .contextPolicy(policy)
        .build();
  }
}
