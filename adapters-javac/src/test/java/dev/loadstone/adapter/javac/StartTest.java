package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.testkit.InMemoryHostView;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Table-driven: what a side-effect plugin runs, or why it would run nothing. */
final class StartTest {

  private static final String SAYS = " { System.out.println(\"ran\"); }";

  /** A program, and what two releases run of it; a dash where there is no such program. */
  record Case(String on17, String on25, List<String> sources) {

    SourceFile[] files() {
      return sources.stream()
          .map(text -> SourceFile.of(name(text), text))
          .toArray(SourceFile[]::new);
    }

    private static String name(String text) {
      return text.startsWith("package other")
              || text.contains("class Base {")
              || text.contains("interface Base")
          ? "Base.java"
          : "Main.java";
    }

    @Override
    public String toString() {
      return String.join(" ", sources);
    }
  }

  static Stream<Arguments> starts() {
    return cases().stream()
        .flatMap(
            each -> Stream.of(Arguments.of(17, each.on17, each), Arguments.of(25, each.on25, each)))
        .filter(each -> !each.get()[1].equals("-"));
  }

  @ParameterizedTest
  @MethodSource("starts")
  void compile_sideEffect_findsWhatRuns(int release, String expected, Case program) {
    Assumptions.assumeTrue(release <= Runtime.version().feature());
    Start start =
        Compiling.sideEffect().release(release).compile(program.files()).get().launch().start();

    assertThat(text(start)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Main { static { int i = 0; } }",
        "class Main { static int x = Integer.parseInt(\"1\"); }",
        "class Main { static Object o = new Object(); }",
        "class Main { static Object o = Other.O; } class Other { static Object o = null, O = null; }",
        "class Main { static Object[] o = { List.of() }; }",
        "class Main { static String s = Thread.State.NEW + \"\"; }",
        "class Main extends Base {} class Base { static { m(); } static void m() {} }",
        "class Main extends Other.Base {} class Other { static class Base { static Object o = List.of(); } }",
        "interface Main { int X = Integer.parseInt(\"1\"); }",
        "enum Main { A(Integer.parseInt(\"1\")); Main(int i) {} }",
        "enum Main { A; { System.out.println(); } }",
        "enum Main { A; final Object o = new Object(); }",
        "enum Main { A { { System.out.println(); } } }",
        "record Main() { static final Object O = List.of(); }"
      })
  void compile_noMainButAnInitializerThatRunsSomething_isRun(String source) {
    assertThat(startOf(source)).startsWith("2:").endsWith(" initializer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Main { static { } static int i; }",
        "class Main { { System.out.println(); } Main() { System.out.println(); } }",
        "class Main { static int i, j = 2, k = i + 1; static Object o = null; }",
        "class Main { static final int X = Integer.MAX_VALUE; static final String S = \"a\" + X; }",
        "class Main { static Runnable r = () -> System.out.println(); static int[] a = { 1, 2 }; }",
        "class Main { Object o = List.of(); static class Inner { static { System.out.println(); } } }",
        "interface Main { int X = 1; default void m() { System.out.println(); } }",
        "enum Main { A(1), B(2); final int i; Main(int i) { this.i = i; } }",
        "enum Main { A { void m() { System.out.println(); } }; void m() {} }",
        "@interface Main { int value() default 1; }"
      })
  void compile_noMainAndNoInitializerThatRunsSomething_isNothing(String source) {
    assertThat(startOf(source)).endsWith("no static initializer that runs anything");
  }

  @ParameterizedTest
  @CsvSource({
    "public static void main(String[] args), 1:1 static main(String[])",
    "private static void main(String[] args), 1:1 Java 17 does not run main(java.lang.String[]) of host.Base as the main method: it is not public",
    "public void run(), '1:1 Main has no main method, and no static initializer that runs anything'"
  })
  void compile_mainClassThatExtendsAHostClass_looksThereAndRecordsNoMore(
      String method, String expected) {
    InMemoryHostView host =
        InMemoryHostView.of(
            Compiling.sideEffect()
                .compile(
                    "Base.java",
                    "package host; public class Base { public class Nested {} "
                        + method
                        + SAYS
                        + " }")
                .get()
                .classFiles());

    Compilation compilation =
        Compiling.sideEffect()
            .release(17)
            .host(host)
            .compile("Main.java", "class Main extends host.Base {}")
            .get();

    assertThat(text(compilation.launch().start())).isEqualTo(expected);
    assertThat(compilation.hostUse().classes())
        .extracting(ClassFile::binaryName)
        .containsExactly("host.Base");
  }

