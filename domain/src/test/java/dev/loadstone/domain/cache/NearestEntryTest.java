package dev.loadstone.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.MissReason.Kind;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompiledSource;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.compilation.HostUse;
import dev.loadstone.domain.compilation.Launch;
import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.CurrentContext;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class NearestEntryTest {

  private static final CompilerIdentity COMPILER = new CompilerIdentity("javac", "17.0.15+6");
  private static final RuntimeIdentity RUNTIME =
      new RuntimeIdentity(17, Digest.of(Bytes.ofUtf8("library")));
  private static final CompilationRequest REQUEST =
      request(Contract.sideEffect(), Option.none(), List.of("-Xdoclint"), "rates", "main");

  static Stream<Arguments> asked() {
    return Stream.of(
        Arguments.of(
            request(Contract.sideEffect(), Option.none(), List.of("-Xdoclint"), "new", "main"),
            List.of(new MissReason(Kind.SOURCES, "now/Rates.java has changed"))),
        Arguments.of(
            request(Contract.sideEffect(), Option.none(), List.of("-Xdoclint"), "new", "newer"),
            List.of(
                new MissReason(Kind.SOURCES, "now/Rates.java has changed"),
                new MissReason(Kind.SOURCES, "now/Main.java has changed"))),
        Arguments.of(
            request(
                Contract.type("java.lang.Runnable", "java.lang.Runnable"),
                Option.none(),
                List.of("-Xdoclint"),
                "rates",
                "main"),
            List.of(
                new MissReason(
                    Kind.CONTRACT, "the contract was side effect, and is java.lang.Runnable"))),
        Arguments.of(
            request(Contract.sideEffect(), Option.some(11), List.of("-Xdoclint"), "rates", "main"),
            List.of(new MissReason(Kind.RELEASE, "the release was 17, and is 11"))),
        Arguments.of(
            request(Contract.sideEffect(), Option.some(17), List.of("-Xdoclint"), "rates", "main"),
            List.of(
                new MissReason(
                    Kind.RELEASE,
                    "the release 17 followed from the Java runtime, and is now asked for"))),
        Arguments.of(
            request(Contract.sideEffect(), Option.none(), List.of("-Werror"), "rates", "main"),
            List.of(
                new MissReason(
                    Kind.OPTIONS,
                    "the compiler's options were -g -Xdoclint, and now include -Werror"))),
        Arguments.of(
            new CompilationRequest(
                REQUEST.sources(),
                REQUEST.contract(),
                new CompilerSettings(
                    Option.none(),
                    List.of("-Xdoclint"),
                    new WarningPolicy(WarningPolicy.Treatment.REPORTED, Set.of()))),
            List.of(
                new MissReason(
                    Kind.SETTINGS, "the compiler's options or the treatment of warnings differ"))),
        Arguments.of(
            REQUEST,
            List.of(new MissReason(Kind.SETTINGS, "this process has other modules of the JDK"))));
  }

  @ParameterizedTest
  @MethodSource("asked")
  void differences_ofWhatIsAsked_nameEachInput(CompilationRequest now, List<MissReason> expected) {
    List<MissReason> differences =
        NearestEntry.differences(
            artifact(SourceRetention.KEPT),
            now,
            new CurrentContext(Option.some(COMPILER), RUNTIME));

    assertThat(differences).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("contexts")
  void differences_ofContexts_nameEachPart(CurrentContext now, List<Kind> expected) {
    List<MissReason> differences =
        NearestEntry.differences(artifact(SourceRetention.KEPT), REQUEST, now);

    assertThat(differences).extracting(MissReason::kind).isEqualTo(expected);
  }

  static Stream<Arguments> contexts() {
    CompilerIdentity otherCompiler = new CompilerIdentity("javac", "25+36");
    Digest otherBuild = Digest.of(Bytes.ofUtf8("other"));
    return Stream.of(
        Arguments.of(
            new CurrentContext(Option.some(otherCompiler), RUNTIME), List.of(Kind.COMPILER)),
        Arguments.of(
            new CurrentContext(Option.some(COMPILER), new RuntimeIdentity(17, otherBuild)),
            List.of(Kind.LIBRARY_BUILD)),
        Arguments.of(
            new CurrentContext(
                Option.some(otherCompiler), new RuntimeIdentity(25, RUNTIME.libraryBuild())),
            List.of(Kind.COMPILER, Kind.RUNTIME)));
  }

  @Test
  void differences_ofRetention_areToldBothWays() {
    CurrentContext now = new CurrentContext(Option.some(COMPILER), RUNTIME);

    assertThat(
            NearestEntry.differences(
                artifact(SourceRetention.KEPT), REQUEST.with(SourceRetention.OMITTED), now))
        .containsExactly(
            new MissReason(
                Kind.SETTINGS, "the artifact was made with its sources, which are now not wanted"));
    assertThat(NearestEntry.differences(artifact(SourceRetention.OMITTED), REQUEST, now))
        .containsExactly(
            new MissReason(
                Kind.SETTINGS, "the artifact was made without its sources, which are now wanted"));
  }

  @Test
  void differences_ofProcessors_areTold() {
    CompilationRequest now =
        new CompilationRequest(
            REQUEST.sources(),
            REQUEST.contract(),
            REQUEST
                .settings()
                .withProcessors(
                    List.of(new ProcessorJar(Path.of("lib/rules.jar"), Bytes.ofUtf8("jar")))));

    assertThat(
            NearestEntry.differences(
                artifact(SourceRetention.KEPT),
                now,
                new CurrentContext(Option.some(COMPILER), RUNTIME)))
        .containsExactly(
            new MissReason(Kind.OPTIONS, "the annotation processors were none, and are rules.jar"));
  }

  private static CompilationRequest request(
      Contract contract, Option<Integer> release, List<String> options, String... texts) {
    List<String> names = List.of("Rates.java", "Main.java");
    SourceFile[] files = new SourceFile[texts.length];
    Arrays.setAll(files, i -> SourceFile.of("now/" + names.get(i), texts[i]));
    return new CompilationRequest(
        SourceSet.of(files),
        contract,
        new CompilerSettings(
            release, options, new WarningPolicy(WarningPolicy.Treatment.ERRORS, Set.of())));
  }

  private static Artifact artifact(SourceRetention retention) {
    return Artifact.of(
        REQUEST.with(retention),
        new Compilation(
            new Launch("Main", new Start.Program(Start.Form.INITIALIZER, 1, 1)),
            new EffectiveSettings(17, List.of("-g", "-Xdoclint")),
            REQUEST.sources().files().stream().map(file -> new CompiledSource(file, "")).toList(),
            List.of(new ClassFile("Main", Bytes.ofUtf8("main"))),
            HostUse.NONE,
            List.of()),
        new BuildContext(COMPILER, RUNTIME),
        new HostDependencies(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>()),
        RecordedAbis.NONE);
  }
}
