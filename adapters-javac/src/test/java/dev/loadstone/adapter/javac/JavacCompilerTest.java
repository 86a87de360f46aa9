package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompiledSource;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.CompilerCrashed;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.InvalidSources.Reason;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.testkit.InMemoryHostView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

final class JavacCompilerTest {

  private static final int FEATURE = Runtime.version().feature();

  private final Compiling compiling = Compiling.sideEffect();

  @Test
  void identity_always_isTheRunningJdk() {
    assertThat(new JavacCompiler().identity().get().toString())
        .isEqualTo("javac " + Runtime.version());
  }

  @Test
  void compile_severalFilesAndPackages_givesSortedClassesAndPackagesInOrder() {
    Compilation compilation =
        compiling
            .compile(
                SourceFile.of("b/package-info.java", "@Deprecated package b;"),
                SourceFile.of(
                    "b/Shape.java",
                    "package b; public sealed interface Shape permits Round, Square {}"),
                SourceFile.of("Empty.java", ""),
                SourceFile.of(
                    "b/Round.java", "package b; public record Round(double r) implements Shape {}"),
                SourceFile.of(
                    "b/Square.java",
                    "package b; public record Square(double a) implements Shape {}"),
                SourceFile.of(
                    "a/Main.java",
                    """
                    package a;
                    import b.*;
                    public class Main {
                      enum Kind { ONE, TWO }
                      class Inner { }
                      static class Nested { }
                      static String kind(Object o) {
                        class Local {}
                        Runnable r = () -> System.out.println(new Local());
                        Object anonymous = new Object() {};
                        if (o instanceof String s && !s.isEmpty()) { return s; }
                        return switch (o.toString()) { case "1" -> \"\"\"
                          text block\"\"\"; default -> { var x = "2"; yield x; } };
                      }
                    }
                    """))
            .get();

    assertThat(compilation.mainClass()).isEqualTo("a.Main");
    assertThat(compilation.settings().release()).isEqualTo(FEATURE);
    assertThat(compilation.settings().options()).containsExactly("-g", "-parameters");
    assertThat(compilation.sources())
        .extracting(CompiledSource::packageName)
        .containsExactly("b", "b", "", "b", "b", "a");
    assertThat(compilation.classFiles())
        .extracting(ClassFile::binaryName)
        .containsExactly(
            "a.Main",
            "a.Main$1",
            "a.Main$1Local",
            "a.Main$Inner",
            "a.Main$Kind",
            "a.Main$Nested",
            "b.Round",
            "b.Shape",
            "b.Square",
            "b.package-info");
    assertThat(compilation.hostUse().classes()).isEmpty();
  }

  @Test
  void compile_theSameTwice_givesEqualBytes() {
    SourceFile file =
        SourceFile.of("Main.java", "class Main { Runnable r = () -> {}; class Inner {} }");

    assertThat(compiling.compile(file).get()).isEqualTo(compiling.compile(file).get());
  }

  @Test
  void compile_withAndWithoutContract_givesEqualClasses() {
    SourceFile file =
        SourceFile.of(
            "Main.java",
            "class Main<T> implements Runnable { public void run() {} enum E { A } int i(E e) { return"
                + " switch (e) { case A -> 1; }; } private Main() {} public static Main<String> provider() {"
                + " return new Main<>(); } }");

    Compilation without = compiling.compile(file).get();
    Compilation with = compiling.contract("java.lang.Runnable").compile(file).get();

    assertThat(with.classFiles()).isEqualTo(without.classFiles());
  }

  @Test
  void compile_twoFilesOfOneBaseName_keepsThemApart() {
    Compilation compilation =
        compiling
            .compile(
                SourceFile.of("a/Same.java", "package a; public class Same {}"),
                SourceFile.of("b/Same.java", "package b; public class Same { a.Same other; }"))
            .get();

    assertThat(compilation.mainClass()).isEqualTo("b.Same");
    assertThat(compilation.classFiles()).hasSize(2);
  }

  @Test
  void compile_publicClassInFileOfAnotherName_isJavacsError() {
    assertThat(compiling.rendered("some dir[1]/Other.java", "public class Main {}"))
        .isEqualTo(
            """
            some dir[1]/Other.java:1: error: class Main is public, should be declared in a file named Main.java
            public class Main {}
                   ^""");
  }

  @Test
  void compile_byteOrderMarkShebangTabsAndCarriageReturns_keepLinesAndColumns() {
    String text = "\uFEFF#!/usr/bin/env loadstone\r\nclass Main {\r\n\tint i = absent;\r\n}\r\n";

    List<Diagnostic> diagnostics = compiling.diagnostics("Main.java", text);

    assertThat(diagnostics)
        .containsExactly(
            new Diagnostic(
                dev.loadstone.domain.diagnostic.Severity.ERROR,
                "compiler.err.cant.resolve.location",
                "cannot find symbol\n  symbol:   variable absent\n  location: class Main",
                "Main.java",
                3,
                17,
                "\tint i = absent;",
                ""));
  }

  @Test
  void compile_unicodeEscapesAndNames_areTheLanguages() {
    Compilation compilation =
        compiling
            .compile("Größe.java", "public cl\\u0061ss Größe { String π = \"\\u03c0\"; }")
            .get();

    assertThat(compilation.mainClass()).isEqualTo("Größe");
  }

