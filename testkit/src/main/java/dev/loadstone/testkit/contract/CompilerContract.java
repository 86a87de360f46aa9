package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompiledSource;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.InvalidSources.Reason;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.testkit.InMemoryHostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Compiler} keeps. Types begin a line here, for compilers that are easily
 * confused.
 */
public abstract class CompilerContract {

  /** A file with an error in its second line, for compilers that must be told. */
  protected static final SourceFile BROKEN =
      SourceFile.of("lib/Broken.java", "public class Broken {\n  int i = absent;\n}\n");

  /** A file with a warning {@code rawtypes} in its second line, for compilers that must be told. */
  protected static final SourceFile WARNED =
      SourceFile.of("Warned.java", "public class Warned {\n  java.util.List list;\n}\n");

  private static final SourceFile MAIN =
      SourceFile.of(
          "acme/Main.java", "package com.acme;\n\nclass Helper {}\n\npublic class Main {}\n");
  private static final Contract RUNNABLE =
      Contract.type("java.lang.Runnable", "java.lang.Runnable");

  /** For subclasses. */
  protected CompilerContract() {}

  /**
   * Makes the compiler, which finds an error in {@link #BROKEN} and a warning in {@link #WARNED}.
   */
  protected abstract Compiler compiler();

  @Test
  void identity_always_isTheSame() {
    assertThat(compiler().identity().get()).isEqualTo(compiler().identity().get());
  }

