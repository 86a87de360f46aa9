package dev.loadstone.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.ContentDigests;
import dev.loadstone.domain.artifact.RequestDigest;
import dev.loadstone.domain.artifact.SourceEntry;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.RecordedWarnings;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.LibraryUnknown;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.testkit.FakeClassFileReader;
import dev.loadstone.testkit.FakeCompiler;
import dev.loadstone.testkit.FakeHostRuntime;
import dev.loadstone.testkit.InMemoryHostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompilePluginTest {

  private static final SourceSet PLUGIN =
      SourceSet.of(SourceFile.of("src/A.java", "package acme;\npublic class A {}\n"));

  private final FakeHostRuntime runtime = FakeHostRuntime.of(17, "a build");
  private final List<Event> events = new ArrayList<>();

  @Test
  void compile_goodSources_givesTheArtifactWithItsContext() {
    Artifact artifact = compile(FakeCompiler.create(), PLUGIN, Treatment.ERRORS).get();

    assertThat(artifact.provenance().mainClass()).isEqualTo("acme.A");
    assertThat(artifact.provenance().context())
        .isEqualTo(new BuildContext(new CompilerIdentity("fake", "1"), runtime.runtime()));
    assertThat(artifact.provenance().request())
        .isEqualTo(RequestDigest.of(request(PLUGIN, Treatment.ERRORS)));
    assertThat(artifact.provenance().content())
        .isEqualTo(
            ContentDigests.of(
                artifact.classFiles(),
                List.of(new SourceEntry("acme/A.java", PLUGIN.mainFile().content())),
                SourceRetention.KEPT,
                RecordedAbis.NONE,
                RecordedWarnings.NONE));
    assertThat(artifact.provenance().content().classFiles()).containsOnlyKeys("acme.A");
    assertThat(events)
        .containsExactly(new Event.Compiled(List.of("src/A.java"), "acme.A", List.of()));
  }

  @Test
  void compile_sourcesThatBreakARule_neverReachTheCompiler() {
    FakeCompiler compiler = FakeCompiler.create();

    Try<Artifact> compiled =
        compile(compiler, SourceSet.of(SourceFile.of("no-name.java", "")), Treatment.ERRORS);

    assertThat(compiled.getCause()).isInstanceOf(InvalidSources.class);
    assertThat(compiler.requests()).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void compile_compilerFails_passesItsErrorOn() {
    CompilerUnavailable unavailable = new CompilerUnavailable();

    Try<Artifact> compiled = compile(FakeCompiler.failing(unavailable), PLUGIN, Treatment.ERRORS);

    assertThat(compiled.getCause()).isSameAs(unavailable);
    assertThat(events).isEmpty();
  }

  @Test
  void compile_runtimeUnknown_tellsNothing() {
    IllegalStateException unknown = new IllegalStateException("no runtime");
    HostRuntime failing =
        new HostRuntime() {
          @Override
          public Try<RuntimeIdentity> identity() {
            return Try.failure(unknown);
          }

          @Override
          public Try<Option<ClassFile>> platformClass(String binaryName) {
            return Try.failure(unknown);
          }

          @Override
          public Try<SortedSet<String>> jdkModules() {
            return Try.failure(unknown);
          }
        };

    Try<Artifact> compiled =
        new CompilePlugin(
                FakeCompiler.create(),
                InMemoryHostView.empty(),
                failing,
                recording(),
                CallObserver.of(events::add))
            .compile(request(PLUGIN, Treatment.ERRORS));

    assertThat(compiled.getCause()).isSameAs(unknown);
    assertThat(events).isEmpty();
  }

  @Test
  void compile_libraryUnknown_givesAnArtifactThatStaysInMemory() {
    HostRuntime unknown = new FakeHostRuntime(new RuntimeIdentity(17, Option.none()));

    Artifact compiled =
        new CompilePlugin(
                FakeCompiler.create(),
                InMemoryHostView.empty(),
                unknown,
                recording(),
                CallObserver.of(events::add))
            .compile(request(PLUGIN, Treatment.ERRORS))
            .get();

    assertThat(compiled.provenance().context().runtime().library()).isEqualTo("unknown");
    assertThat(compiled.provenance().context().runtime().featureRelease()).isEqualTo(17);
    assertThat(compiled.keepable().getCause()).isInstanceOf(LibraryUnknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ERRORS, unchecked, src/A.java, fails",
    "ERRORS, deprecation, src/A.java, reported",
    "ERRORS, removal, src/A.java, reported",
    "ERRORS, preview, src/A.java, reported",
    "ERRORS, serial, src/A.java, hidden",
    "ERRORS, rawtypes, src/A.java, hidden",
    "REPORTED, unchecked, src/A.java, reported",
    "REPORTED, rawtypes, src/A.java, hidden",
    "IGNORED, unchecked, src/A.java, hidden",
  })
  void compile_warning_isJudgedByThePolicy(
      Treatment treatment, String lint, String source, String expected) {
    Diagnostic warning =
        new Diagnostic(
            Severity.WARNING,
            "compiler.warn.x",
            "text",
            source,
            1,
            1,
            PLUGIN.mainFile().line(1),
            lint);

    Try<Artifact> compiled = compile(FakeCompiler.create().reporting(warning), PLUGIN, treatment);

    if (expected.equals("fails")) {
      assertThat(compiled.getCause())
          .isInstanceOfSatisfying(
              CompilationFailed.class,
              failed -> assertThat(failed.diagnostics()).containsExactly(warning));
      assertThat(events).isEmpty();
    } else {
      List<Diagnostic> reported = expected.equals("reported") ? List.of(warning) : List.of();
      assertThat(compiled.get().warningsAbout(PLUGIN)).isEqualTo(reported);
      assertThat(events)
          .containsExactly(new Event.Compiled(List.of("src/A.java"), "acme.A", reported));
    }
  }

  @ParameterizedTest
  @CsvSource({"unchecked, false", "deprecation, true"})
  void compile_nothingThatRuns_failsLastOfAll(String lint, boolean isTold) {
    Diagnostic warning =
        new Diagnostic(Severity.WARNING, "compiler.warn.x", "text", "src/A.java", 1, 1, "", lint);
    Diagnostic nothing = Diagnostic.error("loadstone.err.main.missing", "no main", "src/A.java");
    FakeCompiler compiler =
        FakeCompiler.create().reporting(warning).startingBy(new Start.Nothing(nothing));

    Try<Artifact> compiled = compile(compiler, PLUGIN, Treatment.ERRORS);

    assertThat(((CompilationFailed) compiled.getCause()).diagnostics())
        .isEqualTo(isTold ? List.of(warning, nothing) : List.of(warning));
    assertThat(events).isEmpty();
  }

  private Try<Artifact> compile(FakeCompiler compiler, SourceSet sources, Treatment treatment) {
    return new CompilePlugin(
            compiler, InMemoryHostView.empty(), runtime, recording(), CallObserver.of(events::add))
        .compile(request(sources, treatment));
  }

  private static CompilationRequest request(SourceSet sources, Treatment treatment) {
    CompilerSettings settings =
        new CompilerSettings(
            Option.none(), List.of(), new WarningPolicy(treatment, Set.of("rawtypes")));
    return new CompilationRequest(sources, Contract.sideEffect(), settings);
  }

  private static RecordDependencies recording() {
    FakeClassFileReader classFiles = FakeClassFileReader.create();
    return new RecordDependencies(classFiles, new HostAbis(classFiles));
  }
}
