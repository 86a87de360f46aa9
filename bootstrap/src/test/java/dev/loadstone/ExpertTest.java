package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.error.SchedulerStarted;
import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Try;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class ExpertTest {

  @TempDir private Path folder;

  private Loadstone loadstone;

  @BeforeEach
  void create() {
    loadstone = Loadstone.create();
  }

  @AfterEach
  void close() {
    loadstone.close();
  }

  @Test
  void loadArtifact_compiledBefore_givesTheValue() {
    Path artifact = compile(1);

    assertThat(load(artifact).getAsInt()).isEqualTo(1);
  }

  @Test
  void loadArtifact_sameNameRewritten_loadsThePresentContent() {
    Path artifact = compile(1);
    IntSupplier first = load(artifact);

    compile(2);

    assertThat(load(artifact).getAsInt()).isEqualTo(2);
    assertThat(first.getAsInt()).isEqualTo(1);
  }

  @Test
  void compile_sameInputsInAnotherFolder_givesTheSameBytes() throws IOException {
    Path one = Sources.write(folder, "one/V.java", value(3));
    Path other = Sources.write(folder, "other/deeper/V.java", value(3));

    PluginLoader.Expert<IntSupplier> expert = loadstone.loader(IntSupplier.class).expert();
    Path first = expert.compile(List.of(one), folder.resolve("first.jar")).get();
    Path second = expert.compile(List.of(other), folder.resolve("second.jar")).get();

    assertThat(Files.mismatch(first, second)).isEqualTo(-1);
  }

  @Test
  void compile_outputThatIsTheSource_isStoreFailedAndKeepsIt() throws IOException {
    Path source = Sources.write(folder, "V.java", value(4));
    Path link = Files.createSymbolicLink(folder.resolve("v.jar"), source);
    PluginLoader.Expert<IntSupplier> expert = loadstone.loader(IntSupplier.class).expert();

    assertThat(expert.compile(List.of(source), source).await().getCause().get())
        .isInstanceOf(StoreFailed.class);
    assertThat(expert.compile(List.of(source), link).await().getCause().get())
        .isInstanceOf(StoreFailed.class);
    assertThat(source).hasContent(value(4));
  }

  @Test
  void compile_artifact_isAnOrdinaryJar() throws Exception {
    Path artifact = compile(4);

    try (URLClassLoader loader = new URLClassLoader(new URL[] {artifact.toUri().toURL()}, null)) {
      Object value = loader.loadClass("V").getDeclaredConstructor().newInstance();

      assertThat(((IntSupplier) value).getAsInt()).isEqualTo(4);
      assertThat(loader.getResource("V.java")).isNotNull();
    }
  }

  @Test
  void omitSources_artifact_holdsOnlyTheirDigests() {
    try (Loadstone omitting = Loadstone.builder().omitSources().build()) {
      Path source = Sources.write(folder, "V.java", value(5));
      Path artifact =
          omitting
              .loader(IntSupplier.class)
              .expert()
              .compile(List.of(source), folder.resolve("v.jar"))
              .get();

      Provenance provenance = omitting.inspect(artifact).get();

      assertThat(provenance.content().classFiles()).containsOnlyKeys("V");
      assertThat(provenance.content().retention()).isEqualTo(SourceRetention.OMITTED);
      assertThat(provenance.content().sources()).extracting("name").containsExactly("V.java");
      assertThat(load(artifact).getAsInt()).isEqualTo(5);
    }
  }

  @Test
  void blockingLoadArtifact_beforeAnyAsynchronousCall_runsOnTheCallersThread() {
    Path source =
        Sources.write(
            folder,
            "T.java",
            "public class T implements java.util.function.Supplier<Thread> { final Thread t ="
                + " Thread.currentThread(); public Thread get() { return t; } }");
    TypeRef<java.util.function.Supplier<Thread>> contract = new TypeRef<>() {};
    Path artifact =
        loadstone.loader(contract).expert().compile(List.of(source), folder.resolve("t.jar")).get();

    try (Loadstone fresh = Loadstone.create()) {
      assertThat(fresh.loader(contract).expert().blockingLoadArtifact(artifact).get().get())
          .isSameAs(Thread.currentThread());
      assertThat(fresh.loader(contract).expert().blockingLoadArtifact(artifact).isSuccess())
          .isTrue();
    }
  }

  @Test
  void blockingLoadArtifact_afterAnAsynchronousCall_isSchedulerStarted() {
    Path artifact = compile(1);

    Try<IntSupplier> loaded =
        loadstone.loader(IntSupplier.class).expert().blockingLoadArtifact(artifact);

    assertThat(loaded.getCause()).isInstanceOf(SchedulerStarted.class);
  }

  @Test
  void loadArtifact_inAnotherProcess_givesTheValue() throws Exception {
    Path artifact = compile(7);

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LoadInAnotherProcess.class.getName(),
                artifact.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output.strip()).isEqualTo("7");
  }

  @Test
  void inspect_artifact_tellsItsProvenance() {
    Path artifact = compile(1);

    Provenance provenance = loadstone.inspect(artifact).get();

    assertThat(provenance.mainClass()).isEqualTo("V");
    assertThat(provenance.formatVersion()).isEqualTo(Provenance.FORMAT_VERSION);
    assertThat(provenance.context().compiler().name()).isEqualTo("javac");
    assertThat(provenance.content().sources()).extracting("name").containsExactly("V.java");
  }

  @Test
  void loadArtifact_underTheLenientPolicy_givesTheValue() {
    Path artifact = compile(8);

    try (Loadstone lenient =
        Loadstone.builder().contextPolicy(ContextPolicy.BINARY_COMPATIBLE).build()) {
      assertThat(lenient.loader(IntSupplier.class).expert().loadArtifact(artifact).get().getAsInt())
          .isEqualTo(8);
    }
  }

  private Path compile(int value) {
    Path source = Sources.write(folder, "V.java", value(value));
    return loadstone
        .loader(IntSupplier.class)
        .expert()
        .compile(List.of(source), folder.resolve("v.jar"))
        .get();
  }

  private IntSupplier load(Path artifact) {
    return loadstone.loader(IntSupplier.class).expert().loadArtifact(artifact).get();
  }

  private static String value(int value) {
    return "public class V implements java.util.function.IntSupplier { public int getAsInt() { return "
        + value
        + "; } }";
  }
}
