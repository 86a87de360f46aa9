package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that are named modules, with the library on the module path. */
final class NamedHostIT {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {17, 25})
  void load_hostThatRequiresTheLibrary_pluginsSeeIt(int release) throws Exception {
    Path host = NamedHost.compile(folder, NamedHost.sources());

    List<String> lines =
        HostProcess.run(
            HostProcess.jdk(release),
            NamedHost.run(
                host,
                NamedHost.PROGRAM,
                Files.createDirectory(folder.resolve("work")),
                "",
                "acme.internal.Secret.word()",
                "",
                "acme.api.Greeting.to(\"module\")"));

    Told.assertSeesItsHost(lines);
    assertThat(lines)
        .contains("artifact: hello module")
        .filteredOn(line -> line.startsWith("acme.internal"))
        .singleElement()
        .asString()
        .contains("module acme.app does not export acme.internal");
  }

  /** The recorder has to reach classes that the module exports to nobody. */
  @Test
  void load_flightRecorderIsOn_recordsSteps() throws Exception {
    Path host = NamedHost.compile(folder, NamedHost.sources());
    Path recording = folder.resolve("host.jfr");
    List<Object> words = new ArrayList<>();
    words.add("-XX:StartFlightRecording:filename=" + recording);
    words.addAll(NamedHost.run(host, "acme.app/acme.host.ReleaseProgram", 17));

    List<String> lines = HostProcess.run(HostProcess.ownJdk(), words);

    assertThat(lines).contains("done");
    assertThat(RecordingFile.readAllEvents(recording))
        .extracting(event -> event.getEventType().getName())
        .contains("dev.loadstone.Compile", "dev.loadstone.Run");
  }

  /** With warnings as errors, and no other line of {@code requires}. */
  @Test
  void compile_hostThatUsesTheWholeInterface_needsNoOtherModule() throws Exception {
    String host =
        """
        package acme.host;

        import acme.api.Task;
        import dev.loadstone.Loadstone;
        import dev.loadstone.Plugin;
        import dev.loadstone.domain.artifact.Provenance;
        import dev.loadstone.domain.classfile.HostClassSource;
        import dev.loadstone.domain.compilation.Compilation;
        import dev.loadstone.domain.compilation.CompilationRequest;
        import dev.loadstone.domain.content.Limits;
        import dev.loadstone.domain.context.CompilerIdentity;
        import dev.loadstone.domain.context.ContextPolicy;
        import dev.loadstone.domain.diagnostic.Diagnostic;
        import dev.loadstone.domain.error.CompilationFailed;
        import dev.loadstone.domain.error.CompilerUnavailable;
        import dev.loadstone.domain.event.Event;
        import dev.loadstone.domain.port.Compiler;
        import dev.loadstone.domain.port.HostView;
        import dev.loadstone.domain.source.SourceSet;
        import io.vavr.concurrent.Future;
        import io.vavr.control.Option;
        import io.vavr.control.Try;
        import java.util.List;
        import java.util.function.Consumer;
        import org.jspecify.annotations.Nullable;

        public final class Whole implements Compiler, HostClassSource, Consumer<Event> {
          private @Nullable Provenance last;

          @Override
          public Try<CompilerIdentity> identity() {
            return Try.failure(new CompilerUnavailable());
          }

          @Override
          public Try<Compilation> compile(CompilationRequest request, HostView host) {
            return identity().map(none -> null);
          }

          @Override
          public Try<Option<List<String>>> classesIn(String packageName) {
            return Try.success(Option.none());
          }

          @Override
          public void accept(Event event) {}

          public List<Diagnostic> load(SourceSet sources) {
            try (Loadstone loadstone =
                Loadstone.builder()
                    .compiler(this)
                    .contextPolicy(ContextPolicy.EXACT)
                    .hostClasses(this)
                    .limits(Limits.defaults())
                    .listener(this)
                    .build()) {
              Future<Plugin<Task>> plugin =
                  loadstone.loader(Task.class).loadWithoutRunning(sources);
              last = plugin.get().provenance();
              return List.of();
            } catch (CompilationFailed e) {
              return e.diagnostics();
            }
          }
        }
        """;
    Map<String, String> sources = NamedHost.sources();
    sources.put("acme/host/Whole.java", host);

    NamedHost.compile(folder, sources);
  }

  @Test
  void loader_contractThatPluginsCannotSee_saysWhichExportIsMissing() throws Exception {
    Map<String, String> sources = NamedHost.sources();
    sources.computeIfPresent(
        "module-info.java",
        (name, text) -> text.replace("exports acme.api;", "exports acme.api to dev.loadstone;"));
    Path host = NamedHost.compile(folder, sources);

    List<String> lines =
        HostProcess.run(
            HostProcess.ownJdk(),
            NamedHost.run(
                host,
                "acme.app/acme.host.ContractProgram",
                "acme.internal.Secret",
                "acme.api.Task"));

    assertThat(lines)
        .containsExactly(refusal("Secret", "acme.internal"), refusal("Task", "acme.api"));
  }

  private static String refusal(String name, String packageName) {
    return ("%2$s.%1$s is in the package %2$s, which its module acme.app exports neither to everybody"
            + " nor to all unnamed modules, so no plugin can be loaded for it: a contract is made of"
            + " public classes in named packages that the host class loader gives. Declare 'exports"
            + " %2$s;' in that module, or move the contract to a package that it exports")
        .formatted(name, packageName);
  }

  @Test
  void start_twoCopiesInOneFolder_isRefusedByTheJdk() throws Exception {
    Path host = NamedHost.compile(folder, NamedHost.sources());
    Path library = Files.createDirectory(folder.resolve("library"));
    for (Path jar : Library.jars()) {
      Files.copy(jar, library.resolve(jar.getFileName()));
    }
    Files.copy(
        Library.folder().resolve("loadstone-bootstrap.jar"), library.resolve("loadstone-copy.jar"));

    List<String> lines = start(library, host);

    assertThat(String.join("\n", lines))
        .contains("Two versions of module dev.loadstone found in", "loadstone-copy.jar");
  }

  /** Of two modules by one name, the JVM takes the first on the path (JDK API, ModuleFinder). */
  @Test
  void start_twoCopiesInTwoFolders_usesTheFirst() throws Exception {
    Path host = NamedHost.compile(folder, NamedHost.sources());
    Path second = Files.createDirectory(folder.resolve("second"));
    for (Path jar : Library.jars()) {
      Files.copy(jar, second.resolve(jar.getFileName()));
    }
    String path = Library.classPath(List.of(Library.folder(), second, host));

    List<String> lines =
        HostProcess.run(
            HostProcess.ownJdk(),
            List.of(
                "--show-module-resolution",
                "-p",
                path,
                "-m",
                NamedHost.PROGRAM,
                Files.createDirectory(folder.resolve("work"))));

    Told.assertSeesItsHost(lines);
    assertThat(lines)
        .filteredOn(line -> line.contains(" dev.loadstone"))
        .isNotEmpty()
        .noneMatch(line -> line.contains(second.toUri().toString()));
  }

  /** As where a host brings a merged copy beside the library's own JARs. */
  @Tag("thorough")
  @Test
  void start_copyUnderAnotherName_isRefusedByTheJdk() throws Exception {
    Path host = NamedHost.compile(folder, NamedHost.sources());
    Path copy = Files.createDirectory(folder.resolve("copy"));
    Library.merged().write(copy.resolve("merged.jar"));
    List<Object> words = new ArrayList<>(List.of("--add-modules", "merged"));
    words.addAll(List.of("-p", Library.classPath(List.of(Library.folder(), copy, host)), "-m"));
    words.add(NamedHost.PROGRAM);

    List<String> lines = HostProcess.fail(HostProcess.ownJdk(), words);

    // It names one of the packages that are in both, whichever it comes to first.
    assertThat(String.join("\n", lines))
        .contains("ResolutionException", "Module merged contains package ");
  }

  private static List<String> start(Path library, Path host) throws Exception {
    return HostProcess.fail(
        HostProcess.ownJdk(),
        List.of("-p", Library.classPath(List.of(library, host)), "-m", NamedHost.PROGRAM));
  }
}
