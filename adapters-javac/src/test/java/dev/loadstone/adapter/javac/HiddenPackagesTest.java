package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.testkit.InMemoryHostView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which javac stumbles over what is hidden, and what is said then. */
final class HiddenPackagesTest {

  private static final String ADVICE =
      "(the host hides com.acme.internal from plugins, and allows com.acme.api, com.acme.internal.open;"
          + " do without it, or add it: allowPackages in the application, --allow-package of the command)";

  private static final InMemoryHostView EVERYTHING =
      InMemoryHostView.of(
          Compiling.sideEffect()
              .compile(
                  source(
                      "internal",
                      "Base",
                      "public class Base { public int twice(int x) { return 2 * x; }"
                          + " public static final int C = 1; public static class Nested {} }"),
                  source("internal", "Failure", "public class Failure extends Exception {}"),
                  source(
                      "internal",
                      "Mark",
                      "public @interface Mark { Kind value() default Kind.A; enum Kind { A } }"),
                  source("internal.open", "Open", "public class Open {}"),
                  source(
                      "api", "Derived", "public class Derived extends com.acme.internal.Base {}"),
                  source("api", "Further", "public class Further extends Derived {}"),
                  source(
                      "api",
                      "Unfit",
                      "public class Unfit { String s = \"com/acme/internal/BaseX\"; }"),
                  source(
                      "api",
                      "Giving",
                      "public class Giving { public com.acme.internal.Base give() { return null; } }"),
                  source(
                      "api",
                      "Listing",
                      "public class Listing { public java.util.List<com.acme.internal.Base> all() { return null; } }"),
                  source(
                      "api",
                      "Failing",
                      "public class Failing { public void fail() throws com.acme.internal.Failure {} }"),
                  source(
                      "api",
                      "Task",
                      "public interface Task extends Runnable { com.acme.internal.Base base(); }"),
                  source(
                      "api",
                      "Marked",
                      "@com.acme.internal.Mark public class Marked { @com.acme.internal.Mark public void m() {} }"),
                  source("api", "Rule", "public interface Rule {}"))
              .get()
              .classFiles());

  private final Compiling narrowed =
      Compiling.sideEffect()
          .host(
              EVERYTHING.allowing(
                  AllowedPackages.of(List.of("com.acme.api", "com.acme.internal.open"))));

  private static SourceFile source(String subpackage, String name, String text) {
    return SourceFile.of(
        subpackage + "/" + name + ".java", "package com.acme." + subpackage + "; " + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import com.acme.internal.*; class Main {}",
        "import com.acme.internal.Base; class Main {}",
        "import static com.acme.internal.Base.C; class Main {}",
        "import static com.acme.internal.Base.*; class Main {}",
        "class Main { com.acme.internal.Base b; }",
        "class Main { int c = com.acme.internal.Base.C; }",
        "class Main { Object o = new com.acme.internal.Base(); }",
        "class Main { Object o = com.acme.internal.Base.class; }",
        "class Main { java.util.function.Supplier<Object> o = com.acme.internal.Base::new; }",
        "class Main extends com.acme.internal.Base {}",
        "@com.acme.internal.Mark class Main {}",
        "class Main { void f() throws com.acme.internal.Failure {} }",
      })
  void compile_nameInAHiddenPackage_saysThatItDoesNotExistForPlugins(String text) {
    Diagnostic first = narrowed.diagnostics("Main.java", "\n" + text).get(0);

    assertThat(first.code()).isEqualTo("compiler.err.doesnt.exist");
    assertThat(first.line()).isEqualTo(first.sourceLine().isEmpty() ? 1 : 2);
    assertThat(first.message())
        .isEqualTo("package com.acme.internal does not exist for plugins\n" + ADVICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Main { com.acme.internal.Base.Nested b; }",
        "import com.acme.internal.Base.*; class Main {}",
        "import com.acme.internal.Base.Nested; class Main {}",
        "import static com.acme.internal.Base.Nested.*; class Main {}",
      })
  void compile_nameInAClassOfAHiddenPackage_namesThePackage(String text) {
    assertThat(narrowed.diagnostics("Main.java", text).get(0).message())
        .isEqualTo("package com.acme.internal.Base does not exist\n" + ADVICE);
  }

