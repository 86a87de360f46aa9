package dev.loadstone.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.loadstone.application.RecordDependencies.Recorded;
import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.ClassReferences;
import dev.loadstone.domain.abi.FieldReference;
import dev.loadstone.domain.abi.Literal;
import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompiledSource;
import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.compilation.HostUse;
import dev.loadstone.domain.compilation.Launch;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.InheritedMember;
import dev.loadstone.domain.context.InlinedConstant;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.error.RecordingFailed;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.testkit.FakeClassFileReader;
import dev.loadstone.testkit.InMemoryHostView;
import dev.loadstone.testkit.SampleArtifacts;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class RecordDependenciesTest {

  private static final ClassFile UNREADABLE = new ClassFile("h.Broken", Bytes.ofUtf8("broken"));
  private static final InMemoryHostView HOST =
      InMemoryHostView.of(
          List.of(
              type("h.Low", "superclass h.Middle", "interface h.Face"),
              type("h.Middle", "superclass java.awt.Panel", "interface java.lang.Runnable"),
              type(
                  "h.Face", "superclass java.lang.Object", "interface h.Above", "interface h.Lost"),
              type("h.Above", "superclass java.lang.Object"),
              type(
                  "h.Outer$Inner",
                  "nested-in h.Outer",
                  "nested-as Inner",
                  "linked-as public",
                  "superclass java.lang.Object"),
              type("h.Outer", "superclass lost.Base"),
              type("h.Sealed", "superclass java.lang.Object", "permits h.Above", "permits h.Other"),
              type("h.Other", "superclass java.lang.Object"),
              UNREADABLE));

  private FakeClassFileReader reader = FakeClassFileReader.create();

  @Test
  void record_usedClass_bringsItsSupertypesAndWhatIsAroundIt() {
    assertThat(record(List.of(), "h.Low").dependencies().classes())
        .containsOnlyKeys("h.Above", "h.Face", "h.Low", "h.Middle");
    assertThat(record(List.of(), "h.Outer$Inner").dependencies().classes())
        .containsOnlyKeys("h.Outer", "h.Outer$Inner");
  }

  @Test
  void record_sealedClass_bringsNoSubclassThatTheCompilerDidNotUse() {
    assertThat(record(List.of(), "h.Sealed").dependencies().classes()).containsOnlyKeys("h.Sealed");
    assertThat(record(List.of(), "h.Other", "h.Sealed").dependencies().classes())
        .containsOnlyKeys("h.Other", "h.Sealed");
  }

  @Test
  void record_supertypeThatIsMissing_isAbsentUnlessItIsTheJdks() {
    Recorded recorded = record(List.of(), "h.Low", "h.Outer");

    assertThat(recorded.dependencies().absentClasses())
        .containsExactly("h.Lost", "lost.Base", "named.ByTheCompiler");
  }

  @Test
  void record_contractAndNamesInClassFiles_areUsedIfTheyAreTheHosts() {
    ClassFile own = type("p.Plugin", "superclass java.lang.Object");
    reader = reader.finding(own, references(List.of("h.Above", "p.Plugin", "gone.Type")));

    Try<Recorded> recorded =
        recording().record(compilation(List.of(own)), Contract.type("h.Other", "h.Other"), HOST);

    assertThat(recorded.get().dependencies().classes()).containsOnlyKeys("h.Above", "h.Other");
    assertThat(recorded.get().dependencies().absentClasses())
        .containsExactly("named.ByTheCompiler");
  }

  @Test
  void record_classes_haveTheDigestsAndTextsOfTheirAbis() {
    Recorded recorded = record(List.of(), "h.Above", "h.Broken");

    ClassAbi above = reader.abi(file("h.Above")).get();
    assertThat(recorded.dependencies().classes())
        .containsExactly(
            Map.entry(
                "h.Above", new ClassDigests(above.digest(), Digest.of(file("h.Above").bytes()))),
            Map.entry(
                "h.Broken",
                new ClassDigests(Digest.of(UNREADABLE.bytes()), Digest.of(UNREADABLE.bytes()))));
    assertThat(recorded.abis().read()).containsExactly(Map.entry("h.Above", above));
  }

  @Test
  void record_everythingRead_isAllThatThereIs() {
    assertThat(record(List.of(), "h.Low").unreadable()).isEmpty();
  }

  @Test
  void record_classThatCannotBeRead_isNotAllAndSaysWhy() {
    assertThat(record(List.of(), "h.Above", "h.Broken").unreadable().get())
        .hasMessage("h.Broken is no class file");
    assertThat(
            record(
                    List.of(new ClassFile("p.Plugin", Bytes.ofUtf8("of a later release"))),
                    "h.Above")
                .unreadable()
                .get())
        .hasMessage("p.Plugin is no class file");
  }

  @Test
  void record_supertypeThatCannotBeOpened_isNeitherAbsentNorLeftOutInSilence() {
    HostView failing = mock();
    when(failing.hasPackage(any())).thenReturn(Try.success(true));
    when(failing.classesIn(any())).thenReturn(Try.success(List.of("h.Middle")));
    when(failing.listsAll(any())).thenReturn(Try.success(true));
    when(failing.classFile(any()))
        .thenReturn(Try.failure(new UnreadableClass("h.Middle", "cannot be read", null)));

    Recorded recorded =
        recording().record(compilation(List.of(), "h.Low"), Contract.sideEffect(), failing).get();

    assertThat(recorded.dependencies().absentClasses()).containsExactly("named.ByTheCompiler");
    assertThat(recorded.unreadable().get()).hasMessage("h.Middle cannot be read");
  }

  @Test
  void marked_artifactOfWhatIsNotAll_canNeitherBeWrittenNorKept() {
    Artifact hello = SampleArtifacts.hello();

    assertThat(record(List.of(), "h.Low").marked(hello).keepable().get()).isSameAs(hello);
    assertThat(record(List.of(), "h.Broken").marked(hello).keepable().getCause())
        .isInstanceOfSatisfying(
            RecordingFailed.class,
            error -> {
              assertThat(error.className()).isEqualTo("h.Broken");
              assertThat(error.reason()).isEqualTo("is no class file");
            });
  }

  @Test
  void record_constants_areTheCompilers() {
    assertThat(record(List.of(), "h.Above").dependencies().constants()).containsExactly(constant());
  }

  @Test
  void record_fieldOfASupertype_isAnInheritedMember() {
    ClassFile own = type("p.Plugin", "superclass h.Low");
    FieldReference field =
        new FieldReference("p.Plugin", "alignment", "I", FieldReference.Use.GET_FIELD);
    reader = reader.finding(own, references(List.of(), field));

    Recorded recorded = record(List.of(own), "h.Low");

    assertThat(recorded.dependencies().inheritedMembers())
        .containsExactly(
            new InheritedMember("h.Low", "alignment", "I"),
            new InheritedMember("h.Middle", "alignment", "I"));
  }

  @Test
  void record_unreadableClassOfThePlugin_isNotLookedInto() {
    ClassFile own = new ClassFile("p.Plugin", Bytes.ofUtf8("of a later release"));

    Recorded recorded = record(List.of(own), "h.Above");

    assertThat(recorded.dependencies().classes()).containsOnlyKeys("h.Above");
    assertThat(recorded.dependencies().inheritedMembers()).isEmpty();
  }

  @Test
  void record_failingHostView_failsWithItsError() {
    StoreFailed failure = new StoreFailed(Path.of("host.jar"), "it is gone", null);
    HostView failing = mock();
    when(failing.classFile(any())).thenReturn(Try.failure(failure));

    Try<Recorded> recorded =
        recording()
            .record(compilation(List.of(), "h.Low"), Contract.type("h.Other", "h.Other"), failing);

    assertThat(recorded.getCause()).isSameAs(failure);
  }

  private Recorded record(List<ClassFile> classFiles, String... used) {
    return recording().record(compilation(classFiles, used), Contract.sideEffect(), HOST).get();
  }

  private RecordDependencies recording() {
    return new RecordDependencies(reader, new HostAbis(reader));
  }

  private static Compilation compilation(List<ClassFile> classFiles, String... used) {
    return new Compilation(
        new Launch("p.Plugin", new Start.Value()),
        new EffectiveSettings(17, List.of()),
        List.of(new CompiledSource(SourceFile.of("Plugin.java", "package p;"), "p")),
        classFiles,
        new HostUse(
            Arrays.stream(used).map(RecordDependenciesTest::file).toList(),
            new TreeSet<>(List.of(constant())),
            new TreeSet<>(List.of("named.ByTheCompiler"))),
        List.of());
  }

  private static InlinedConstant constant() {
    return new InlinedConstant("h.Above", "LIMIT", Literal.of(1));
  }

  private static ClassReferences references(List<String> classes, FieldReference... fields) {
    return new ClassReferences(
        new TreeSet<>(classes),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(Arrays.asList(fields)),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>());
  }

  private static ClassFile file(String binaryName) {
    return HOST.classFile(binaryName).get().get();
  }

  private static ClassFile type(String name, String... lines) {
    String text = "class " + name + "\nmodifiers public\n" + String.join("\n", lines) + "\n";
    return FakeClassFileReader.classFile(ClassAbi.parse(text).get());
  }
}
