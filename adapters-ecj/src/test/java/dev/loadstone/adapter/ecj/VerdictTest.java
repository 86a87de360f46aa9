package dev.loadstone.adapter.ecj;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilerCrashed;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.testkit.InMemoryHostView;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What this compiler is given and does not know by itself. */
final class VerdictTest {

  private static final String RUNS = "static int i = Integer.getInteger(\"\");";

  private static final InMemoryHostView HOST =
      Compiling.hostOf(
          SourceFile.of(
              "Base.java",
              "package acme.internal; public class Base { public int twice(int i) { return i; }"
                  + " public static class Nested {} }"),
          SourceFile.of(
              "Derived.java",
              "package acme.api; public class Derived extends acme.internal.Base {}"),
          SourceFile.of(
              "Further.java", "package acme.api; public class Further extends Derived {}"));

  private final Compiling narrowed =
      Compiling.sideEffect().host(HOST.allowing(AllowedPackages.of(List.of("acme.api"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "import no.such.pkg.*;                          | no.such.pkg",
        "import java.*;                                 | java",
        "import java.utl.*;                             | java.utl",
        "import acme.*;                                 | acme",
        "import no.such.Type;                           | no.such.Type",
        "import static no.such.Type.*;                  | no.such.Type",
        "import static java.util.List.absent;           | java.util.List.absent"
      })
  void compile_importOfNothing_isRefused(String imports, String name) {
    assertThat(
            Compiling.sideEffect().host(HOST).diagnostics(imports + " class Main {" + RUNS + "}"))
        .extracting(Diagnostic::message)
        .containsExactly("The import " + name + " cannot be resolved");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java.util.*;",
        "import java.util.Map.*;",
        "import acme.api.*;",
        "import acme.internal.Base.*;",
        "import static acme.internal.Base.*;"
      })
  void compile_importOnDemandOfSomething_isTaken(String imports) {
    assertThat(
            Compiling.sideEffect()
                .host(HOST)
                .compile("package own; " + imports + " import own.*; class Main {" + RUNS + "}")
                .isSuccess())
        .isTrue();
  }

  @Test
  void compile_importOnDemandOfAPackageThatCannotBeListed_isTaken() {
    InMemoryHostView probed = HOST.withoutListing("acme.later");

    assertThat(
            Compiling.sideEffect()
                .host(probed)
                .compile("import acme.later.*; class Main {" + RUNS + "}")
                .isSuccess())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import acme.internal.*; class Main {}",
        "import acme.internal.Base; class Main {}",
        "import acme.internal.Base.Nested; class Main {}",
        "class Main { acme.internal.Base b; }",
        "class Main { acme.internal.Base.Nested b; }",
        "class Main extends acme.api.Derived {}",
        "class Main { int f(acme.api.Derived d) { return d.twice(1); } }",
        "class Main { int f(acme.api.Further d) { return d.twice(1); } }"
      })
  void compile_nameOfAHiddenPackage_saysWhy(String text) {
    assertThat(narrowed.diagnostics(text).get(0).message())
        .endsWith(
            "(the host hides acme.internal from plugins, and allows acme.api; do without it, or add"
                + " it: allowPackages in the application, --allow-package of the command)");
  }

  @Test
  void compile_errorBesideAHiddenPackage_isNotExplainedByIt() {
    assertThat(narrowed.diagnostics("class Main { int i = absent; }"))
        .extracting(Diagnostic::message)
        .containsExactly("absent cannot be resolved to a variable");
  }

  @Test
  void compile_damagedClassFileOfTheHost_isAnErrorThatNamesIt() {
    ClassFile damaged = new ClassFile("acme.Broken", Bytes.ofUtf8("not a class"));

    assertThat(
            Compiling.sideEffect()
                .host(InMemoryHostView.of(List.of(damaged)))
                .diagnostics("class Main { acme.Broken b; }"))
        .extracting(Diagnostic::message)
        .containsExactly("the host's class file acme/Broken.class cannot be read: it is damaged");
  }

  @Test
  void compile_annotatedPackage_isOneInItsOwnFileAlone() {
    SourceFile main = SourceFile.of("Main.java", "package p; class Main {" + RUNS + "}");
    String annotated = "@Deprecated package p;";

    assertThat(
            Compiling.sideEffect()
                .compile(SourceFile.of("p/package-info.java", annotated), main)
                .get()
                .classFiles())
        .extracting(ClassFile::binaryName)
        .contains("p.package-info");
    assertThat(
            Compiling.sideEffect()
                .compile(SourceFile.of("p/Other.java", annotated), main)
                .isFailure())
        .isTrue();
  }

