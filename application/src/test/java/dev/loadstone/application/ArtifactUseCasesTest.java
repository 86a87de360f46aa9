package dev.loadstone.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Start.Form;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.error.ArtifactNotFound;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.ContractMismatch;
import dev.loadstone.domain.error.LibraryUnknown;
import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.error.NotAnArtifact;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.testkit.FakeClassFileReader;
import dev.loadstone.testkit.FakeCompiler;
import dev.loadstone.testkit.FakeHostRuntime;
import dev.loadstone.testkit.FakeLoader;
import dev.loadstone.testkit.InMemoryArtifactCodec;
import dev.loadstone.testkit.InMemoryArtifactFiles;
import dev.loadstone.testkit.InMemoryHostView;
import dev.loadstone.testkit.LinkableArtifacts;
import dev.loadstone.testkit.SampleArtifacts;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ArtifactUseCasesTest {

  private static final Artifact UNDERSTOOD =
      LinkableArtifacts.of(
          "Hello",
          Contract.sideEffect(),
          List.of(
              FakeClassFileReader.classFile(
                  ClassAbi.parse("class Hello\nmodifiers public\n").get())),
          List.of());

  private static final Path FOLDER = Path.of("folder");
  private static final Path FILE = FOLDER.resolve("hello.jar");

  private final Artifact hello = SampleArtifacts.hello();
  private final PluginOrigin origin = PluginOrigin.of(FILE);
  private final InMemoryArtifactFiles files = new InMemoryArtifactFiles(FOLDER);
  private final InMemoryArtifactCodec codec = new InMemoryArtifactCodec();
  private final List<Event> events = new ArrayList<>();

  @Test
  void read_whatWasWritten_givesTheArtifact() {
    Path written =
        new WriteArtifact(codec, files, CallObserver.of(events::add)).write(hello, FILE).get();

    assertThat(new ReadArtifact(files, new DecodedArtifacts(codec)).read(written).get())
        .isEqualTo(hello);
    assertThat(events).containsExactly(new Event.Written(FILE.toString(), "Hello"));
  }

  @Test
  void write_folderThatIsNotThere_isStoreFailed() {
    Path nowhere = Path.of("elsewhere", "hello.jar");

    Try<Path> written =
        new WriteArtifact(codec, files, CallObserver.of(events::add)).write(hello, nowhere);

    assertThat(written.getCause()).isInstanceOf(StoreFailed.class);
    assertThat(events).isEmpty();
  }

  @Test
  void write_artifactForMemoryOnly_writesNothingAndSaysWhy() {
    LibraryUnknown reason = new LibraryUnknown(List.of("domain"), List.of(), null);
    Artifact memoryOnly = hello.asMemoryOnly(reason);

    Try<Path> written =
        new WriteArtifact(codec, files, CallObserver.of(events::add)).write(memoryOnly, FILE);

    assertThat(written.getCause()).isSameAs(reason);
    assertThat(files.read(FILE).isFailure()).isTrue();
    assertThat(events).isEmpty();
  }

  @Test
  void read_missingFile_isArtifactNotFound() {
    assertThat(new ReadArtifact(files, new DecodedArtifacts(codec)).read(FILE).getCause())
        .isInstanceOf(ArtifactNotFound.class);
  }

  @Test
  void read_foreignFile_isNotAnArtifact() {
    files.write(FILE, Bytes.ofUtf8("text"));

    assertThat(new ReadArtifact(files, new DecodedArtifacts(codec)).read(FILE).getCause())
        .isInstanceOf(NotAnArtifact.class);
  }

  @Test
  void admit_sameContext_admits() {
    assertThat(
            admit(sameCompiler(), sameRuntime(), ContextPolicy.EXACT, Contract.sideEffect()).get())
        .isSameAs(hello);
    assertThat(events).containsExactly(new Event.Admitted(FILE.toString(), "Hello"));
  }

  @Test
  void admit_otherContract_isContractMismatchWithBoth() {
    Contract requested = Contract.type("java.lang.Runnable", "java.lang.Runnable");

    Throwable error =
        admit(sameCompiler(), sameRuntime(), ContextPolicy.EXACT, requested).getCause();

    assertThat(error)
        .isInstanceOfSatisfying(
            ContractMismatch.class,
            mismatch -> {
              assertThat(mismatch.builtFor()).isEqualTo(Contract.sideEffect());
              assertThat(mismatch.requested()).isEqualTo(requested);
            });
    assertThat(events).isEmpty();
  }

  @Test
  void admit_otherCompilerBuildAndRuntime_isContextMismatchWithEveryDifference() {
    Throwable error =
        admit(
                FakeCompiler.create(),
                FakeHostRuntime.of(99, "another build"),
                ContextPolicy.EXACT,
                Contract.sideEffect(),
                UNDERSTOOD)
            .getCause();

    assertThat(error)
        .isInstanceOfSatisfying(
            ContextMismatch.class,
            mismatch ->
                assertThat(mismatch.differences())
                    .extracting(Difference::kind)
                    .containsExactly(
                        Difference.Kind.LIBRARY_BUILD,
                        Difference.Kind.COMPILER,
                        Difference.Kind.RUNTIME));
    assertThat(events).isEmpty();
  }

  @Test
  void admit_otherContextUnderTheLenientPolicy_admits() {
    assertThat(
            admit(
                    FakeCompiler.create(),
                    FakeHostRuntime.of(99, "another build"),
                    ContextPolicy.BINARY_COMPATIBLE,
                    Contract.sideEffect(),
                    UNDERSTOOD)
                .isSuccess())
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void admit_classFilesThatCannotBeRead_isContextMismatchThatNamesThem(ContextPolicy policy) {
    Throwable error =
        admit(
                FakeCompiler.create(),
                FakeHostRuntime.of(99, "another build"),
                policy,
                Contract.sideEffect())
            .getCause();

    assertThat(error).hasMessageContaining("Hello: its class file is no class file");
  }

  @Test
  void admit_classFilesOfANewerReleaseUnderTheLenientPolicy_isContextMismatch() {
    byte[] header = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61};
    ClassFile classFileOfRelease17 = new ClassFile("Hello", Bytes.of(header));

    Throwable error =
        admit(
                FakeCompiler.create(),
                FakeHostRuntime.of(11, "a build"),
                ContextPolicy.BINARY_COMPATIBLE,
                Contract.sideEffect(),
                LinkableArtifacts.of(
                    "Hello", Contract.sideEffect(), List.of(classFileOfRelease17), List.of()))
            .getCause();

    assertThat(error).isInstanceOf(ContextMismatch.class);
  }

  @Test
  void admit_runtimeWithoutCompiler_doesNotCompareCompilers() {
    Compiler none = FakeCompiler.failing(new CompilerUnavailable());

    assertThat(admit(none, sameRuntime(), ContextPolicy.EXACT, Contract.sideEffect()).isSuccess())
        .isTrue();
  }

  @Test
  void link_plugin_tellsOfLinkingAndOfEachRunsBeginningAndEnd() {
    LinkPlugin link =
        new LinkPlugin(FakeLoader.running(arguments -> null), CallObserver.of(events::add));

    var linked = link.link(hello, origin, Option.none(), List.of()).get();
    linked.run(List.of()).get();
    linked.run(List.of()).get();

    assertThat(events)
        .containsExactly(
            new Event.Linked(FILE.toString(), "Hello"),
            new Event.Starting(FILE.toString(), "Hello"),
            new Event.Ran(FILE.toString(), "Hello"),
            new Event.Starting(FILE.toString(), "Hello"),
            new Event.Ran(FILE.toString(), "Hello"));
  }

  @Test
  void run_plugin_isToldOfBeforeItsCodeRuns() {
    List<Event> before = new ArrayList<>();
    FakeLoader loader =
        FakeLoader.running(
            arguments -> {
              before.addAll(events);
              return null;
            });

    new LinkPlugin(loader, CallObserver.of(events::add))
        .link(hello, origin, Option.none(), List.of())
        .get()
        .run(List.of())
        .get();

    assertThat(before)
        .containsExactly(
            new Event.Linked(FILE.toString(), "Hello"),
            new Event.Starting(FILE.toString(), "Hello"));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void link_argumentsThatNothingTakes_isRefusedAtTheUsersLine(Form form) {
    Artifact artifact = LinkableArtifacts.sideEffect("Hello", form, List.of(), List.of());
    SourceSet sources = SourceSet.of(SourceFile.of("in/Hello.java", "class Hello {}"));
    LinkPlugin link =
        new LinkPlugin(FakeLoader.running(arguments -> null), CallObserver.of(events::add));

    Try<?> fromFile = link.link(artifact, origin, Option.none(), List.of("a", "b"));
    Try<?> fromSources = link.link(artifact, origin, Option.some(sources), List.of("a", "b"));

    assertThat(link.link(artifact, origin, Option.none(), List.of()).isSuccess()).isTrue();
    if (form.takesArguments()) {
      assertThat(fromFile.isSuccess() && fromSources.isSuccess()).isTrue();
      return;
    }
    assertThat(fromFile.getCause()).isInstanceOf(ContractMismatch.class);
    assertThat(((CompilationFailed) fromSources.getCause()).diagnostics())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.isError()).isTrue();
              assertThat(error.code()).isEqualTo("loadstone.err.arguments.not.taken");
              assertThat(error.source()).isEqualTo("in/Hello.java");
              assertThat(error.line()).isEqualTo(1);
              assertThat(error.sourceLine()).isEqualTo("class Hello {}");
            });
  }

  @Test
  void link_refused_isLinkageFailedAndTellsNothing() {
    LinkPlugin link =
        new LinkPlugin(FakeLoader.refusing(new VerifyError("bad")), CallObserver.of(events::add));

    assertThat(link.link(hello, origin, Option.none(), List.of()).getCause())
        .isInstanceOf(LinkageFailed.class);
    assertThat(events).isEmpty();
  }

  @Test
  void run_pluginThatThrows_isPluginFailedAndTellsOfNoRun() {
    FakeLoader throwing =
        FakeLoader.running(
            arguments -> {
              throw new StackOverflowError("deep");
            });

    Throwable error =
        new LinkPlugin(throwing, CallObserver.of(events::add))
            .link(hello, origin, Option.none(), List.of())
            .get()
            .run(List.of())
            .getCause();

    assertThat(error).isInstanceOf(PluginFailed.class).hasCauseInstanceOf(StackOverflowError.class);
    assertThat(events)
        .containsExactly(
            new Event.Linked(FILE.toString(), "Hello"),
            new Event.Starting(FILE.toString(), "Hello"));
  }

  private Try<Artifact> admit(
      Compiler compiler, FakeHostRuntime runtime, ContextPolicy policy, Contract contract) {
    return admit(compiler, runtime, policy, contract, hello);
  }

  private Try<Artifact> admit(
      Compiler compiler,
      FakeHostRuntime runtime,
      ContextPolicy policy,
      Contract contract,
      Artifact artifact) {
    FakeClassFileReader classFiles = FakeClassFileReader.create();
    CheckContext context =
        new CheckContext(
            compiler,
            runtime,
            InMemoryHostView.empty(),
            classFiles,
            new HostAbis(classFiles),
            policy);
    return new AdmitArtifact(context, CallObserver.of(events::add))
        .admit(artifact, origin, contract);
  }

  private FakeHostRuntime sameRuntime() {
    return new FakeHostRuntime(context().runtime());
  }

  /** A compiler of the sample's own identity, which compiles nothing. */
  private Compiler sameCompiler() {
    return new IdentifiedCompiler(context().compiler());
  }

  private BuildContext context() {
    return hello.provenance().context();
  }
}
