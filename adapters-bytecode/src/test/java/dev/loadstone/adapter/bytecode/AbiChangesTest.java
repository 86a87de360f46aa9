package dev.loadstone.adapter.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.classfile.ClassFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Single changes of a source, each of which changes the ABI of class {@code A} or does not. */
final class AbiChangesTest {

  private static final AsmClassFileReader READER = new AsmClassFileReader();

  private static final String IMPORTS =
      "import java.lang.annotation.*; import java.util.*; import java.util.function.*;\n";

  /** What the sources use. */
  private static final String AROUND =
      """
      package around;
      import java.lang.annotation.*;
      public class Base { protected void hook() {} }
      public interface I {}
      public interface J {}
      @Retention(RetentionPolicy.RUNTIME) public @interface Seen { int value() default 1; String[] names() default {}; }
      public @interface Unseen { String value() default ""; }
      @Retention(RetentionPolicy.SOURCE) public @interface Gone { int value() default 1; }
      @Retention(RetentionPolicy.RUNTIME) @Target(ElementType.TYPE_USE) public @interface Use { int value() default 1; }
      @Retention(RetentionPolicy.RUNTIME) @Repeatable(Tags.class) public @interface Tag { int value(); }
      @Retention(RetentionPolicy.RUNTIME) public @interface Tags { Tag[] value(); }
      @Retention(RetentionPolicy.RUNTIME) public @interface Many {
        byte b() default 1; short s() default 1; char c() default 'c'; long l() default 1; float f() default 1;
        double d() default 1; boolean z() default true; Class<?> k() default Object.class; Thread.State e() default Thread.State.NEW;
        Seen n() default @Seen; int[] is() default {}; Seen[] ns() default {}; double[] ds() default {};
      }
      """;

  private record Row(String change, String before, String after) {}

  private static Row row(String change, String before, String after) {
    return new Row(change, before, after);
  }

  /** Compiles all that was before at once, and all that is after, each row in its own package. */
  private static Stream<Arguments> compiled(String name, Row... rows) {
    List<ClassAbi> before = abis(name, Arrays.stream(rows).map(Row::before).toList());
    List<ClassAbi> after = abis(name, Arrays.stream(rows).map(Row::after).toList());
    return IntStream.range(0, rows.length)
        .mapToObj(i -> arguments(rows[i].change(), before.get(i), after.get(i)));
  }

  private static List<ClassAbi> abis(String name, List<String> sources) {
    List<String> units = new ArrayList<>(List.of(AROUND));
    for (int i = 0; i < sources.size(); i++) {
      units.add("package p" + i + "; import around.*; " + IMPORTS + sources.get(i));
    }
    Map<String, ClassFile> classes = InMemoryJavac.compile(units);
    return IntStream.range(0, sources.size())
        .mapToObj(i -> READER.abi(classes.get("p" + i + "." + name)).get())
        .toList();
  }