  @Test
  void compile_noMain_saysWhatAPluginStartsIn() {
    Start.Nothing on17 =
        (Start.Nothing)
            Compiling.sideEffect()
                .release(17)
                .compile("A.java", "class A {}")
                .get()
                .launch()
                .start();

    assertThat(on17.reason().toString())
        .isEqualTo(
            """
            A.java:1: error: A has no main method, and no static initializer that runs anything
            class A {}
            ^
            (for Java 17, a plugin without a contract starts in: public static void main(String[] args))""");
  }

  @Test
  void compile_contract_startsByItsValue() {
    Compilation compilation =
        Compiling.forContract("java.lang.Runnable")
            .compile("A.java", "class A extends Thread { public static void main(String[] a) {} }")
            .get();

    assertThat(compilation.launch().start()).isEqualTo(new Start.Value());
  }

  private static String startOf(String source) {
    String text = "import java.util.List;\n" + source;
    return text(Compiling.sideEffect().compile("Main.java", text).get().launch().start());
  }

  private static String text(Start start) {
    if (start instanceof Start.Nothing nothing) {
      Diagnostic reason = nothing.reason();
      String firstLine = reason.message().lines().findFirst().orElse("");
      return reason.line() + ":" + reason.column() + " " + firstLine;
    }
    Start.Program program = (Start.Program) start;
    return program.line() + ":" + program.column() + " " + program.form().text();
  }

  private static Case row(String on17, String on25, String... sources) {
    return new Case(on17, on25, List.of(sources));
  }

