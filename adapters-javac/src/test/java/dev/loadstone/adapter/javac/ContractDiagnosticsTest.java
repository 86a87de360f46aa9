package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.testkit.InMemoryHostView;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContractDiagnosticsTest {

  private static final String FUNCTION =
      "java.util.function.Function<java.lang.String, java.lang.Integer>";

  @ParameterizedTest
  @MethodSource
  void compile_mainClassThatFits_succeeds(String contract, String source) {
    assertThat(Compiling.forContract(contract).compile("p/Main.java", source).get().warnings())
        .isEmpty();
  }

  static Stream<Arguments> compile_mainClassThatFits_succeeds() {
    return Stream.of(
        arguments(
            "java.lang.Runnable", "public class Main implements Runnable { public void run() {} }"),
        arguments(
            "java.lang.Runnable",
            "package p; class Main implements Runnable { public void run() {} }"),
        arguments(
            "java.lang.Runnable",
            "package p; class Main implements Runnable { public Main() throws Exception {} Main(int i) {} public void run() {} }"),
        arguments(
            "java.lang.Runnable",
            "package p; class NotNamedLikeItsFile implements Runnable { public void run() {} }"),
        arguments(
            "java.lang.Runnable",
            "package p; record Main() implements Runnable { public void run() {} }"),
        arguments(
            "java.lang.Runnable",
            "package p; record Main() implements Runnable { public Main {} public void run() {} }"),
        arguments(
            "java.lang.Runnable",
            "package p; record Main(int i) implements Runnable { public Main() { this(1); } public void run() {} }"),
        arguments(
            "java.lang.Runnable",
            "package p; class Main { private Main() {} public static Runnable provider() { return () -> {}; } }"),
        arguments(
            "java.lang.Runnable",
            "package p; interface Main extends Runnable { static Runnable provider() { return () -> {}; } }"),
        arguments(
            "java.lang.Runnable",
            "package p; enum Main implements Runnable { ONE; public void run() {} public static Main provider() { return ONE; } }"),
        arguments(
            "java.lang.Runnable",
            "class Main implements Runnable { public void run() {} private static int provider() { return 1; } }"),
        arguments(
            "java.lang.Runnable",
            "class Main implements Runnable { public void run() {} public int provider() { return 1; } }"),
        arguments(
            "java.lang.Runnable",
            "class Main implements Runnable { public void run() {} public static int provider(int i) { return 1; } }"),
        arguments(
            FUNCTION,
            "class Main implements java.util.function.Function<String, Integer> { public Integer apply(String s) { return 1; } }"),
        arguments(
            FUNCTION,
            "class Main<T> implements java.util.function.Function<T, Integer> { public Integer apply(T s) { return 1; } }"),
        arguments(
            FUNCTION,
            "class Main { public static <T> java.util.function.Function<T, Integer> provider() throws Exception { return t -> 1; } }"),
        arguments(
            "java.lang.Comparable",
            "class Main implements Comparable<String> { public int compareTo(String s) { return 1; } }"),
        arguments(
            "java.util.List<? extends java.lang.Number>",
            "class Main extends java.util.ArrayList<Integer> {}"),
        arguments(
            "java.util.Map.Entry<java.lang.String, java.lang.String>",
            "class Main { public static java.util.Map.Entry<String, String> provider() { return java.util.Map.entry(\"\", \"\"); } }"),
        arguments(
            "java.lang.Runnable",
            "@Deprecated class Main implements Runnable { @Deprecated(forRemoval = true) public Main() {} public void run() {} }"),
        arguments(
            FUNCTION,
            "class Main { @SuppressWarnings({\"unchecked\", \"rawtypes\"}) public static java.util.function.Function provider() { return t -> 1; } }"));
  }

  @ParameterizedTest
  @MethodSource
  void compile_mainClassThatDoesNotFit_saysSoAtTheUsersLine(
      String contract, String source, String rendered) {
    assertThat(Compiling.forContract(contract).rendered("p/Main.java", source)).isEqualTo(rendered);
  }

  @Test
  void compile_enumWithoutProvider_failsAtTheClass() {
    Diagnostic diagnostic =
        Compiling.forContract("java.lang.Runnable")
            .diagnostics("Main.java", "enum Main implements Runnable { ; public void run() {} }")
            .get(0);

    assertThat(diagnostic.code()).isEqualTo("compiler.err.enum.cant.be.instantiated");
    assertThat(diagnostic.line()).isEqualTo(1);
  }

  @Test
  void compile_rawProviderForGenericContract_warnsAtTheProvider() {
    List<Diagnostic> warnings =
        Compiling.forContract(FUNCTION)
            .compile(
                "Main.java",
                "class Main {\n  @SuppressWarnings(\"rawtypes\") public static"
                    + " java.util.function.Function provider() { return t -> 1; }\n}")
            .get()
            .warnings();

    assertThat(warnings)
        .extracting(Diagnostic::source, Diagnostic::line, Diagnostic::lint)
        .containsExactly(tuple("Main.java", 2L, "unchecked"));
  }

  @ParameterizedTest
  @EnumSource(Treatment.class)
  void compile_misfitUnderAnyWarningPolicy_isPlaced(Treatment treatment) {
    Compiling compiling =
        Compiling.forContract("java.lang.Runnable").warnings(treatment, "unchecked");

    assertThat(compiling.diagnostics("Main.java", "\nclass Main {}"))
        .extracting(Diagnostic::line, Diagnostic::column)
        .containsExactly(tuple(2L, 1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Main { int i = absent; }",
        "class Main { int i = ; } class Main {}",
        "class Main { void m() { int i; i++; } }",
        "class Main extends Absent { { super.m(); } }",
        "class Main { Main(Absent a) {} int m() {} }",
        "class Main<T extends Absent> { static void provider() { throw new Exception(); } }",
        "class Main { public static Absent provider() { return 1; } }",
        "final class Main { final int i; } class Other extends Main {}",
        "class Main { class Main {} } class Main$Main {}",
        "class Main { java.util.List l; } interface X extends Y {} interface Y extends X {}"
      })
  void compile_userErrorsWithAndWithoutContract_areTheSame(String source) {
    List<Diagnostic> without = Compiling.sideEffect().diagnostics("Main.java", source);

    assertThat(Compiling.forContract("java.lang.Runnable").diagnostics("Main.java", source))
        .isEqualTo(without);
    assertThat(Compiling.forContract(FUNCTION).diagnostics("Main.java", source)).isEqualTo(without);
  }

  @Test
  void compile_userErrorAndMisfit_reportsOnlyTheUserError() {
    List<Diagnostic> diagnostics =
        Compiling.forContract("java.lang.Runnable")
            .diagnostics("Main.java", "class Main { int i = absent; }");

    assertThat(diagnostics)
        .extracting(Diagnostic::code)
        .containsExactly("compiler.err.cant.resolve.location");
  }

  @Test
  void compile_syntaxErrorAndMisfit_reportsOnlyTheSyntaxError() {
    List<Diagnostic> diagnostics =
        Compiling.forContract("java.lang.Runnable")
            .diagnostics("Main.java", "class Main { int i = ; }");

    assertThat(diagnostics)
        .extracting(Diagnostic::code)
        .containsExactly("compiler.err.illegal.start.of.expr");
  }

  @Test
  void compile_mainClassInAnotherFileOfThePackage_judgesTheMainFilesClass() {
    List<Diagnostic> diagnostics =
        Compiling.forContract("java.lang.Runnable")
            .diagnostics(
                SourceFile.of(
                    "a/Task.java",
                    "public class Task implements Runnable { public void run() {} }"),
                SourceFile.of("b/Main.java", "class Other {}\nclass Main {}"));

    assertThat(diagnostics)
        .extracting(Diagnostic::source, Diagnostic::line, Diagnostic::code)
        .containsExactly(tuple("b/Main.java", 2L, "compiler.err.prob.found.req"));
  }

  @Test
  void compile_contractOfTheHost_isJudgedAgainstTheHostView() {
    Compiling compiling =
        Compiling.forContract(HostRule.class.getName())
            .host(InMemoryHostView.ofClasses(HostRule.class));

    assertThat(
            compiling
                .compile(
                    "Main.java",
                    "class Main implements "
                        + HostRule.class.getName()
                        + " { public int rule() { return 1; } }")
                .get()
                .mainClass())
        .isEqualTo("Main");
    assertThat(compiling.diagnostics("Main.java", "class Main {}"))
        .extracting(Diagnostic::code)
        .containsExactly("compiler.err.prob.found.req");
  }

  static Stream<Arguments> compile_mainClassThatDoesNotFit_saysSoAtTheUsersLine() {
    return Stream.of(
        arguments(
            "java.lang.Runnable",
            "package p;\n\npublic class Main {}\n",
            """
            p/Main.java:3: error: incompatible types: p.Main cannot be converted to java.lang.Runnable
            public class Main {}
                   ^
            (the main class of this plugin must be a java.lang.Runnable with a public or implicit no-argument constructor, or declare: public static java.lang.Runnable provider())"""),
        arguments(
            FUNCTION,
            "class Main implements java.util.function.Function<String, String> {\n  public String apply(String s) { return s; }\n}\n",
            """
            p/Main.java:1: error: incompatible types: Main cannot be converted to java.util.function.Function<java.lang.String,java.lang.Integer>
            class Main implements java.util.function.Function<String, String> {
            ^
            (the main class of this plugin must be a java.util.function.Function<java.lang.String, java.lang.Integer> with a public or implicit no-argument constructor, or declare: public static java.util.function.Function<java.lang.String, java.lang.Integer> provider())"""),
        arguments(
            FUNCTION,
            "class Main<T extends Number> implements java.util.function.Function<T, T> {\n  public T apply(T s) { return s; }\n}\n",
            """
            p/Main.java:1: error: incompatible types: cannot infer type arguments for Main<>
            class Main<T extends Number> implements java.util.function.Function<T, T> {
            ^
                reason: inference variable T has incompatible equality constraints java.lang.Integer,java.lang.String
            (the main class of this plugin must be a java.util.function.Function<java.lang.String, java.lang.Integer> with a public or implicit no-argument constructor, or declare: public static java.util.function.Function<java.lang.String, java.lang.Integer> provider())"""),
        arguments(
            "java.lang.Runnable",
            "abstract class Main implements Runnable {}\n",
            """
            p/Main.java:1: error: Main is abstract; cannot be instantiated
            abstract class Main implements Runnable {}
                     ^
            (the main class of this plugin must be a java.lang.Runnable with a public or implicit no-argument constructor, or declare: public static java.lang.Runnable provider())"""),
        arguments(
            "java.lang.Runnable",
            "interface Main extends Runnable {}\n",
            """
            p/Main.java:1: error: Main is abstract; cannot be instantiated
            interface Main extends Runnable {}
            ^
            (the main class of this plugin must be a java.lang.Runnable with a public or implicit no-argument constructor, or declare: public static java.lang.Runnable provider())"""),
        arguments(
            "java.lang.Runnable",
            "class Main implements Runnable {\n  public Main(int i) {}\n  public void run() {}\n}\n",
            """
            p/Main.java:1: error: constructor Main in class Main cannot be applied to given types;
            class Main implements Runnable {
            ^
              required: int
              found:    no arguments
              reason: actual and formal argument lists differ in length
            (the main class of this plugin must be a java.lang.Runnable with a public or implicit no-argument constructor, or declare: public static java.lang.Runnable provider())"""),
        arguments(
            "java.lang.Runnable",
            "class Main implements Runnable {\n  private Main() {}\n  public void run() {}\n}\n",
            """
            p/Main.java:2: error: Main() has private access in Main
              private Main() {}
                      ^
            (the main class of this plugin must be a java.lang.Runnable with a public or implicit no-argument constructor, or declare: public static java.lang.Runnable provider())"""),
        arguments(
            "java.lang.Runnable",
            "class Main implements Runnable {\n  protected Main() {}\n  public void run() {}\n}\n",
            """
            p/Main.java:2: error: the no-argument constructor of Main is not public
              protected Main() {}
                        ^
            (the main class of this plugin must be a java.lang.Runnable with a public or implicit no-argument constructor, or declare: public static java.lang.Runnable provider())"""),
        arguments(
            "java.lang.Runnable",
            "record Main(int... i) implements Runnable {\n  public Main {}\n  public void run() {}\n}\n",
            """
            p/Main.java:1: error: Main has no no-argument constructor
            record Main(int... i) implements Runnable {
            ^
            (the main class of this plugin must be a java.lang.Runnable with a public or implicit no-argument constructor, or declare: public static java.lang.Runnable provider())"""),
        arguments(
            "java.lang.Runnable",
            "record Main(int i) implements Runnable {\n  public Main {}\n  public void run() {}\n}\n",
            """
            p/Main.java:1: error: constructor Main in record Main cannot be applied to given types;
            record Main(int i) implements Runnable {
            ^
              required: int
              found:    no arguments
              reason: actual and formal argument lists differ in length
            (the main class of this plugin must be a java.lang.Runnable with a public or implicit no-argument constructor, or declare: public static java.lang.Runnable provider())"""),
        arguments(
            "java.lang.Runnable",
            "class Main implements Runnable {\n  public void run() {}\n  public static Object provider() { return null; }\n}\n",
            """
            p/Main.java:3: error: incompatible types: java.lang.Object cannot be converted to java.lang.Runnable
              public static Object provider() { return null; }
                                   ^
            (the method provider() of this plugin's main class must return a java.lang.Runnable)"""),
        arguments(
            "java.lang.Runnable",
            "class Main {\n  public static void provider() {}\n}\n",
            """
            p/Main.java:2: error: incompatible types: void cannot be converted to java.lang.Runnable
              public static void provider() {}
                                 ^
            (the method provider() of this plugin's main class must return a java.lang.Runnable)"""),
        arguments(
            "com.acme.Absent",
            "class Main {}\n",
            """
            p/Main.java:1: error: package com.acme does not exist
            class Main {}
            ^
            (the main class of this plugin must be a com.acme.Absent with a public or implicit no-argument constructor, or declare: public static com.acme.Absent provider())"""));
  }
}