  static Stream<Arguments> changes() {
    return compiled(
        "A",
        row("kind to interface", "class A {}", "interface A {}"),
        row("kind to enum", "final class A {}", "enum A {}"),
        row("kind to record", "final class A {}", "record A() {}"),
        row("kind to annotation", "interface A {}", "@interface A {}"),
        row("class abstract", "class A {}", "abstract class A {}"),
        row("class final", "class A {}", "final class A {}"),
        row("type parameter added", "class A {}", "class A<T> {}"),
        row("type parameter renamed", "class A<T> {}", "class A<U> {}"),
        row("bound", "class A<T> {}", "class A<T extends Number> {}"),
        row("interface bound", "class A<T extends I> {}", "class A<T extends J> {}"),
        row("superclass", "class A {}", "class A extends Base {}"),
        row(
            "type argument of the superclass",
            "abstract class A extends ArrayList<String> {}",
            "abstract class A extends ArrayList<Integer> {}"),
        row("interface added", "class A {}", "class A implements I {}"),
        row("another interface", "class A implements I {}", "class A implements J {}"),
        row("order of interfaces", "class A implements I, J {}", "class A implements J, I {}"),
        row(
            "class sealed",
            "class A {} final class B extends A {}",
            "sealed class A {} final class B extends A {}"),
        row(
            "permitted subclass",
            "sealed class A {} final class B extends A {}",
            "sealed class A {} final class B extends A {} final class C extends A {}"),
        row(
            "sealed interface",
            "interface A {} record B() implements A {}",
            "sealed interface A {} record B() implements A {}"),
        row("record component added", "record A() {}", "record A(int x) {}"),
        row("record component renamed", "record A(int y) {}", "record A(int x) {}"),
        row("record component retyped", "record A(int x) {}", "record A(long x) {}"),
        row(
            "record component's type argument",
            "record A(List<String> x) {}",
            "record A(List<Integer> x) {}"),
        row("order of record components", "record A(int x, int y) {}", "record A(int y, int x) {}"),
        row("record component annotated", "record A(int x) {}", "record A(@Seen int x) {}"),
        row("record component's type annotated", "record A(int x) {}", "record A(@Use int x) {}"),
        row("enum constant added", "enum A { X }", "enum A { X, Y }"),
        row("order of enum constants", "enum A { X, Y }", "enum A { Y, X }"),
        row("enum constant with a body", "enum A { X }", "enum A { X {} }"),
        row("class annotated", "class A {}", "@Seen class A {}"),
        row("class annotated, not at run time", "class A {}", "@Unseen class A {}"),
        row("class deprecated", "class A {}", "@Deprecated class A {}"),
        row(
            "class deprecated by its comment alone",
            "class A {}",
            "/** @deprecated no */ class A {}"),
        row("annotation's value", "@Seen(1) class A {}", "@Seen(2) class A {}"),
        row(
            "annotation's array",
            "@Seen(names = \"a\") class A {}",
            "@Seen(names = {}) class A {}"),
        row(
            "order in an annotation's array",
            "@Seen(names = {\"a\", \"b\"}) class A {}",
            "@Seen(names = {\"b\", \"a\"}) class A {}"),
        row(
            "comma in an annotation's string",
            "@Seen(names = {\"a\", \"b\"}) class A {}",
            "@Seen(names = {\"a\\\", \\\"b\"}) class A {}"),
        row("repeated annotation", "@Tag(1) class A {}", "@Tag(1) @Tag(2) class A {}"),
        row("annotation's byte", "@Many(b = 2) class A {}", "@Many(b = 3) class A {}"),
        row("annotation's short", "@Many(s = 2) class A {}", "@Many(s = 3) class A {}"),
        row("annotation's char", "@Many(c = '2') class A {}", "@Many(c = '3') class A {}"),
        row("annotation's long", "@Many(l = 2) class A {}", "@Many(l = 3) class A {}"),
        row("annotation's float", "@Many(f = 2) class A {}", "@Many(f = 3) class A {}"),
        row("annotation's double", "@Many(d = 0.0) class A {}", "@Many(d = -0.0) class A {}"),
        row("annotation's boolean", "@Many(z = true) class A {}", "@Many(z = false) class A {}"),
        row(
            "annotation's class",
            "@Many(k = int.class) class A {}",
            "@Many(k = int[].class) class A {}"),
        row(
            "annotation's enum constant",
            "@Many(e = Thread.State.NEW) class A {}",
            "@Many(e = Thread.State.BLOCKED) class A {}"),
        row(
            "annotation in an annotation",
            "@Many(n = @Seen(2)) class A {}",
            "@Many(n = @Seen(3)) class A {}"),
        row(
            "annotation's array of int",
            "@Many(is = 2) class A {}",
            "@Many(is = {2, 3}) class A {}"),
        row("annotation's array of double", "@Many(ds = 2) class A {}", "@Many(ds = 3) class A {}"),
        row(
            "annotation's array of annotations",
            "@Many(ns = @Seen) class A {}",
            "@Many(ns = {@Seen, @Seen}) class A {}"),
        row(
            "annotation default",
            "@interface A { int x(); }",
            "@interface A { int x() default 1; }"),
        row(
            "annotation default's value",
            "@interface A { int x() default 2; }",
            "@interface A { int x() default 1; }"),
        row(
            "annotation's own retention",
            "@Retention(RetentionPolicy.RUNTIME) @interface A {}",
            "@Retention(RetentionPolicy.CLASS) @interface A {}"),
        row("superclass annotated", "class A extends Base {}", "class A extends @Use Base {}"),
        row("interface annotated", "class A implements I, J {}", "class A implements I, @Use J {}"),
        row("type parameter annotated", "class A<T> {}", "class A<@Use T> {}"),
        row("bound annotated", "class A<T extends I> {}", "class A<T extends @Use I> {}"),
        row("field added", "class A {}", "class A { int x; }"),
        row("field renamed", "class A { int x; }", "class A { int y; }"),
        row("field retyped", "class A { int x; }", "class A { long x; }"),
        row("field's type argument", "class A { List<String> x; }", "class A { List<I> x; }"),
        row("field public", "class A { int x; }", "class A { public int x; }"),
        row("field protected", "class A { int x; }", "class A { protected int x; }"),
        row("field no longer private", "class A { private int x; }", "class A { int x; }"),
        row("field static", "class A { int x; }", "class A { static int x; }"),
        row("field final", "class A { int x; }", "class A { final int x = hashCode(); }"),
        row("field volatile", "class A { int x; }", "class A { volatile int x; }"),
        row("field transient", "class A { int x; }", "class A { transient int x; }"),
        row("field annotated", "class A { int x; }", "class A { @Seen int x; }"),
        row("field deprecated", "class A { int x; }", "class A { @Deprecated int x; }"),
        row("field's type annotated", "class A { int x; }", "class A { @Use int x; }"),
        row(
            "place of a type annotation",
            "class A { @Use int[] x; }",
            "class A { int @Use [] x; }"),
        row("type argument annotated", "class A { List<I> x; }", "class A { List<@Use I> x; }"),
        row(
            "constant int",
            "class A { static final int X = 1; }",
            "class A { static final int X = 2; }"),
        row(
            "constant boolean",
            "class A { static final boolean X = true; }",
            "class A { static final boolean X = false; }"),
        row(
            "constant char",
            "class A { static final char X = 1; }",
            "class A { static final char X = 2; }"),
        row(
            "constant double",
            "class A { static final double X = 0.1; }",
            "class A { static final double X = 0.2; }"),
        row(
            "constant float",
            "class A { static final float X = 0.1f; }",
            "class A { static final float X = 0.2f; }"),
        row(
            "constant long",
            "class A { static final long X = 1; }",
            "class A { static final long X = 2; }"),
        row(
            "constant string",
            "class A { static final String X = \"a\"; }",
            "class A { static final String X = \"b\"; }"),
        row(
            "constant of an instance",
            "class A { final int x = 1; }",
            "class A { final int x = 2; }"),
        row(
            "no longer constant",
            "class A { static final int X = 1; }",
            "class A { static final int X = Integer.valueOf(1); }"),
        row("constant in an interface", "interface A { int X = 1; }", "interface A { int X = 2; }"),
        row("method added", "class A {}", "class A { void m() {} }"),
        row("abstract method added", "interface A {}", "interface A { void m(); }"),
        row("method renamed", "class A { void m() {} }", "class A { void n() {} }"),
        row("parameter added", "class A { void m() {} }", "class A { void m(int x) {} }"),
        row("parameter retyped", "class A { void m(int x) {} }", "class A { void m(long x) {} }"),
        row(
            "parameters swapped",
            "class A { void m(int x, long y) {} }",
            "class A { void m(long y, int x) {} }"),
        row("return type", "class A { void m() {} }", "class A { int m() { return 0; } }"),
        row(
            "type argument of a parameter",
            "class A { void m(List<I> x) {} }",
            "class A { void m(List<J> x) {} }"),
        row("method generic", "class A { void m() {} }", "class A { <T> void m() {} }"),
        row("variable arity", "class A { void m(int[] x) {} }", "class A { void m(int... x) {} }"),
        row("method public", "class A { void m() {} }", "class A { public void m() {} }"),
        row(
            "method no longer private",
            "class A { private void m() {} }",
            "class A { void m() {} }"),
        row("method static", "class A { void m() {} }", "class A { static void m() {} }"),
        row("method final", "class A { void m() {} }", "class A { final void m() {} }"),
        row(
            "method abstract",
            "abstract class A { void m() {} }",
            "abstract class A { abstract void m(); }"),
        row("method default", "interface A { void m(); }", "interface A { default void m() {} }"),
        row(
            "method synchronized",
            "class A { void m() {} }",
            "class A { synchronized void m() {} }"),
        row("method native", "class A { void m() {} }", "class A { native void m(); }"),
        row(
            "exception added",
            "class A { void m() {} }",
            "class A { void m() throws java.io.IOException {} }"),
        row(
            "unchecked exception added",
            "class A { void m() {} }",
            "class A { void m() throws IllegalStateException {} }"),
        row("method annotated", "class A { void m() {} }", "class A { @Seen void m() {} }"),
        row("method deprecated", "class A { void m() {} }", "class A { @Deprecated void m() {} }"),
        row(
            "parameter annotated",
            "class A { void m(int x, int y) {} }",
            "class A { void m(int x, @Seen int y) {} }"),
        row(
            "another parameter annotated",
            "class A { void m(@Seen int x, int y) {} }",
            "class A { void m(int x, @Seen int y) {} }"),
        row(
            "parameter's type annotated",
            "class A { void m(int x) {} }",
            "class A { void m(@Use int x) {} }"),
        row(
            "return type annotated",
            "class A { int m() { return 0; } }",
            "class A { @Use int m() { return 0; } }"),
        row("receiver annotated", "class A { void m() {} }", "class A { void m(@Use A this) {} }"),
        row(
            "exception annotated",
            "class A { void m() throws Exception {} }",
            "class A { void m() throws @Use Exception {} }"),
        row(
            "another exception annotated",
            "class A { void m() throws @Use Exception, Error {} }",
            "class A { void m() throws Exception, @Use Error {} }"),
        row(
            "method's type parameter annotated",
            "class A { <T> void m() {} }",
            "class A { <@Use T> void m() {} }"),
        row("constructor added", "class A {}", "class A { A() {} A(int x) {} }"),
        row("constructor private", "class A {}", "class A { private A() {} }"),
        row("constructor public", "class A {}", "class A { public A() {} }"),
        row(
            "bridge",
            "abstract class A implements Supplier<I> { public abstract I get(); }",
            "abstract class A implements Supplier { public abstract Object get(); }"),
        row(
            "bridge alone",
            "public class A extends Hidden {} class Hidden { public void m() {} }",
            "public class A extends Hidden {} class Hidden {  }"),
        row("member class added", "class A {}", "class A { class B {} }"),
        row("member class renamed", "class A { class B {} }", "class A { class C {} }"),
        row("member class static", "class A { class B {} }", "class A { static class B {} }"),
        row("member class protected", "class A { class B {} }", "class A { protected class B {} }"),
        row(
            "member class no longer private",
            "class A { private class B {} }",
            "class A { class B {} }"),
        row("member class to enum", "class A { class B {} }", "class A { enum B {} }"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void digest_ofVisibleChange_changes(String change, ClassAbi then, ClassAbi now) {
    assertThat(now.digest()).isNotEqualTo(then.digest());
    assertThat(ClassAbi.parse(now.text()).get()).isEqualTo(now);
  }

  static Stream<Arguments> nothings() {
    return compiled(
        "A",
        row("nothing", "class A { int x; void m() {} }", "class A { int x; void m() {} }"),
        row(
            "body",
            "class A { int m() { return 0; } }",
            "class A { int m() { return new Object().hashCode(); } }"),
        row(
            "lambda in a body",
            "class A { Object m() { return null; } }",
            "class A { Object m() { return (Runnable) () -> {}; } }"),
        row(
            "switch over an enum in a body",
            "class A { void m(Thread.State s) {} }",
            "class A { void m(Thread.State s) { switch (s) { case NEW: m(s); default: } } }"),
        row(
            "local and anonymous classes in a body",
            "class A { void m() {} }",
            "class A { void m() { class L {} new L(); new Object() {}; } }"),
        row(
            "another class used in a body",
            "class A { void m() {} }",
            "class A { void m() { Map.Entry<?, ?> e = Map.entry(1, 2); } }"),
        row(
            "assertion in a body",
            "class A { void m() {} }",
            "class A { void m() { assert hashCode() > 0; } }"),
        row(
            "annotated local variable",
            "class A { void m() { int x = 0; } }",
            "class A { void m() { @Use int x = 0; } }"),
        row(
            "annotated expression",
            "class A { void m() { Object x = (I) null; } }",
            "class A { void m() { Object x = (@Use I) null; } }"),
        row("initial value", "class A { int x = hashCode(); }", "class A { int x = 5; }"),
        row(
            "static initialiser",
            "class A { static int x; }",
            "class A { static int x = 5; static { x = 6; } }"),
        row("private field", "class A {}", "class A { private int x; }"),
        row("private constant", "class A {}", "class A { private static final int X = 1; }"),
        row("private method", "class A {}", "class A { private void m() {} }"),
        row("private constructor", "class A { A() {} }", "class A { A() {} private A(int x) {} }"),
        row(
            "private abstract-like method of an interface",
            "interface A {}",
            "interface A { private void m() {} }"),
        row("private member class", "class A {}", "class A { private class B {} }"),
        row(
            "private member that a nested class uses",
            "class A { class B {} private int x; }",
            "class A { class B { int y = x; } private int x; }"),
        row("order of fields", "class A { int x; long y; }", "class A { long y; int x; }"),
        row(
            "order of methods",
            "class A { void m() {} void n() {} }",
            "class A { void n() {} void m() {} }"),
        row(
            "order of constructors",
            "class A { A() {} A(int x) {} }",
            "class A { A(int x) {} A() {} }"),
        row(
            "order of member classes",
            "class A { class B {} class C {} }",
            "class A { class C {} class B {} }"),
        row(
            "order of permitted subclasses",
            "sealed class A permits B, C {} final class B extends A {} final class C extends A {}",
            "sealed class A permits C, B {} final class B extends A {} final class C extends A {}"),
        row(
            "order of exceptions",
            "class A { void m() throws Error, Exception {} }",
            "class A { void m() throws Exception, Error {} }"),
        row(
            "order of exceptions, one annotated",
            "class A { void m() throws @Use Error, Exception {} }",
            "class A { void m() throws Exception, @Use Error {} }"),
        row("order of annotations", "@Seen @Tag(1) class A {}", "@Tag(1) @Seen class A {}"),
        row(
            "order of an annotation's elements",
            "@Seen(value = 2, names = \"a\") class A {}",
            "@Seen(names = \"a\", value = 2) class A {}"),
        row("annotation of the source alone", "class A {}", "@Gone(2) class A {}"),
        row("parameter's name", "class A { void m(int x) {} }", "class A { void m(int y) {} }"),
        row(
            "final parameter",
            "class A { void m(int x) {} }",
            "class A { void m(final int x) {} }"),
        row("lines", "class A { void m() {} }", "\n\n\nclass A {\n void m() {} }"),
        row("comment", "class A { }", "/** An A. */ class A { }"),
        row("neighbours", "class A { }", "class A { } class B { void m(A a) {} }"),
        row("member of a member class", "class A { class B {} }", "class A { class B { int x; } }"),
        row(
            "inherited member",
            "class A extends B {} class B {}",
            "class A extends B {} class B { int x; }"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nothings")
  void digest_ofInvisibleChange_stays(String change, ClassAbi then, ClassAbi now) {
    assertThat(now.text()).isEqualTo(then.text());
    assertThat(now.digest()).isEqualTo(then.digest());
  }

  static Stream<Arguments> nestedChanges() {
    return compiled(
        "A$B",
        row("protected", "class A { class B {} }", "class A { protected class B {} }"),
        row("private", "class A { class B {} }", "class A { private class B {} }"),
        row("static", "class A { interface C {} class B {} }", "class A { static class B {} }"),
        row("final", "class A { class B {} }", "class A { final class B {} }"),
        row("no longer nested", "class A { static class B {} }", "class A {} class A$B {}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nestedChanges")
  void digest_ofNestedClassDeclaredOtherwise_changes(String change, ClassAbi then, ClassAbi now) {
    assertThat(now.digest()).isNotEqualTo(then.digest());
  }

  @Test
  void digest_ofOtherCompilerOptions_stays() {
    String source =
        "package a; import around.*; "
            + IMPORTS
            + "public class A<T extends I> { A(int x, T y) {} static int m(@Seen String... z) {"
            + " int q = z.length; return q; } class B { B(int x) {} } enum C { X { int y; } }"
            + " record D(int x, List<@Use String> y) {} }";

    Map<String, ClassFile> debugged = InMemoryJavac.compile(List.of(AROUND, source));

    for (Map<String, ClassFile> other :
        List.of(
            InMemoryJavac.compile(List.of(AROUND, source), "-g:none"),
            InMemoryJavac.compile(List.of(AROUND, source), "-parameters"),
            InMemoryJavac.compile(List.of(AROUND, source), "-XDstringConcat=inline"))) {
      debugged.forEach(
          (name, classFile) ->
              assertThat(READER.abi(other.get(name)).get().text())
                  .isEqualTo(READER.abi(classFile).get().text()));
    }
  }

  @Test
  void abi_ofOldAndNewClassFileVersion_isTheSame() {
    String source =
        "public class A { static final double X = 2e23; int m(String s) { return 1; } }";

    ClassFile now = InMemoryJavac.compile(source).get("A");
    ClassFile then = InMemoryJavac.compile(source, "--release", "9").get("A");

    assertThat(READER.abi(then).get()).isEqualTo(READER.abi(now).get());
  }
}