  @Test
  void compile_severalFiles_givesSortedClassesAndPackagesInOrder() {
    SourceFile first = SourceFile.of("Z.java", "package org.acme;\npublic class Z {}\n");
    SourceFile second = SourceFile.of("Unnamed.java", "class Unnamed {}\n");

    Compilation compilation = compile(first, second, MAIN).get();

    assertThat(compilation.mainClass()).isEqualTo("com.acme.Main");
    assertThat(compilation.sources())
        .extracting(CompiledSource::packageName)
        .containsExactly("org.acme", "", "com.acme");
    assertThat(compilation.classFiles())
        .extracting(ClassFile::binaryName)
        .containsExactly("Unnamed", "com.acme.Helper", "com.acme.Main", "org.acme.Z");
    assertThat(compilation.hostUse().classes()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
  }

  @Test
  void compile_theSameTwice_givesTheSame() {
    assertThat(compile(MAIN).get()).isEqualTo(compile(MAIN).get());
  }

  @Test
  void compile_start_fitsTheContract() {
    SourceFile both =
        SourceFile.of(
            "Task.java",
            "public class Task implements java.lang.Runnable { public void run() {}"
                + " public static void main(String[] args) {} }\n");

    assertThat(compile(both).get().launch().start())
        .isInstanceOfSatisfying(
            Start.Program.class,
            program -> {
              assertThat(program.form()).isEqualTo(Start.Form.STATIC_MAIN_WITH_ARGUMENTS);
              assertThat(program.line()).isEqualTo(1);
            });
    assertThat(compile(RUNNABLE, reported(), InMemoryHostView.empty(), both).get().launch().start())
        .isEqualTo(new Start.Value());
  }

  @Test
  void compile_release_isPartOfTheOutcome() {
    CompilerSettings settings = settings(Option.some(11), Treatment.REPORTED);

    assertThat(
            compile(Contract.sideEffect(), settings, InMemoryHostView.empty(), MAIN)
                .get()
                .settings()
                .release())
        .isEqualTo(11);
  }

  @Test
  void compile_error_isReportedWhereItIs() {
    assertThat(failure(BROKEN, MAIN).diagnostics())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.severity()).isEqualTo(Severity.ERROR);
              assertThat(error.source()).isEqualTo("lib/Broken.java");
              assertThat(error.line()).isEqualTo(2);
              assertThat(error.sourceLine()).isEqualTo("  int i = absent;");
            });
  }

  @Test
  void compile_warning_isPartOfTheOutcomeIfThePolicyShowsIt() {
    assertThat(warnings(Treatment.REPORTED)).containsExactly("rawtypes");
    assertThat(warnings(Treatment.ERRORS)).containsExactly("rawtypes");
    assertThat(warnings(Treatment.ERRORS, "rawtypes")).isEmpty();
    assertThat(warnings(Treatment.IGNORED)).isEmpty();
  }

  @Test
  void compile_errorAndWarning_givesBothIfThePolicyShowsThem() {
    assertThat(failure(WARNED, BROKEN).diagnostics())
        .extracting(Diagnostic::severity)
        .containsExactlyInAnyOrder(Severity.WARNING, Severity.ERROR);
  }

  @Test
  void compile_typeInTwoFiles_isInvalidSourcesThatNamesBoth() {
    SourceFile again = SourceFile.of("Again.java", "package com.acme;\nclass Helper {}\n");

    assertThat(compile(again, MAIN).getCause())
        .isInstanceOfSatisfying(
            InvalidSources.class,
            error -> {
              assertThat(error.reason()).isEqualTo(Reason.DUPLICATE_TYPE);
              assertThat(error.paths()).containsExactly("Again.java", "acme/Main.java");
              assertThat(error).hasMessageContaining("com.acme.Helper");
            });
  }

  @Test
  void compile_noTellingTheMainClass_isInvalidSourcesUnlessThereIsAnError() {
    SourceFile nothing = SourceFile.of("Nothing.java", "\n");
    SourceFile several = SourceFile.of("Several.java", "class One {}\nclass Two {}\n");

    assertThat(reason(MAIN, nothing)).isEqualTo(Reason.NO_MAIN_CLASS);
    assertThat(reason(MAIN, several)).isEqualTo(Reason.SEVERAL_MAIN_CLASSES);
    assertThat(failure(BROKEN, nothing).diagnostics()).hasSize(1);
  }

  @Test
  void compile_packageOfTheJdkOrTheHost_isAnErrorThere() {
    HostView host = InMemoryHostView.ofClasses(Severity.class);
    SourceFile jdk = SourceFile.of("A.java", "package jdk.internal.misc;\npublic class A {}\n");
    SourceFile taken =
        SourceFile.of("B.java", "package dev.loadstone.domain.diagnostic;\npublic class B {}\n");

    Try<Compilation> outcome = compile(Contract.sideEffect(), reported(), host, jdk, taken, MAIN);

    assertThat(((CompilationFailed) outcome.getCause()).diagnostics())
        .extracting(Diagnostic::source)
        .containsExactly("A.java", "B.java");
  }

  @Test
  void compile_mainClassAndContract_mustFit() {
    SourceFile runnable =
        SourceFile.of(
            "Task.java",
            "public class Task implements java.lang.Runnable {\n  public void run() {}\n}\n");

    assertThat(compile(RUNNABLE, reported(), InMemoryHostView.empty(), runnable).get().mainClass())
        .isEqualTo("Task");
    assertThat(compile(RUNNABLE, reported(), InMemoryHostView.empty(), runnable, MAIN).getCause())
        .isInstanceOfSatisfying(
            CompilationFailed.class,
            error ->
                assertThat(error.diagnostics())
                    .singleElement()
                    .extracting(Diagnostic::source)
                    .isEqualTo("acme/Main.java"));
  }

  @Test
  void compile_hostClass_isRecordedIfUsed() {
    InMemoryHostView host = InMemoryHostView.ofClasses(Severity.class, StoreFailed.class);
    SourceFile using =
        SourceFile.of(
            "Main.java", "class Main {\n  dev.loadstone.domain.diagnostic.Severity severity;\n}\n");

    Compilation compilation = compile(Contract.sideEffect(), reported(), host, using).get();

    assertThat(compilation.hostUse().classes())
        .containsExactly(host.classFile(Severity.class.getName()).get().get());
  }

  @Test
  void compile_failingHostView_failsWithItsError() {
    StoreFailed failure = new StoreFailed(Path.of("host.jar"), "it is gone", null);

    Try<Compilation> outcome =
        compile(Contract.sideEffect(), reported(), new FailingHostView(failure), MAIN);

    assertThat(outcome.getCause()).isSameAs(failure);
  }

  private List<String> warnings(Treatment treatment, String... except) {
    CompilerSettings settings = settings(Option.none(), treatment, except);
    return compile(Contract.sideEffect(), settings, InMemoryHostView.empty(), WARNED)
        .get()
        .warnings()
        .stream()
        .map(Diagnostic::lint)
        .toList();
  }

  private CompilationFailed failure(SourceFile... files) {
    return (CompilationFailed) compile(files).getCause();
  }

  private Reason reason(SourceFile... files) {
    return ((InvalidSources) compile(files).getCause()).reason();
  }

  private Try<Compilation> compile(SourceFile... files) {
    return compile(Contract.sideEffect(), reported(), InMemoryHostView.empty(), files);
  }

  private Try<Compilation> compile(
      Contract contract, CompilerSettings settings, HostView host, SourceFile... files) {
    return compiler()
        .compile(new CompilationRequest(SourceSet.of(files), contract, settings), host);
  }

  private static CompilerSettings reported() {
    return settings(Option.none(), Treatment.REPORTED);
  }

  private static CompilerSettings settings(
      Option<Integer> release, Treatment treatment, String... except) {
    return new CompilerSettings(release, List.of(), new WarningPolicy(treatment, Set.of(except)));
  }

  private record FailingHostView(StoreFailed failure) implements HostView {

    @Override
    public Try<List<String>> classesIn(String packageName) {
      return Try.failure(failure);
    }

    @Override
    public Try<Option<ClassFile>> classFile(String binaryName) {
      return Try.failure(failure);
    }

    @Override
    public Try<Boolean> hasPackage(String packageName) {
      return Try.failure(failure);
    }

    @Override
    public Try<Option<Hiding>> hiddenBy(String packageName) {
      return Try.failure(failure);
    }

    @Override
    public Try<Option<Hiding>> hidingOf(String binaryName) {
      return Try.failure(failure);
    }

    @Override
    public Try<Boolean> listsAll(String packageName) {
      return Try.failure(failure);
    }

    @Override
    public Try<Option<ClassFile>> classFileForHost(String binaryName) {
      return Try.failure(failure);
    }

    @Override
    public HostView snapshot() {
      return this;
    }
  }
}
