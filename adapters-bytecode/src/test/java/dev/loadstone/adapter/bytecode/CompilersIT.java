package dev.loadstone.adapter.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.Modifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which compiler made a class file does not count. */
final class CompilersIT {

  private static final Path INPUT = Path.of(System.getProperty("loadstone.test.realInput"));
  private static final Path MODULES = Path.of(System.getProperty("loadstone.test.modules"));
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  /** What compilers are known to write in different ways, now or in one release. */
  private static final String FEATURES =
      """
      package features;
      import java.lang.annotation.*;
      import java.util.*;
      import java.util.function.*;
      public class Features<T extends Comparable<? super T>> {
        @Retention(RetentionPolicy.RUNTIME) @Target(ElementType.TYPE_USE) @interface Use { int value() default 0; }
        @Retention(RetentionPolicy.RUNTIME) @interface Seen {}
        private int secret;
        public class Inner { public class Deeper { public Deeper(@Seen int x, T y) {} int s = secret; } public Inner(@Seen String s) {} }
        public enum Kind implements Supplier<String> { A(1) { public String get() { return "a"; } }, B(2); Kind(@Seen int x) {} public String get() { return ""; } }
        public enum Plain { X, Y }
        public record Pair<A, B>(@Use(1) A left, @Seen List<@Use B> right, int... rest) { public Pair { Objects.requireNonNull(left); } }
        public sealed interface Shape { int area(); }
        record Square(int side) implements Shape { public int area() { return side * side; } }
        non-sealed interface Open extends Shape {}
        public static final float RATE = 1.1f; public static final String TEXT = "a" + 1;
        protected final long constant = 5L;
        @Deprecated public <X extends Exception & Runnable> @Use T m(Map<@Use String, ? extends @Use(2) Number @Use(3) []> map, X x) throws X, java.io.@Use IOException {
          class Local { int y = secret; Local(@Seen int a) { secret += a + map.size(); } }
          Supplier<Object> s = () -> new Local(secret) { @Use int z; };
          switch (Plain.valueOf(TEXT)) { case X -> { return null; } case Y -> s.get(); }
          Object o = s.get();
          if (o instanceof String text && text.length() > 2) { return null; }
          try (AutoCloseable c = () -> {}) { assert c != null; } catch (Exception e) { return null; }
          return null;
        }
        abstract static class Bridging implements Comparable<Bridging>, Function<String, Integer> {
          public int compareTo(Bridging other) { return 0; }
          public Integer apply(String s) { return 0; }
        }
        interface WithPrivate { private void p() {} static void s() {} default void d() { p(); } }
        strictfp double strict() { return RATE; }
      }
      """;

  private static final List<Path> OTHER_JDKS = new ArrayList<>();

  @BeforeAll
  static void find() throws IOException {
    if (Files.isDirectory(INSTALLED)) {
      try (Stream<Path> homes = Files.list(INSTALLED)) {
        homes
            .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
            .filter(CompilersIT::isOther)
            .sorted()
            .forEach(OTHER_JDKS::add);
      }
    }
  }

  private static boolean isOther(Path home) {
    Properties release = new Properties();
    try (var text = Files.newBufferedReader(home.resolve("release"))) {
      release.load(text);
    } catch (IOException e) {
      return false;
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    return !version.isEmpty()
        && Runtime.Version.parse(version).feature() > 17 != Runtime.version().feature() > 17;
  }

  @Tag("thorough")
  @Test
  void digests_ofLibrary_areTheSameByEveryCompiler(@TempDir Path folder) throws Exception {
    Path sources = folder.resolve("sources");
    try (Stream<Path> jars = Files.list(INPUT)) {
      for (Path jar : jars.filter(each -> each.toString().endsWith("-sources.jar")).toList()) {
        unpack(jar, sources);
      }
    }

    assertSameDigests(folder, sources, 300);
  }

  @Tag("thorough")
  @Test
  void digests_ofThisProject_areTheSameByEveryCompiler(@TempDir Path folder) throws Exception {
    assertSameDigests(folder, MODULES.resolve("domain/src/main/java"), 80);
  }

  @Test
  void digests_ofLanguageFeatures_areTheSameByEveryCompiler(@TempDir Path folder) throws Exception {
    Path sources = Files.createDirectories(folder.resolve("sources/features"));
    Files.writeString(sources.resolve("Features.java"), FEATURES);

    assertSameDigests(folder, sources, 15);
  }

  private static void assertSameDigests(Path folder, Path sources, int fewest) throws Exception {
    assumeThat(OTHER_JDKS).as("JDKs to compare with").isNotEmpty();
    Path ownHome = Path.of(System.getProperty("java.home"));
    Map<String, String> own = texts(compile(ownHome, sources, folder.resolve("own")));

    for (Path home : OTHER_JDKS) {
      Path output = folder.resolve(home.getFileName().toString());
      Map<String, String> other = texts(compile(home, sources, output));

      assertThat(other).isEqualTo(own);
    }
    assertThat(own).hasSizeGreaterThan(fewest);
  }

  /** Without synthetic classes, which each compiler makes for itself and no source can name. */
  private static Map<String, String> texts(Path folder) throws IOException {
    return ClassJar.ofFolder(folder).classes().values().stream()
        .filter(type -> !type.modifiers().has(Modifier.SYNTHETIC))
        .collect(Collectors.toMap(ClassAbi::name, ClassAbi::text));
  }

  private static Path compile(Path home, Path sources, Path output) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(home.resolve("bin/javac").toString(), "--release", "17", "-proc:none"));
    command.addAll(List.of("-nowarn", "-encoding", "UTF-8", "-d", output.toString()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
          .forEach(file -> command.add(file.toString()));
    }
    Path log = Files.createTempFile(output.getParent(), "javac", ".log");
    Process javac =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(javac.waitFor()).as(() -> read(log)).isZero();
    return output;
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void unpack(Path jar, Path folder) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        if (entry.getName().endsWith(".java") && !entry.getName().endsWith("module-info.java")) {
          Path target = folder.resolve(entry.getName());
          Files.createDirectories(target.getParent());
          Files.write(target, file.getInputStream(entry).readAllBytes());
        }
      }
    }
  }
}
