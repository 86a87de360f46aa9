package dev.loadstone.domain.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompiledSource;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.compilation.GeneratedFiles;
import dev.loadstone.domain.compilation.HostUse;
import dev.loadstone.domain.compilation.Launch;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.RecordedWarnings;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.error.LibraryUnknown;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ArtifactTest {

  private static final BuildContext CONTEXT =
      new BuildContext(
          new CompilerIdentity("javac", "17.0.15+6"),
          new RuntimeIdentity(17, Digest.of(Bytes.ofUtf8("library"))));
  private static final CompilationRequest REQUEST =
      new CompilationRequest(
          SourceSet.of(
              SourceFile.of("one/A.java", "a"),
              SourceFile.of("two/A.java", "b"),
              SourceFile.of("three\\Main.java", "\uFEFFm")),
          Contract.sideEffect(),
          new CompilerSettings(
              Option.none(),
              List.of("-g"),
              new WarningPolicy(WarningPolicy.Treatment.ERRORS, Set.of())));
  private static final RecordedAbis ABIS = new RecordedAbis(Bytes.ofUtf8("class host.A\n"));
  private static final HostDependencies DEPENDENCIES =
      new HostDependencies(
          new TreeMap<>(
              Map.of("host.A", new ClassDigests(Digest.of(ABIS.text()), Digest.of(ABIS.text())))),
          new TreeSet<>(Set.of("host.B")),
          new TreeSet<>(),
          new TreeSet<>());
  private static final List<ClassFile> CLASS_FILES =
      List.of(classFile("p.A"), classFile("p.A$B"), classFile("p.Main"));

  @Test
  void of_sourcesKept_holdsThemByPackage() {
    Artifact artifact = artifact(List.of("p", "q.r", ""), SourceRetention.KEPT);

    assertThat(artifact.sources())
        .containsExactly(
            new SourceEntry("p/A.java", Bytes.ofUtf8("a")),
            new SourceEntry("q/r/A.java", Bytes.ofUtf8("b")),
            new SourceEntry("Main.java", Bytes.ofUtf8("\uFEFFm")));
  }

  @Test
  void of_twoSourcesOfOneName_numbersTheSecond() {
    Artifact artifact = artifact(List.of("p", "p", "p"), SourceRetention.KEPT);

    assertThat(artifact.sources())
        .extracting(SourceEntry::name)
        .containsExactly("p/A.java", "1/p/A.java", "p/Main.java");
  }

  @ParameterizedTest
  @EnumSource(SourceRetention.class)
  void of_generatedFiles_areApartFromTheUsers(SourceRetention retention) {
    GeneratedFiles generated =
        new GeneratedFiles(
            List.of(new CompiledSource(SourceFile.of("p/A.java", "made"), "p")),
            new TreeMap<>(Map.of("META-INF/names", Bytes.ofUtf8("names"))));

    Artifact artifact = artifact(List.of("p", "q", "p"), retention, generated, List.of());

    SourceEntry made = new SourceEntry("3/p/A.java", Bytes.ofUtf8("made"));
    boolean isKept = retention == SourceRetention.KEPT;
    assertThat(artifact.sources()).hasSize(isKept ? 3 : 0);
    assertThat(artifact.generated())
        .isEqualTo(new GeneratedEntries(isKept ? List.of(made) : List.of(), generated.resources()));
    assertThat(artifact.provenance().content().generated())
        .isEqualTo(
            new GeneratedDigests(
                List.of(SourceDigest.of(made)),
                new TreeMap<>(Map.of("META-INF/names", Digest.of(Bytes.ofUtf8("names"))))));
  }

  @Test
  void of_sourcesKept_provenanceHasTheDigestsOfAllThatItHolds() {
    Artifact artifact = artifact(List.of("p", "q", "p"), SourceRetention.KEPT);

    assertThat(artifact.provenance().content())
        .isEqualTo(
            ContentDigests.of(
                CLASS_FILES,
                artifact.sources(),
                SourceRetention.KEPT,
                ABIS,
                RecordedWarnings.NONE));
    assertThat(artifact.provenance().content().classFiles())
        .containsOnlyKeys("p.A", "p.A$B", "p.Main")
        .containsEntry("p.A$B", Digest.of(Bytes.ofUtf8("p.A$B")));
  }

  @Test
  void keepable_memoryOnly_isTheFirstReason() {
    LibraryUnknown reason = new LibraryUnknown(List.of("domain"), List.of(), null);
    Artifact artifact = artifact(List.of("p", "q", "p"), SourceRetention.KEPT);

    assertThat(artifact.keepable().get()).isSameAs(artifact);
    assertThat(artifact.asMemoryOnly(reason).asMemoryOnly(new Closed()).keepable().getCause())
        .isSameAs(reason);
  }

  @Test
  void of_sourcesOmitted_holdsOnlyTheirDigests() {
    Artifact artifact = artifact(List.of("p", "q", "p"), SourceRetention.OMITTED);

    assertThat(artifact.sources()).isEmpty();
    assertThat(artifact.provenance().content().retention()).isEqualTo(SourceRetention.OMITTED);
    assertThat(artifact.provenance().content().sources())
        .containsExactly(
            new SourceDigest("p/A.java", Digest.of(Bytes.ofUtf8("a"))),
            new SourceDigest("q/A.java", Digest.of(Bytes.ofUtf8("b"))),
            new SourceDigest("p/Main.java", Digest.of(Bytes.ofUtf8("\uFEFFm"))));
  }

  @Test
  void of_compilation_recordsWhatItWasMadeFrom() {
    Artifact artifact = artifact(List.of("p", "q", "p"), SourceRetention.KEPT);

    Provenance provenance = artifact.provenance();
    assertThat(provenance.formatVersion()).isEqualTo(Provenance.FORMAT_VERSION);
    assertThat(provenance.context()).isEqualTo(CONTEXT);
    assertThat(provenance.settings())
        .isEqualTo(new EffectiveSettings(11, List.of("-g", "-parameters")));
    assertThat(provenance.contract()).isEqualTo(Contract.sideEffect());
    assertThat(provenance.request()).isEqualTo(RequestDigest.of(REQUEST));
    assertThat(provenance.mainClass()).isEqualTo("p.Main");
    assertThat(provenance.dependencies()).isEqualTo(DEPENDENCIES);
    assertThat(artifact.recordedAbis()).isEqualTo(ABIS);
    assertThat(provenance.content().recordedAbis()).contains(Digest.of(ABIS.text()));
    assertThat(provenance.content().warnings()).isEmpty();
    assertThat(artifact.classFiles()).isEqualTo(CLASS_FILES);
    assertThat(artifact.warnings()).isEqualTo(RecordedWarnings.NONE);
  }

  @Test
  void of_warnings_recordsThoseThatAreShownAndTheirDigest() {
    Diagnostic shown = warning("two/A.java", "b", "unchecked");
    Diagnostic hidden = warning("two/A.java", "b", "serial");

    Artifact artifact =
        artifact(List.of("p", "q", "p"), SourceRetention.KEPT, List.of(hidden, shown));

    assertThat(artifact.warnings().read(REQUEST.sources().paths()))
        .containsExactly(shown.withSourceLine(""));
    assertThat(artifact.provenance().content().warnings())
        .contains(Digest.of(artifact.warnings().text()));
  }

  @Test
  void of_warningsAndSourcesOmitted_recordsNoLineOfASource() {
    Artifact artifact =
        artifact(
            List.of("p", "q", "p"),
            SourceRetention.OMITTED,
            List.of(warning("two/A.java", "b", "unchecked")));

    assertThat(artifact.warnings().read(REQUEST.sources().paths()))
        .containsExactly(warning("two/A.java", "", "unchecked"));
  }

  @ParameterizedTest
  @EnumSource
  void warningsAbout_sameSourcesElsewhere_areAboutTheFilesThere(SourceRetention retention) {
    Artifact artifact =
        artifact(
            List.of("p", "q", "p"),
            retention,
            List.of(warning("two/A.java", "b", "unchecked"), warning("", "", "unchecked")));
    SourceSet elsewhere =
        SourceSet.of(
            SourceFile.of("/tmp/A.java", "a"),
            SourceFile.of("/tmp/two/A.java", "b"),
            SourceFile.of("/tmp/Main.java", "\uFEFFm"));

    assertThat(artifact.warningsAbout(elsewhere))
        .containsExactly(
            warning("/tmp/two/A.java", "b", "unchecked"), warning("", "", "unchecked"));
  }

  @Test
  void warningsAbout_noWarning_none() {
    Artifact artifact = artifact(List.of("p", "q", "p"), SourceRetention.KEPT);

    assertThat(artifact.warningsAbout(REQUEST.sources())).isEmpty();
  }

  @Test
  void pluginOrigin_ofSources_isNamedLikeTheMainFile() {
    PluginOrigin origin = PluginOrigin.of(REQUEST.sources());

    assertThat(origin).isEqualTo(new PluginOrigin("three\\Main.java", Option.none()));
  }

  @Test
  void pluginOrigin_ofFile_isNamedLikeTheFile() {
    Path file = Path.of("out", "plugin.jar");

    assertThat(PluginOrigin.of(file))
        .isEqualTo(new PluginOrigin(file.toString(), Option.some(file)));
  }

  private static Artifact artifact(List<String> packages, SourceRetention retention) {
    return artifact(packages, retention, List.of());
  }

  private static Artifact artifact(
      List<String> packages, SourceRetention retention, List<Diagnostic> warnings) {
    return artifact(packages, retention, GeneratedFiles.NONE, warnings);
  }

  private static Artifact artifact(
      List<String> packages,
      SourceRetention retention,
      GeneratedFiles generated,
      List<Diagnostic> warnings) {
    Compilation compilation =
        new Compilation(
            new Launch("p.Main", new Start.Program(Start.Form.STATIC_MAIN, 3, 8)),
            new EffectiveSettings(11, List.of("-g", "-parameters")),
            compiled(packages),
            generated,
            CLASS_FILES,
            HostUse.of(List.of(classFile("host.A"))),
            warnings);
    return Artifact.of(REQUEST.with(retention), compilation, CONTEXT, DEPENDENCIES, ABIS);
  }

  private static List<CompiledSource> compiled(List<String> packages) {
    List<SourceFile> files = REQUEST.sources().files();
    return IntStream.range(0, files.size())
        .mapToObj(i -> new CompiledSource(files.get(i), packages.get(i)))
        .toList();
  }

  private static Diagnostic warning(String source, String sourceLine, String lint) {
    return new Diagnostic(
        Severity.WARNING, "compiler.warn.x", "text", source, 1, 1, sourceLine, lint);
  }

  private static ClassFile classFile(String binaryName) {
    return new ClassFile(binaryName, Bytes.ofUtf8(binaryName));
  }
}
