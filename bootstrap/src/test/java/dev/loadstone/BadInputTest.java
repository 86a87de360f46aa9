package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.error.ArtifactCorrupt;
import dev.loadstone.domain.error.ArtifactNotFound;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.CompilerCrashed;
import dev.loadstone.domain.error.ContractMismatch;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.NotAnArtifact;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.error.StoreFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each kind of bad input gets: a typed error that names the file, nothing written, and a
 * process that goes on.
 */
@Timeout(120)
final class BadInputTest {

  private static final String FINE = "class Fine { public static void main(String[] args) {} }";

  private static final String IMPLEMENTS_RUNNABLE = " implements Runnable { public void run() {} ";

  @TempDir private Path folder;

  private final Loadstone loadstone = Loadstone.create();

  @AfterEach
  void goesOnWorkingAndCloses() {
    loadstone
        .loader(Runnable.class)
        .load(Sources.of("Good.java", "public class Good" + IMPLEMENTS_RUNNABLE + "}"))
        .get()
        .run();
    loadstone.close();
  }

  static Stream<Arguments> sources() {
    return Stream.of(
        source(
            "my-plugin.java", "class A {}", InvalidSources.class, "not the name of a Java source"),
        source("1A.java", "class A {}", InvalidSources.class, "not the name of a Java source"),
        source("A.txt", "class A {}", InvalidSources.class, "not the name of a Java source"),
        source("class.java", "class A {}", InvalidSources.class, "not the name of a Java source"),
        source("module-info.java", "module m {}", InvalidSources.class, "cannot declare a module"),
        source("package-info.java", "package p;", InvalidSources.class, "cannot declare a class"),
        source("Empty.java", "", InvalidSources.class, "declares no class"),
        source("Comment.java", "// nothing\n", InvalidSources.class, "declares no class"),
        source(
            "Many.java", "class A {} class B {}", InvalidSources.class, "several classes (A, B)"),
        source(
            "Syntax.java", "class Syntax { int x = ; }", CompilationFailed.class, "illegal start"),
        source(
            "Type.java", "class Type { int x = \"\"; }", CompilationFailed.class, "incompatible"),
        source(
            "P.java", "package java.util; class P {}", CompilationFailed.class, "P.java:1: error"),
        source(
            "Q.java",
            "package jdk.internal.misc; class Q {}",
            CompilationFailed.class,
            "Q.java:1: error"),
        source(
            "R.java",
            "package dev.loadstone; class R {}",
            CompilationFailed.class,
            "R.java:1: error"),
        source(
            "NotOne.java",
            "public class NotOne {}",
            CompilationFailed.class,
            "NotOne.java:1: error"),
        source(
            "Abstract.java",
            "public abstract class Abstract implements Runnable {}",
            CompilationFailed.class,
            "Abstract.java:1: error: Abstract is abstract"),
        source(
            "NoDefault.java",
            "public class NoDefault" + IMPLEMENTS_RUNNABLE + "public NoDefault(int i) {} }",
            CompilationFailed.class,
            "NoDefault.java:1: error"),
        source(
            "Hidden.java",
            "public class Hidden" + IMPLEMENTS_RUNNABLE + "private Hidden() {} }",
            CompilationFailed.class,
            "Hidden.java:1: error"),
        source(
            "Varargs.java",
            "public class Varargs" + IMPLEMENTS_RUNNABLE + "public Varargs(String... s) {} }",
            CompilationFailed.class,
            "Varargs.java:1: error: Varargs has no no-argument constructor"),
        source(
            "Both.java",
            "public class Both"
                + IMPLEMENTS_RUNNABLE
                + "private Both() {} public Both(int... i) {} }",
            CompilationFailed.class,
            "Both.java:1: error: the no-argument constructor of Both is not public"),
        source(
            "Components.java",
            "public record Components(String... s)" + IMPLEMENTS_RUNNABLE + "}",
            CompilationFailed.class,
            "Components.java:1: error: Components has no no-argument constructor"),
        source(
            "Provider.java",
            "public class Provider {\n  public static String provider() { return null; }\n}",
            CompilationFailed.class,
            "Provider.java:2: error: incompatible types"),
        source(
            "Init.java",
            "public class Init" + IMPLEMENTS_RUNNABLE + "static int x = Integer.parseInt(\"x\"); }",
            PluginFailed.class,
            "NumberFormatException"),
        source(
            "Ctor.java",
            "public class Ctor"
                + IMPLEMENTS_RUNNABLE
                + "public Ctor() throws Exception { throw new java.io.IOException(\"ctor\"); } }",
            PluginFailed.class,
            "java.io.IOException: ctor"),
        source(
            "Endless.java",
            "public class Endless"
                + IMPLEMENTS_RUNNABLE
                + "static int f() { return 1 + f(); } int x = f(); }",
            PluginFailed.class,
            "StackOverflowError"),
        source(
            "Nothing.java",
            "public class Nothing { public static Runnable provider() { return null; } }",
            PluginFailed.class,
            "null"),
        source(
            "Throwing.java",
            "public class Throwing { public static Runnable provider() { throw new Error(\"mine\"); } }",
            PluginFailed.class,
            "java.lang.Error: mine"),
        source(
            "Million.java",
            "public class Million { int x = "
                + "(".repeat(1_000_000)
                + "1"
                + ")".repeat(1_000_000)
                + "; }",
            CompilerCrashed.class,
            "StackOverflowError"));
  }

