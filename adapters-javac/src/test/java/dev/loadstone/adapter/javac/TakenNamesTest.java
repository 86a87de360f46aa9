package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.testkit.InMemoryHostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TakenNamesTest {

  private static final String HOST_PACKAGE = HostRule.class.getPackageName();

  private final InMemoryHostView host = InMemoryHostView.ofClasses(HostRule.class);
  private final Compiling compiling = Compiling.sideEffect().host(host);

  @Test
  void compile_classInAPackageOfTheHost_failsAtThePackage() {
    assertThat(
            compiling.rendered(
                "src/Main.java", "// mine\n  package " + HOST_PACKAGE + ";\nclass Main {}\n"))
        .isEqualTo(
            """
            src/Main.java:2: error: package dev.loadstone.adapter.javac is taken: the JDK or the host has classes in it
              package dev.loadstone.adapter.javac;
              ^
            (put the plugin's classes into a package of their own)""");
  }

  @ParameterizedTest
  @CsvSource({
    "java.util, compiler.err.package.in.other.module",
    "jdk.internal.misc, loadstone.err.package.taken",
    "sun.nio.ch, loadstone.err.package.taken",
    "com.sun.tools.javac.api, loadstone.err.package.taken"
  })
  void compile_classInAPackageOfTheJdk_failsOnce(String packageName, String code) {
    assertThat(compiling.diagnostics("Main.java", "package " + packageName + "; class Main {}"))
        .extracting(Diagnostic::code)
        .containsExactly(code);
  }

  @Test
  void compile_severalTakenFilesAndAnError_reportsTheCompilersErrorsFirst() {
    List<Diagnostic> diagnostics =
        compiling.diagnostics(
            SourceFile.of("A.java", "package " + HOST_PACKAGE + "; class A {}"),
            SourceFile.of("B.java", "package " + HOST_PACKAGE + "; class B { int i = absent; }"),
            SourceFile.of("Main.java", "class Main {}"));

    assertThat(diagnostics)
        .extracting(Diagnostic::source, Diagnostic::code)
        .containsExactly(
            tuple("B.java", "compiler.err.cant.resolve.location"),
            tuple("A.java", "loadstone.err.package.taken"),
            tuple("B.java", "loadstone.err.package.taken"));
  }

  @Test
  void compile_annotatedPackageInfo_isAClassInThePackage() {
    assertThat(
            compiling.diagnostics(
                SourceFile.of("package-info.java", "@Deprecated package " + HOST_PACKAGE + ";"),
                SourceFile.of("Main.java", "class Main {}")))
        .extracting(Diagnostic::source, Diagnostic::code)
        .contains(tuple("package-info.java", "loadstone.err.package.taken"));
  }

  @Test
  void compile_packageInfoWithoutAnnotations_isNoClassInThePackage() {
    assertThat(
            compiling
                .compile(
                    SourceFile.of(
                        "package-info.java", "/** Ours. */ package " + HOST_PACKAGE + ";"),
                    SourceFile.of("Main.java", "class Main {}"))
                .isSuccess())
        .isTrue();
  }

  @Test
  void compile_classOfTheHostWhosePackageIsNotKnown_failsAtTheClass() {
    Compiling probing = compiling.host(new Probing(host));

    assertThat(
            probing.rendered(
                "HostRule.java",
                "package "
                    + HOST_PACKAGE
                    + ";\n@Deprecated\npublic class HostRule {}\nclass Other {}\n"))
        .isEqualTo(
            """
            HostRule.java:3: error: class dev.loadstone.adapter.javac.HostRule is taken: the host has a class of this name
            public class HostRule {}
                   ^
            (put the plugin's classes into a package of their own)""");
  }

  @Test
  void compile_unnamedPackageOrAPackageOfItsOwn_isFree() {
    assertThat(compiling.compile("HostRule.java", "class HostRule {}").isSuccess()).isTrue();
    for (String name : List.of("own", "dev", "dev.loadstone.examples", "com.dev.loadstone")) {
      assertThat(compiling.compile("Main.java", "package " + name + "; class Main {}").isSuccess())
          .as(name)
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev.loadstone", "dev.loadstone.domain.none", "dev.loadstone.internal"})
  void compile_packageOfThisLibrary_failsAtThePackage(String name) {
    assertThat(
            compiling
                .host(new Probing(host))
                .rendered("Main.java", "package " + name + ";\nclass Main {}\n"))
        .startsWith("Main.java:1: error: package " + name + " is taken: Loadstone itself has");
  }

  /** Knows classes by name alone, as a class loader that cannot list. */
  private record Probing(HostView known) implements HostView {

    @Override
    public Try<List<String>> classesIn(String packageName) {
      return Try.success(List.of());
    }

    @Override
    public Try<Option<ClassFile>> classFile(String binaryName) {
      return known.classFile(binaryName);
    }

    @Override
    public Try<Boolean> hasPackage(String packageName) {
      return Try.success(false);
    }

    @Override
    public Try<Option<Hiding>> hiddenBy(String packageName) {
      return known.hiddenBy(packageName);
    }

    @Override
    public Try<Option<Hiding>> hidingOf(String binaryName) {
      return known.hidingOf(binaryName);
    }

    @Override
    public Try<Boolean> listsAll(String packageName) {
      return Try.success(false);
    }

    @Override
    public Try<Option<ClassFile>> classFileForHost(String binaryName) {
      return known.classFileForHost(binaryName);
    }

    @Override
    public HostView snapshot() {
      return this;
    }
  }
}
