package dev.loadstone.testkit;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.Literal;
import dev.loadstone.domain.abi.Metadata;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.Modifiers;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompiledSource;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.compilation.HostUse;
import dev.loadstone.domain.compilation.Launch;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.compilation.Start.Form;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.InheritedMember;
import dev.loadstone.domain.context.InlinedConstant;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Artifacts for tests in which it does not matter what their classes hold; no machine could run
 * them.
 */
public final class SampleArtifacts {

  private static final BuildContext CONTEXT =
      new BuildContext(
          new CompilerIdentity("javac", "17.0.15+6"),
          new RuntimeIdentity(17, Digest.of(Bytes.ofUtf8("library"))));

  private static final List<ClassAbi> HOST_CLASSES =
      List.of(hostClass("org.host.Api"), hostClass("org.host.Catalog"));
  private static final InlinedConstant DEPTH =
      new InlinedConstant("org.host.Api", "SEPARATOR", Literal.of("a/b\\\n"));

  private static final Diagnostic DEPRECATED =
      new Diagnostic(
          Severity.WARNING,
          "compiler.warn.has.been.deprecated",
          "catalog() in org.host.Api has been deprecated\n  use\tlist()",
          "src/Pricing.java",
          2,
          26,
          "public class Pricing {} // \u20AC",
          "deprecation");
  private static final Diagnostic ABOUT_HOST =
      new Diagnostic(
          Severity.WARNING,
          "compiler.warn.annotation.method.not.found",
          "Cannot find annotation method 'value()' in type 'org.host.Gone'",
          "",
          Diagnostic.NO_POSITION,
          Diagnostic.NO_POSITION,
          "",
          "");

  private SampleArtifacts() {}

  /**
   * Returns an artifact of two sources and three classes for a generic contract, whose compilation
   * reported two warnings.
   *
   * @return the artifact, with its sources
   */
  public static Artifact pricing() {
    return pricing(SourceRetention.KEPT);
  }

  /**
   * {@return an artifact of two sources and three classes for a generic contract, whose compilation
   * reported two warnings}
   *
   * @param retention whether it holds its sources
   */
  public static Artifact pricing(SourceRetention retention) {
    CompilationRequest request =
        request(
            Contract.type(
                "java.util.function.Function<java.lang.String, java.lang.Integer>",
                "java.util.function.Function"),
            SourceFile.of("src/Rates.java", "package com.acme;\nclass Rates {}\n"),
            SourceFile.of(
                "src/Pricing.java",
                "\uFEFFpackage com.acme;\r\npublic class Pricing {} // \u20AC\n"));
    Compilation compilation =
        new Compilation(
            new Launch("com.acme.Pricing", new Start.Value()),
            new EffectiveSettings(17, List.of("-g", "-parameters", "--release=17", "a\\b\nc")),
            compiled(request.sources(), "com.acme"),
            List.of(
                classFile("com.acme.Pricing", "1"),
                classFile("com.acme.Pricing$Line", "2"),
                classFile("com.acme.Rates", "3")),
            new HostUse(
                List.of(classFile("org.host.Catalog", "4"), classFile("org.host.Api", "5")),
                new TreeSet<>(List.of(DEPTH)),
                new TreeSet<>()),
            List.of(DEPRECATED, ABOUT_HOST));
    return Artifact.of(
        request.with(retention),
        compilation,
        CONTEXT,
        dependencies(),
        RecordedAbis.of(HOST_CLASSES));
  }

  /**
   * Returns an artifact of one source and one class in the unnamed package, for its side effect.
   *
   * @return the artifact, with its source
   */
  public static Artifact hello() {
    CompilationRequest request =
        request(Contract.sideEffect(), SourceFile.of("Hello.java", "class Hello {}\n"));
    Compilation compilation =
        new Compilation(
            new Launch("Hello", new Start.Program(Form.INSTANCE_MAIN_WITH_ARGUMENTS, 1, 14)),
            new EffectiveSettings(17, List.of()),
            compiled(request.sources(), ""),
            List.of(classFile("Hello", "class Hello")),
            HostUse.NONE,
            List.of());
    return Artifact.of(request, compilation, CONTEXT, HostDependencies.NONE, RecordedAbis.NONE);
  }

  private static HostDependencies dependencies() {
    SortedMap<String, ClassDigests> classes = new TreeMap<>();
    HOST_CLASSES.forEach(
        type ->
            classes.put(
                type.name(),
                new ClassDigests(type.digest(), Digest.of(Bytes.ofUtf8(type.name())))));
    return new HostDependencies(
        classes,
        new TreeSet<>(List.of("org.host.Line", "org.host.String")),
        new TreeSet<>(List.of(DEPTH)),
        new TreeSet<>(
            List.of(new InheritedMember("org.host.Api", "names", "[Ljava/lang/String;"))));
  }

  private static ClassAbi hostClass(String name) {
    MethodAbi constructor =
        new MethodAbi(
            MethodAbi.CONSTRUCTOR,
            "()V",
            Modifiers.of(Modifier.PUBLIC),
            Option.none(),
            List.of(),
            Option.none(),
            Metadata.NONE);
    return new ClassAbi(
        name,
        Modifiers.of(Modifier.PUBLIC),
        Option.none(),
        Option.none(),
        Option.some("java.lang.Object"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(constructor),
        Metadata.NONE);
  }

  private static CompilationRequest request(Contract contract, SourceFile... sources) {
    return new CompilationRequest(
        SourceSet.of(sources),
        contract,
        new CompilerSettings(
            Option.none(), List.of(), new WarningPolicy(WarningPolicy.Treatment.ERRORS, Set.of())));
  }

  private static List<CompiledSource> compiled(SourceSet sources, String packageName) {
    return sources.files().stream().map(file -> new CompiledSource(file, packageName)).toList();
  }

  private static ClassFile classFile(String binaryName, String content) {
    return new ClassFile(binaryName, Bytes.ofUtf8(content));
  }
}