  private static Arguments source(
      String name, String text, Class<? extends PluginException> error, String message) {
    return Arguments.of(name, text, error, message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void load_badSource_isATypedErrorThatNamesTheFile(
      String name, String text, Class<? extends PluginException> expected, String message)
      throws IOException {
    Path file = Sources.write(folder, name, text);

    Throwable error = error(loadstone.loader(Runnable.class).load(List.of(file)));

    assertThat(error).isExactlyInstanceOf(expected).hasMessageContaining(message);
    assertThat(error.getMessage().lines().findFirst().orElseThrow()).contains(file.toString());
    assertThat(filesIn(folder)).containsExactly(name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void compile_badSource_touchesNoOutput(
      String name, String text, Class<? extends PluginException> expected, String message)
      throws IOException {
    Path file = Sources.write(folder, name, text);
    Path existing = Sources.write(folder, "out/existing.jar", "existing");

    PluginLoader.Expert<Runnable> expert = loadstone.loader(Runnable.class).expert();
    if (expected != PluginFailed.class) {
      assertThat(error(expert.compile(List.of(file), existing))).isExactlyInstanceOf(expected);
      assertThat(error(expert.compile(List.of(file), folder.resolve("out/absent.jar"))))
          .isExactlyInstanceOf(expected);
    }

    assertThat(filesIn(folder.resolve("out"))).containsExactly("existing.jar");
    assertThat(existing).hasContent("existing");
  }

  @Test
  void load_noFiles_isInvalidSources() {
    Throwable error = error(loadstone.sideEffects().load(List.of()));

    assertThat(error).isInstanceOf(InvalidSources.class).hasMessageContaining("no source file");
  }

  @Test
  void load_missingFile_isSourceNotFound() {
    Path missing = folder.resolve("Missing.java");

    Throwable error = error(loadstone.sideEffects().load(List.of(missing)));

    assertThat(error)
        .isInstanceOf(SourceNotFound.class)
        .hasMessageStartingWith(missing + ": no such file");
  }

  @Test
  void load_folder_isSourceNotFound() {
    Throwable error = error(loadstone.sideEffects().load(List.of(folder)));

    assertThat(error)
        .isInstanceOf(SourceNotFound.class)
        .hasMessageStartingWith(folder + ": is a folder");
  }

  @Test
  void load_notUtf8_isInvalidSources() throws IOException {
    Path file = folder.resolve("Latin.java");
    Files.write(
        file, "class Latin { String s = \"\u00e9\"; }".getBytes(StandardCharsets.ISO_8859_1));

    Throwable error = error(loadstone.sideEffects().load(List.of(file)));

    assertThat(error)
        .isInstanceOf(InvalidSources.class)
        .hasMessageStartingWith(file + ": is not encoded in UTF-8");
  }

  @Test
  void load_twoFilesForOneType_isInvalidSourcesThatNamesBoth() {
    Path one = Sources.write(folder, "one/Same.java", "class Same {}");
    Path other = Sources.write(folder, "other/Same.java", "class Same {}");

    Throwable error = error(loadstone.sideEffects().load(List.of(one, other)));

    assertThat(error).isInstanceOf(InvalidSources.class);
    assertThat(error.getMessage()).contains(one.toString(), other.toString(), "Same");
  }

  @Test
  void sideEffects_mainThatThrows_isPluginFailed() {
    Throwable error =
        error(
            loadstone
                .sideEffects()
                .load(
                    Sources.of(
                        "M.java",
                        "class M { public static void main(String[] a) throws Throwable { throw new Throwable(\"t\"); } }")));

    assertThat(error).isInstanceOf(PluginFailed.class);
    assertThat(error.getCause()).isExactlyInstanceOf(Throwable.class).hasMessage("t");
  }

  @Test
  void load_tenThousandNestedParentheses_succeeds() {
    String text =
        "class Deep { public static void main(String[] args) {} int x = "
            + "(".repeat(10_000)
            + "1"
            + ")".repeat(10_000)
            + "; }";

    assertThat(loadstone.sideEffects().load(Sources.of("Deep.java", text)).await().isSuccess())
        .isTrue();
  }

  @Test
  void compile_outputInAMissingFolder_isStoreFailed() throws IOException {
    Path source = Sources.write(folder, "Fine.java", FINE);
    Path output = folder.resolve("missing/out.jar");

    Throwable error = error(loadstone.sideEffects().expert().compile(List.of(source), output));

    assertThat(error).isInstanceOf(StoreFailed.class).hasMessageStartingWith(output.toString());
    assertThat(filesIn(folder)).containsExactly("Fine.java");
  }

  @Test
  void loadArtifact_missingOrFolder_isArtifactNotFound() {
    Path missing = folder.resolve("missing.jar");

    assertThat(loadError(missing))
        .isInstanceOf(ArtifactNotFound.class)
        .hasMessageStartingWith(missing.toString());
    assertThat(loadError(folder))
        .isInstanceOf(ArtifactNotFound.class)
        .hasMessageStartingWith(folder.toString());
  }

  @Test
  void loadArtifact_emptyTextOrForeignJar_isNotAnArtifact() throws IOException {
    Path empty = Sources.write(folder, "empty.jar", "");
    Path text = Sources.write(folder, "text.jar", "PK is how a JAR begins, but this is text");
    Path foreign = folder.resolve("foreign.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(foreign))) {
      jar.putNextEntry(new ZipEntry("A.class"));
      jar.write(new byte[] {1, 2, 3});
    }

    assertThat(List.of(empty, text, foreign))
        .allSatisfy(
            file ->
                assertThat(loadError(file))
                    .isInstanceOf(NotAnArtifact.class)
                    .hasMessageStartingWith(file.toString()));
  }

  @Test
  void loadArtifact_truncatedOrChanged_isArtifactCorrupt() throws IOException {
    byte[] good = Files.readAllBytes(artifact(FINE));
    byte[] changed = good.clone();
    changed[good.length / 2] ^= 1;
    Path truncated =
        Files.write(folder.resolve("truncated.jar"), Arrays.copyOf(good, good.length / 2));
    Path flipped = Files.write(folder.resolve("flipped.jar"), changed);

    assertThat(List.of(truncated, flipped))
        .allSatisfy(
            file ->
                assertThat(loadError(file))
                    .isInstanceOf(ArtifactCorrupt.class)
                    .hasMessageStartingWith(file.toString()));
  }

  @Test
  void loadArtifact_ofAnotherContract_isContractMismatchWithBoth() {
    Path sideEffect = artifact(FINE);

    Throwable error = error(loadstone.loader(Runnable.class).expert().loadArtifact(sideEffect));

    assertThat(error).isInstanceOf(ContractMismatch.class);
    assertThat(error.getMessage())
        .contains(sideEffect.toString(), "side effect", "java.lang.Runnable");
  }

  private Path artifact(String text) {
    Path source = Sources.write(folder, "Fine.java", text);
    return loadstone
        .sideEffects()
        .expert()
        .compile(List.of(source), folder.resolve("fine.jar"))
        .get();
  }

  private Throwable loadError(Path artifact) {
    return error(loadstone.sideEffects().expert().loadArtifact(artifact));
  }

  private static Throwable error(io.vavr.concurrent.Future<?> future) {
    return future.await().getCause().get();
  }

  private static List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