  static List<Case> cases() {
    return List.of(
        row(
            "1:33 static main(String[])",
            "1:33 static main(String[])",
            "class Main { public static void main(String[] args)" + SAYS + " }"),
        row(
            "1:19 Java 17 does not run main(java.lang.String[]) as the main method: it is not public and is not static",
            "1:19 main(String[])",
            "class Main { void main(String[] args)" + SAYS + " }"),
        row(
            "1:19 Java 17 does not run main() as the main method: it is not public, is not static and does not take a String[]",
            "1:19 main()",
            "class Main { void main()" + SAYS + " }"),
        row(
            "1:26 Java 17 does not run main() as the main method: it is not public and does not take a String[]",
            "1:26 static main()",
            "class Main { static void main()" + SAYS + " }"),
        row(
            "1:26 Java 17 does not run main(java.lang.String[]) as the main method: it is not public",
            "1:26 static main(String[])",
            "class Main { static void main(String[] args)" + SAYS + " }"),
        row(
            "1:34 Java 17 does not run main(java.lang.String[]) as the main method: it is not public",
            "1:34 Java 25 does not run main(java.lang.String[]) as the main method: it is private",
            "class Main { private static void main(String[] args)" + SAYS + " }"),
        row(
            "1:32 Java 17 does not run main(java.lang.String[]) as the main method: it returns a value",
            "1:32 Java 25 does not run main(java.lang.String[]) as the main method: it returns a value",
            "class Main { public static int main(String[] args) { return 1; } }"),
        row(
            "1:33 Java 17 does not run mian(java.lang.String[]) as the main method: it is not named main",
            "1:33 Java 25 does not run mian(java.lang.String[]) as the main method: it is not named main",
            "class Main { public static void mian(String[] args)" + SAYS + " }"),
        row(
            "1:33 Java 17 does not run main(int) as the main method: it does not take a String[]",
            "1:33 Java 25 does not run main(int) as the main method: it takes something other than a String[]",
            "class Main { public static void main(int i)" + SAYS + " }"),
        row(
            "1:1 Main has no main method, and no static initializer that runs anything",
            "1:1 Main has no main method, and no static initializer that runs anything",
            "class Main { }"),
        row(
            "1:1 Main has no main method, and no static initializer that runs anything",
            "1:1 Main has no main method, and no static initializer that runs anything",
            "class Main { int x = 1; }"),
        row(
            "1:1 Main has no main method, and no static initializer that runs anything",
            "1:1 Main has no main method, and no static initializer that runs anything",
            "class Main { static final int X = 1; static int y = 5; static Object z = null; }"),
        row("1:1 initializer", "1:1 initializer", "class Main { static" + SAYS + " }"),
        row(
            "1:1 initializer",
            "1:1 initializer",
            "class Main { static int x = Integer.parseInt(\"1\"); }"),
        row(
            "1:64 Java 17 does not run mian(java.lang.String[]) as the main method: it is not named main and is not public",
            "1:64 Java 25 does not run mian(java.lang.String[]) as the main method: it is not named main",
            "class Main { static int x = Integer.parseInt(\"1\"); static void mian(String[] a)"
                + SAYS
                + " }"),
        row(
            "1:1 initializer",
            "1:1 initializer",
            "class Main { static { main(); } private static void main()" + SAYS + " }"),
        row(
            "1:28 initializer",
            "1:28 initializer",
            "class Main extends Base {} class Base { static" + SAYS + " }"),
        row(
            "1:1 static main(String[])",
            "1:1 static main(String[])",
            "class Base { public static void main(String[] args)" + SAYS + " }",
            "class Main extends Base {}"),
        row(
            "1:1 Java 17 does not run main(java.lang.String[]) of Base as the main method: it is not public",
            "1:1 Java 25 does not run main(java.lang.String[]) of Base as the main method: it is private",
            "class Base { private static void main(String[] args)" + SAYS + " }",
            "class Main extends Base {}"),
        row(
            "1:1 Java 17 does not run main() of Base as the main method: it is not public, is not static and does not take a String[]",
            "1:1 main()",
            "class Base { protected void main()" + SAYS + " }",
            "class Main extends Base {}"),
        row(
            "1:1 Main has no main method, and no static initializer that runs anything",
            "1:1 Main has no main method, and no static initializer that runs anything",
            "interface Base { static void main(String[] args)" + SAYS + " }",
            "class Main implements Base {}"),
        row(
            "1:1 Main has no main method, and no static initializer that runs anything",
            "1:1 main()",
            "interface Base { default void main()" + SAYS + " }",
            "class Main implements Base {}"),
        row(
            "1:1 Main has no main method, and no static initializer that runs anything",
            "1:1 Main has no main method, and no static initializer that runs anything",
            "enum Main { A, B }"),
        row("1:1 initializer", "1:1 initializer", "enum Main { A; Main()" + SAYS + " }"),
        row(
            "1:21 Java 17 does not run main() as the main method: it is not public, is not static and does not take a String[]",
            "1:21 Java 25 does not run main(): Main is an enum, so there is no instance to call it on",
            "enum Main { A; void main()" + SAYS + " }"),
        row(
            "1:35 static main(String[])",
            "1:35 static main(String[])",
            "enum Main { A; public static void main(String[] args)" + SAYS + " }"),
        row(
            "1:30 static main(String[])",
            "1:30 static main(String[])",
            "interface Main { static void main(String[] args)" + SAYS + " }"),
        row(
            "1:31 Java 17 does not run main() as the main method: it is not static and does not take a String[]",
            "1:31 Java 25 does not run main(): Main is abstract, so there is no instance to call it on",
            "interface Main { default void main()" + SAYS + " }"),
        row(
            "1:22 Java 17 does not run main() as the main method: it is not public, is not static and does not take a String[]",
            "1:22 main()",
            "record Main() { void main()" + SAYS + " }"),
        row(
            "1:27 Java 17 does not run main() as the main method: it is not public, is not static and does not take a String[]",
            "1:27 Java 25 does not run main(): Main has no constructor without parameters, so there is no instance to call it on",
            "record Main(int i) { void main()" + SAYS + " }"),
        row(
            "1:28 Java 17 does not run main() as the main method: it is not public, is not static and does not take a String[]",
            "1:28 Java 25 does not run main(): Main is abstract, so there is no instance to call it on",
            "abstract class Main { void main()" + SAYS + " }"),
        row(
            "1:37 Java 17 does not run main() as the main method: it is not public, is not static and does not take a String[]",
            "1:37 Java 25 does not run main(): the constructor of Main without parameters is private, so there is no instance to call it on",
            "class Main { private Main() {} void main()" + SAYS + " }"),
        row(
            "1:34 Java 17 does not run main() as the main method: it is not public, is not static and does not take a String[]",
            "1:34 Java 25 does not run main(): Main has no constructor without parameters, so there is no instance to call it on",
            "class Main { Main(int i) {} void main()" + SAYS + " }"),
        row(
            "1:41 Java 17 does not run main(java.lang.String[]) as the main method: it is not public",
            "1:41 static main(String[])",
            "class Main { void main() {} static void main(String[] args)" + SAYS + " }"),
        row(
            "1:41 Java 17 does not run main(java.lang.String[]) as the main method: it is not public and is not static",
            "1:41 main(String[])",
            "class Main { static void main() {} void main(String[] args)" + SAYS + " }"),
        row(
            "1:25 Java 17 does not run main(java.lang.String[]) as the main method: it is not public and returns a value",
            "1:64 main()",
            "class Main { static int main(String[] args) { return 1; } void main()" + SAYS + " }"),
        row(
            "1:63 Java 17 does not run <T>main(T[]) as the main method: it is not public",
            "1:63 static main(String[])",
            "class Main<T extends String> { static <T extends String> void main(T[] args)"
                + SAYS
                + " }"),
        row("-", "1:6 main()", "void main()" + SAYS),
        row(
            "1:1 Java 17 does not run main(java.lang.String[]) of other.Base as the main method: it is not public",
            "1:1 static main(String[])",
            "package other; public class Base { static void main(String[] args)" + SAYS + " }",
            "class Main extends other.Base {}"),
        row(
            "-",
            "1:6 main(String[])",
            "void main(String[] args)" + SAYS + " void main()" + SAYS + " class Inner {}"));
  }
}