  @Test
  void compile_classOfTheJvmsClassPathButNotOfTheHostView_doesNotExist() {
    String source =
        "class Main implements "
            + HostRule.class.getName()
            + " { public int rule() { return 1; } }";

    for (Compiling each : List.of(compiling, compiling.release(FEATURE), compiling.release(8))) {
      assertThat(each.diagnostics("Main.java", source))
          .extracting(Diagnostic::code)
          .containsExactly("compiler.err.doesnt.exist");
    }
  }

  @Test
  void compile_hostClasses_areRecordedWhenUsed() {
    InMemoryHostView host =
        InMemoryHostView.ofClasses(
            HostRule.class, JavacCompilerTest.class, ContractDiagnosticsTest.class);

    Compilation compilation =
        compiling
            .host(host)
            .compile(
                "Main.java",
                "import "
                    + HostRule.class.getPackageName()
                    + ".*; class Main { int i = HostRule.LIMIT; }")
            .get();

    assertThat(compilation.hostUse().classes())
        .containsExactly(host.classFile(HostRule.class.getName()).get().get());
  }

  @Test
  void compile_release_isPassedOnAndRecorded() {
    Compilation compilation = compiling.release(11).compile("Main.java", "class Main {}").get();

    assertThat(compilation.settings().release()).isEqualTo(11);
    assertThat(compilation.settings().options())
        .containsExactly("-g", "-parameters", "--release", "11");
    assertThat(compilation.classFiles().get(0).bytes().toByteArray()[7]).isEqualTo((byte) 55);
    assertThat(compiling.release(11).diagnostics("Main.java", "record Main() {}")).isNotEmpty();
    assertThat(
            compiling
                .release(11)
                .diagnostics(
                    "Main.java",
                    "class Main { Object o = java.util.stream.Stream.of(1).toList(); }"))
        .extracting(Diagnostic::code)
        .containsExactly("compiler.err.cant.resolve.location.args");
  }

  @Test
  void compile_enablePreview_addsTheRelease() {
    Compilation compilation =
        compiling.options("--enable-preview").compile("Main.java", "class Main {}").get();

    assertThat(compilation.settings().options())
        .containsExactly("-g", "-parameters", "--enable-preview", "--release", "" + FEATURE);
  }

  @Test
  @EnabledForJreRange(minVersion = 25)
  void compile_compactSourceFile_hasAMainClassNamedLikeIt() {
    SourceFile file = SourceFile.of("Hello.java", "void main() { IO.println(List.of(1)); }");

    assertThat(compiling.compile(file).get().mainClass()).isEqualTo("Hello");
    assertThat(compiling.compile(file).get().classFiles()).hasSize(1);
    // Nobody can name the class of such a file, so that it can be made for no contract.
    assertThat(compiling.contract("java.lang.Runnable").rendered("Hello.java", "void main() {}"))
        .isEqualTo(
            """
            Hello.java:1: error: cannot find symbol
            void main() {}
            ^
              symbol:   class Hello
            (the main class of this plugin must be a java.lang.Runnable with a public or implicit no-argument constructor, or declare: public static java.lang.Runnable provider())""");
  }

  @Test
  void compile_noMainClass_isInvalidSourcesUnlessTheCompilerHasErrors() {
    SourceFile broken = SourceFile.of("Broken.java", "class Broken { int i = absent; }");
    SourceFile fine = SourceFile.of("Fine.java", "class Fine {}");
    SourceFile empty = SourceFile.of("Main.java", "// nothing");

    assertThat(compiling.compile(fine, empty).getCause())
        .isInstanceOfSatisfying(
            InvalidSources.class,
            error -> assertThat(error.reason()).isEqualTo(Reason.NO_MAIN_CLASS));
    assertThat(compiling.contract("java.lang.Runnable").compile(fine, empty).getCause())
        .isInstanceOf(InvalidSources.class);
    assertThat(compiling.compile(broken, empty).getCause()).isInstanceOf(CompilationFailed.class);
  }

  @Test
  void compile_byTwoThreadsAtOnce_givesTheSame() throws Exception {
    SourceFile file = SourceFile.of("Main.java", "class Main { Runnable r = () -> {}; }");
    Compilation expected = compiling.compile(file).get();
    ExecutorService threads = Executors.newFixedThreadPool(2);

    List<Future<Compilation>> compilations = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      compilations.add(threads.submit(() -> compiling.compile(file).get()));
    }

    for (Future<Compilation> each : compilations) {
      assertThat(each.get()).isEqualTo(expected);
    }
    threads.shutdown();
  }

  @Test
  void compile_deepNesting_crashesOnAShallowStackAndSucceedsOnADeepOne() throws Exception {
    String source = "class Main { int i = " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "; }";

    assertThat(onStackOf(256 * 1024, source))
        .isInstanceOfSatisfying(
            CompilerCrashed.class,
            error -> {
              assertThat(error.files()).containsExactly("Main.java");
              assertThat(error.output()).contains("StackOverflowError").hasSizeLessThan(10_000);
            });
    assertThat(onStackOf(128 * 1024 * 1024, source)).isInstanceOf(Compilation.class);
  }

  private Object onStackOf(long bytes, String source) throws InterruptedException {
    List<Object> outcome = new ArrayList<>();
    Runnable task =
        () ->
            outcome.add(
                compiling
                    .compile("Main.java", source)
                    .fold(error -> error, compilation -> compilation));
    Thread thread = new Thread(null, task, "compiler", bytes);
    thread.start();
    thread.join();
    return outcome.get(0);
  }
}