  @Test
  void compile_hiddenPackageOfAPackageThatIsNot_saysSo() {
    assertThat(
            narrowed.rendered(
                "Main.java",
                "class Main {\n  com.acme.internal.open.Open o;\n  com.acme.internal.Base b;\n}"))
        .isEqualTo(
            """
            Main.java:3: error: cannot find symbol
              com.acme.internal.Base b;
                               ^
              symbol:   class Base
              location: package com.acme.internal
            """
                + ADVICE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Derived | Base    | class Main { int f(com.acme.api.Derived d) { return d.twice(1); } }",
        "Derived | Base    | class Main { int f(com.acme.api.Further d) { return d.twice(1); } }",
        "Derived | Base    | class Main extends com.acme.api.Derived {}",
        "Giving  | Base    | class Main { void f(com.acme.api.Giving g) { g.give(); } }",
        "Listing | Base    | class Main { void f(com.acme.api.Listing g) { g.all().get(0).twice(1); } }",
        "Failing | Failure | class Main { void f(com.acme.api.Failing f) { f.fail(); } }",
        "Task    | Base    | class Main implements com.acme.api.Task { public void run() {} public Object base() { return null; } }",
      })
  void compile_allowedTypeThatNeedsAHiddenOne_namesBothAndThePackage(
      String user, String needed, String text) {
    Diagnostic first = narrowed.diagnostics("Main.java", text).get(0);

    assertThat(first.code()).isEqualTo("compiler.err.cant.access");
    assertThat(first.message())
        .isEqualTo(
            """
            cannot access com.acme.internal.%2$s
              com.acme.api.%1$s needs com.acme.internal.%2$s, whose package does not exist for plugins
            %3$s""",
            user, needed, ADVICE);
  }

  @Test
  void compile_severalTypesThatNeedAHiddenOne_namesThemAll() {
    String text =
        "import com.acme.api.*; class Main { void f(Giving g, Derived d) { g.hashCode(); d.twice(1); } }";

    assertThat(narrowed.diagnostics("Main.java", text).get(0).message())
        .contains("com.acme.api.Derived, com.acme.api.Giving need com.acme.internal.Base, whose");
  }

  @Test
  void compile_contractThatNeedsAHiddenType_isMetByAProvider() {
    String text =
        "public class Main { public static com.acme.api.Derived provider() { return null; } }";

    assertThat(narrowed.contract("com.acme.api.Derived").compile("Main.java", text).isSuccess())
        .isTrue();
  }

  @Test
  void compile_allowedTypesAlone_succeedsWithoutWarnings() {
    String text =
        """
        import com.acme.api.*;
        import com.acme.internal.open.Open;
        public class Main implements Rule {
          void f(Marked marked, Open open, Object any) {
            marked.m();
            Derived derived = (Derived) any;
            Object o = derived;
          }
        }
        """;

    assertThat(narrowed.compile("Main.java", text).get().warnings()).isEmpty();
  }

  @Test
  void compile_whatIsNowhere_isLeftToJavac() {
    assertThat(narrowed.diagnostics("Main.java", "class Main { com.acme.absent.X x; }"))
        .extracting(Diagnostic::message)
        .containsExactly("package com.acme.absent does not exist");
    assertThat(
            Compiling.sideEffect()
                .host(EVERYTHING)
                .diagnostics("Main.java", "class Main { com.acme.internal.Absent x; }"))
        .extracting(Diagnostic::message)
        .allSatisfy(message -> assertThat(message).doesNotContain("plugins"));
  }

  @Test
  void compile_fileInAHiddenPackage_isRefused() {
    assertThat(narrowed.diagnostics("Main.java", "package com.acme.internal; class Main {}"))
        .extracting(Diagnostic::code)
        .containsExactly("loadstone.err.package.taken");
  }
}
