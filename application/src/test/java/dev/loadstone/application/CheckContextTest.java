package dev.loadstone.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.ClassReferences;
import dev.loadstone.domain.abi.Literal;
import dev.loadstone.domain.abi.MethodReference;
import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.ContentDigests;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.compilation.Launch;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.InheritedMember;
import dev.loadstone.domain.context.InlinedConstant;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.RecordedWarnings;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.testkit.FakeClassFileReader;
import dev.loadstone.testkit.FakeHostRuntime;
import dev.loadstone.testkit.InMemoryHostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CheckContextTest {

  private static final FakeHostRuntime RUNTIME = FakeHostRuntime.of(17, "a build");
  private static final String OBJECT = "superclass java.lang.Object";
  private static final String PRICE = "method price (I)I\n modifiers public static";
  private static final String LIMIT = "field LIMIT I\n modifiers public static final\n constant 5";
  private static final ClassFile RULE = type("h.Rule", OBJECT, LIMIT, PRICE);
  private static final ClassFile PLUGIN = type("p.Plugin", OBJECT);
  private static final ClassFile JDK_OBJECT = type("java.lang.Object");

  private final FakeClassFileReader reader =
      FakeClassFileReader.create()
          .finding(
              PLUGIN,
              new ClassReferences(
                  names("h.Rule", "java.lang.Object"),
                  names("h.Rule", "java.lang.Object"),
                  names(),
                  names(),
                  names(),
                  new TreeSet<>(),
                  new TreeSet<>(
                      List.of(
                          new MethodReference(
                              "h.Rule", false, "price", "(I)I", MethodReference.Use.STATIC))),
                  new TreeSet<>(),
                  new TreeSet<>()));

  @ParameterizedTest
  @EnumSource
  void differences_sameHost_none(ContextPolicy policy) {
    assertThat(differences(policy, InMemoryHostView.of(List.of(RULE)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void differences_otherBytesOfTheSameAbi_none(ContextPolicy policy) {
    ClassFile other = new ClassFile("h.Rule", Bytes.ofUtf8("other bytes"));
    ClassFileReader readers = mock();
    when(readers.abi(any())).thenAnswer(call -> reader.abi(call.getArgument(0)));
    when(readers.abi(other)).thenReturn(reader.abi(RULE));
    when(readers.privateMembers(any())).thenReturn(Try.success(new TreeSet<>()));
    CheckContext check = check(policy, InMemoryHostView.of(List.of(other)), readers);

    assertThat(check.differences(artifact()).get()).isEmpty();
    assertThat(check.differences(artifact()).get()).isEmpty();
    verify(readers, times(1)).abi(other);
  }

  @Test
  void differences_exact_tellsAllAtOnce() {
    ClassFile changed =
        type(
            "h.Rule",
            OBJECT,
            "field LIMIT I\n modifiers public static final\n constant 6",
            "method price (J)I\n modifiers public static");

    assertThat(
            differences(
                ContextPolicy.EXACT,
                InMemoryHostView.of(
                    List.of(changed, type("h.String", OBJECT), type("p.Other", OBJECT)))))
        .containsExactly(
            "p: the host now has classes in this package, which belonged to the plugin alone",
            "h.Rule: field LIMIT: its constant value was 5, is now 6",
            "h.Rule: method price(int) is now price(long)",
            "h.String: the class exists now, and did not when the plugin was compiled: the"
                + " sources may mean something else");
  }

  @Test
  void differences_binaryCompatible_tellsWhatLinkingNotices() {
    ClassFile changed =
        type(
            "h.Rule",
            OBJECT,
            "field LIMIT I\n modifiers public static final\n constant 6",
            "method price (J)I\n modifiers public static");

    assertThat(differences(ContextPolicy.BINARY_COMPATIBLE, InMemoryHostView.of(List.of(changed))))
        .containsExactly(
            "h.Rule: method price(int) is gone; there is price(long); used by Plugin",
            "h.Rule: constant LIMIT was 5, is 6 now");
  }

  @Test
  void differences_binaryCompatibleAndAMethodAdded_none() {
    ClassFile changed = type("h.Rule", OBJECT, LIMIT, PRICE, "method rate ()I\n modifiers public");

    assertThat(differences(ContextPolicy.BINARY_COMPATIBLE, InMemoryHostView.of(List.of(changed))))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void differences_hostHasThePluginsPackage_saysSo(ContextPolicy policy) {
    InMemoryHostView host = InMemoryHostView.of(List.of(RULE, type("p.Other", OBJECT)));

    assertThat(differences(policy, host))
        .contains(
            "p: the host now has classes in this package, which belonged to the plugin alone");
  }

  @ParameterizedTest
  @EnumSource
  void differences_hostWithoutTheClass_saysSo(ContextPolicy policy) {
    assertThat(differences(policy, InMemoryHostView.empty()))
        .isNotEmpty()
        .allSatisfy(difference -> assertThat(difference).startsWith("h.Rule: "))
        .anySatisfy(difference -> assertThat(difference).contains("is gone"));
  }

  @ParameterizedTest
  @EnumSource
  void differences_classThatIsNotAllowed_saysSo(ContextPolicy policy) {
    InMemoryHostView narrowed =
        InMemoryHostView.of(List.of(RULE)).allowing(AllowedPackages.of(List.of("h.api")));

    assertThat(differences(policy, narrowed))
        .anySatisfy(difference -> assertThat(difference).startsWith("h.Rule: ").contains("h.api"));
  }

  @ParameterizedTest
  @EnumSource
  void differences_classFileThatIsNoneAnyMore_saysSo(ContextPolicy policy) {
    ClassFile broken = new ClassFile("h.Rule", Bytes.ofUtf8("broken"));

    assertThat(differences(policy, InMemoryHostView.of(List.of(broken))))
        .anySatisfy(
            difference ->
                assertThat(difference).startsWith("h.Rule: ").contains("is no class file"));
  }

  @ParameterizedTest
  @EnumSource
  void differences_classFileThatCannotBeOpened_saysSo(ContextPolicy policy) {
    HostView unreadable = mock();
    Try<Option<ClassFile>> failure =
        Try.failure(new UnreadableClass("h.Rule", "cannot be opened", null));
    when(unreadable.classFile(any())).thenReturn(failure);
    when(unreadable.classFileForHost(any())).thenReturn(failure);
    when(unreadable.hasPackage(any())).thenReturn(Try.success(false));
    when(unreadable.listsAll(any())).thenReturn(Try.success(true));
    when(unreadable.hiddenBy(any())).thenReturn(Try.success(Option.none()));

    assertThat(differences(policy, unreadable))
        .anySatisfy(
            difference ->
                assertThat(difference).startsWith("h.Rule: ").contains("cannot be opened"));
  }

  @Test
  void differences_classOfThePluginThatCannotBeRead_saysWhy() {
    ClassFileReader readers = mock();
    when(readers.abi(any())).thenAnswer(call -> reader.abi(call.getArgument(0)));
    when(readers.privateMembers(any()))
        .thenAnswer(call -> reader.privateMembers(call.getArgument(0)));
    when(readers.references(PLUGIN))
        .thenReturn(Try.failure(new UnreadableClass("p.Plugin", "is cut off", null)));
    HostView changed =
        InMemoryHostView.of(
            List.of(
                type("h.Rule", OBJECT, LIMIT, PRICE, "method x ()V\n modifiers public static")));

    assertThat(
            check(ContextPolicy.BINARY_COMPATIBLE, changed, readers).differences(artifact()).get())
        .extracting(Difference::toString)
        .containsExactly("p.Plugin: its class file is cut off");
  }

  @Test
  void differences_classOfTheJdkThatCannotBeRead_saysWhy() {
    FakeHostRuntime broken = RUNTIME.with(new ClassFile("java.lang.Object", Bytes.ofUtf8("x")));
    HostView changed =
        InMemoryHostView.of(
            List.of(
                type("h.Rule", OBJECT, LIMIT, PRICE, "method x ()V\n modifiers public static")));

    assertThat(
            check(ContextPolicy.BINARY_COMPATIBLE, changed, reader, broken)
                .differences(artifact())
                .get())
        .containsExactly(
            new Difference(
                Difference.Kind.JDK_CLASS,
                "java.lang.Object",
                "class",
                "none",
                "its class file is no class file; used by Plugin"));
  }

  @Test
  void differences_privateMembersThatCannotBeRead_saysWhy() {
    ClassFile recompiled = new ClassFile("h.Rule", Bytes.ofUtf8("other bytes"));
    ClassFileReader readers = mock();
    when(readers.abi(recompiled)).thenReturn(reader.abi(RULE));
    when(readers.privateMembers(recompiled))
        .thenReturn(Try.failure(new UnreadableClass("h.Rule", "is cut off", null)));

    assertThat(
            check(ContextPolicy.EXACT, InMemoryHostView.of(List.of(recompiled)), readers)
                .differences(artifact())
                .get())
        .extracting(Difference::toString)
        .containsExactly("h.Rule: its class file is cut off");
  }

  @Test
  void differences_absentClassThatCannotBeRead_saysWhy() {
    HostView host = mock();
    when(host.hasPackage(any())).thenReturn(Try.success(false));
    when(host.listsAll(any())).thenReturn(Try.success(true));
    when(host.classFile("h.Rule")).thenReturn(Try.success(Option.some(RULE)));
    when(host.classFile("h.String"))
        .thenReturn(Try.failure(new UnreadableClass("h.String", "cannot be opened", null)));

    assertThat(check(ContextPolicy.EXACT, host, reader).differences(artifact()).get())
        .extracting(Difference::toString)
        .containsExactly("h.String: its class file cannot be opened");
  }

  @Test
  void differences_compilerThatCannotSayWhoItIs_isItsFailure() {
    IllegalStateException failure = new IllegalStateException("no identity");
    Compiler compiler = mock();
    when(compiler.identity()).thenReturn(Try.failure(failure));
    CheckContext check =
        new CheckContext(
            compiler,
            RUNTIME,
            InMemoryHostView.of(List.of(RULE)),
            reader,
            new HostAbis(reader),
            ContextPolicy.EXACT);

    assertThat(check.differences(artifact()).getCause()).isSameAs(failure);
  }

  @Test
  void differences_hostThatFails_isItsFailure() {
    IllegalStateException failure = new IllegalStateException("closed");
    HostView failing = mock();
    when(failing.classFile(any())).thenReturn(Try.success(Option.some(RULE)));
    when(failing.hasPackage(any())).thenReturn(Try.failure(failure));
    when(failing.listsAll(any())).thenReturn(Try.failure(failure));

    assertThat(check(ContextPolicy.EXACT, failing, reader).differences(artifact()).getCause())
        .isSameAs(failure);
  }

  @Test
  void differences_memberHiddenByAPrivateOne_saysSo() {
    ClassFile recompiled = new ClassFile("h.Rule", Bytes.ofUtf8("other bytes"));
    ClassFileReader readers = mock();
    when(readers.abi(recompiled)).thenReturn(reader.abi(RULE));
    when(readers.privateMembers(recompiled)).thenReturn(Try.success(names("size:I")));
    CheckContext check =
        check(ContextPolicy.EXACT, InMemoryHostView.of(List.of(recompiled)), readers);

    assertThat(check.differences(artifact()).get())
        .extracting(Difference::toString)
        .containsExactly(
            "h.Rule: field size is now private in this class, and hides the inherited one");
  }

  @Test
  void differences_compiledForAnOlderRelease_looksAtTheJdkToo() {
    CheckContext check =
        check(ContextPolicy.EXACT, InMemoryHostView.of(List.of(RULE)), reader, RUNTIME);

    assertThat(check.differences(artifact(11)).get())
        .extracting(Difference::toString)
        .containsExactly("java.lang.Object: class is gone; used by Plugin");
  }

  private List<String> differences(ContextPolicy policy, HostView host) {
    return check(policy, host, reader).differences(artifact()).get().stream()
        .map(Difference::toString)
        .toList();
  }

  private static CheckContext check(ContextPolicy policy, HostView host, ClassFileReader reader) {
    return check(policy, host, reader, RUNTIME.with(JDK_OBJECT));
  }

  private static CheckContext check(
      ContextPolicy policy, HostView host, ClassFileReader reader, FakeHostRuntime runtime) {
    return new CheckContext(
        new IdentifiedCompiler(new CompilerIdentity("javac", "17.0.1")),
        runtime,
        host,
        reader,
        new HostAbis(reader),
        policy);
  }

  private Artifact artifact() {
    return artifact(17);
  }

  private Artifact artifact(int release) {
    ClassAbi rule = reader.abi(RULE).get();
    SortedMap<String, ClassDigests> classes =
        new TreeMap<>(Map.of("h.Rule", new ClassDigests(rule.digest(), Digest.of(RULE.bytes()))));
    RecordedAbis abis = RecordedAbis.of(List.of(rule));
    return new Artifact(
        new Provenance(
            Provenance.FORMAT_VERSION,
            new BuildContext(new CompilerIdentity("javac", "17.0.1"), RUNTIME.runtime()),
            new EffectiveSettings(release, List.of()),
            Contract.sideEffect(),
            Digest.of(PLUGIN.bytes()),
            new Launch("p.Plugin", new Start.Program(Start.Form.INITIALIZER, 1, 1)),
            ContentDigests.of(
                List.of(PLUGIN), List.of(), SourceRetention.OMITTED, abis, RecordedWarnings.NONE),
            new HostDependencies(
                classes,
                names("h.String"),
                new TreeSet<>(List.of(new InlinedConstant("h.Rule", "LIMIT", Literal.of(5)))),
                new TreeSet<>(List.of(new InheritedMember("h.Rule", "size", "I"))))),
        List.of(PLUGIN),
        List.of(),
        abis,
        RecordedWarnings.NONE);
  }

  private static SortedSet<String> names(String... names) {
    return new TreeSet<>(Arrays.asList(names));
  }

  private static ClassFile type(String name, String... lines) {
    String text =
        "class "
            + name
            + "\nmodifiers public\n"
            + (lines.length == 0 ? "" : String.join("\n", lines) + "\n");
    return FakeClassFileReader.classFile(ClassAbi.parse(text).get());
  }
}