  /** A host that cannot be listed could have any of those in the plugin's package some day. */
  @Test
  void compile_namesThatTheHostCouldHave_areRecordedAsAbsentAndThoseOfTheJdkAreNot() {
    Compilation compilation =
        Compiling.sideEffect()
            .host(HOST)
            .compile("package p; class Main { String s; acme.api.Further f; " + RUNS + " }")
            .get();

    assertThat(compilation.hostUse().absentClasses())
        .contains("acme.api", "p.String")
        .noneMatch(name -> name.startsWith("java."));
  }

  @Test
  void compile_errorBesideANestedClass_isNoCrash() {
    assertThat(
            Compiling.sideEffect()
                .diagnostics(
                    "package p; class Main { static class N {} void m(boolean b) {"
                        + " N n = new N(); while (b) { n.absent(); n = b ? n : new N(); } } }"))
        .extracting(Diagnostic::code)
        .containsExactly("ecj.UndefinedMethod");
  }

  @Test
  void compile_veryDeepExpression_isACrashThatSaysSo() throws InterruptedException {
    String deep =
        "class Main { Object o = new StringBuilder()" + ".append(1)".repeat(20_000) + "; }";
    Throwable[] error = new Throwable[1];
    Thread shallow =
        new Thread(
            null,
            () -> error[0] = Compiling.sideEffect().compile(deep).getCause(),
            "shallow",
            256 * 1024);

    shallow.start();
    shallow.join();

    assertThat(error[0]).isInstanceOf(CompilerCrashed.class).hasMessageContaining("Main.java");
  }

  @Test
  void compile_fromSeveralThreads_givesTheSameBytes() throws Exception {
    String text =
        "import java.util.*; import java.util.function.*; class Main { static int i = 1;"
            + " Map<String, List<? super Integer>> m = new TreeMap<>(Comparator.reverseOrder());"
            + " Supplier<Runnable> s = () -> () -> m.forEach((k, v) -> v.add(k.length()));"
            + " public static void main(String[] a) { switch (a[0]) { case \"x\": i++; } } }";
    Callable<List<ClassFile>> once = () -> Compiling.sideEffect().compile(text).get().classFiles();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<ClassFile> first = once.call();

      for (Future<List<ClassFile>> each : threads.invokeAll(Collections.nCopies(40, once))) {
        assertThat(each.get()).isEqualTo(first);
      }
    } finally {
      threads.shutdown();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7  | the compiler does not support release 7",
        "99 | the compiler does not support release 99"
      })
  void compile_unknownRelease_isRefused(int release, String message) {
    assertThat(
            Compiling.sideEffect().release(release).diagnostics("class Main {}").get(0).message())
        .startsWith(message);
  }

  @Test
  void compile_earlierRelease_knowsWhatThatReleaseHad() {
    String text = "class Main { static boolean b = \"\".isBlank(); }";

    assertThat(Compiling.sideEffect().release(11).compile(text).isSuccess()).isTrue();
    assertThat(Compiling.sideEffect().release(8).diagnostics(text))
        .extracting(Diagnostic::code)
        .containsExactly("ecj.UndefinedMethod");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-Akey=value  | this compiler, ECJ, does not take the option -Akey=value",
        "--nope       | this compiler, ECJ, does not take the option --nope",
        "-Xlint:all   | compiler option -Xlint:all is refused",
        "-proc:only   | compiler option -proc:only is refused"
      })
  void compile_optionThatItDoesNotTake_isRefusedByName(String option, String message) {
    assertThat(Compiling.sideEffect().options(option).diagnostics("class Main {}").get(0).message())
        .startsWith(message);
  }

  @Test
  @EnabledForJreRange(maxVersion = 25)
  void compile_previewFeaturesOfARuntimeThatIsOlder_areRefusedByName() {
    assertThat(
            Compiling.sideEffect()
                .options("--enable-preview")
                .diagnostics("class Main {}")
                .get(0)
                .message())
        .contains("knows the preview features of Java 26 alone");
  }

  @ParameterizedTest
  @EnabledForJreRange(minVersion = 25)
  @ValueSource(
      strings = {
        "void main() { String s = List.of(1).toString(); System.out.println(s); }",
        "import module java.base; class Main { void main() { List<String> l = null; } }",
        "import module java.sql; class Main { void main() { java.util.List<?> l = null; Logger g; } }"
      })
  void compile_moduleImport_importsWhatTheModuleExports(String text) {
    assertThat(Compiling.sideEffect().compile(text).get().launch().start())
        .isInstanceOf(Start.Program.class);
  }

  @Test
  @EnabledForJreRange(minVersion = 25)
  void compile_importOfNoModule_isRefused() {
    assertThat(
            Compiling.sideEffect()
                .diagnostics("import module no.such; class Main { void main() {} }"))
        .extracting(Diagnostic::line)
        .contains(1L);
  }
}
