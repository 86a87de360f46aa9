package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs and what is recorded of them, against the {@link RecordingHost}. In the tables each
 * program has a line that says what it shows, its text, and a line for each kind of record.
 */
final class RecordedDependenciesTest {

  private static final HostView HOST = RecordingHost.view();

  private static final String CONSTANTS =
      """
      a constant
      package p; class M { int i = h.Limits.MAX; }
      uses h.Limits
      inlines h.Limits.MAX=5

      a constant by static import
      package p; import static h.Limits.MAX; class M { int i = MAX; }
      uses h.Limits
      inlines h.Limits.MAX=5

      a constant by static import on demand
      package p; import static h.Limits.*; class M { int i = MAX; }
      uses h.Limits
      inlines h.Limits.MAX=5

      an unused static import
      package p; import static h.Limits.MAX; class M { }
      uses h.Limits

      a constant through a subclass
      package p; class M { int i = h.EvenMoreLimits.MAX; }
      uses h.EvenMoreLimits h.Limits h.MoreLimits
      inlines h.Limits.MAX=5

      an inherited constant
      package p; class M extends h.MoreLimits { int i = MAX + own; }
      uses h.Limits h.MoreLimits
      inlines h.Limits.MAX=5 h.Limits.own=7

      a constant of an object
      package p; class M { int i(h.Limits limits) { return limits.MAX + limits.own; } }
      uses h.Limits
      inlines h.Limits.MAX=5 h.Limits.own=7

      a constant in an annotation
      package p; @h.Named(h.Limits.NAME) class M { @h.Named(size = 1 + h.Limits.MAX) int i; }
      uses h.Limits h.Named
      inlines h.Limits.MAX=5 h.Limits.NAME="n"

      a constant in a case label
      package p; class M { int i(int n) { return switch (n) { case h.Limits.MAX -> 1; default -> 2; }; } }
      uses h.Limits
      inlines h.Limits.MAX=5

      a constant that is folded
      package p; class M { static final String S = "a" + h.Limits.NAME + h.Limits.MAX; String t = S; }
      uses h.Limits
      inlines h.Limits.MAX=5 h.Limits.NAME="n"

      a constant in a condition that is folded
      package p; class M { int i() { if (h.Units.ON) { return 1; } return h.Units.BYTE > 0 ? 2 : 3; } }
      uses h.Units
      inlines h.Units.BYTE=(byte) 1 h.Units.ON=true

      a constant as an array's size
      package p; class M { int[] i = new int[h.Limits.MAX]; }
      uses h.Limits
      inlines h.Limits.MAX=5

      constants of an interface
      package p; class M implements h.Units { Object[] all = {BYTE, SHORT, CHAR, ON, FLOAT, DOUBLE}; }
      uses h.Units
      inlines h.Units.BYTE=(byte) 1 h.Units.CHAR='c' h.Units.DOUBLE=2.5 h.Units.FLOAT=1.5f h.Units.ON=true h.Units.SHORT=(short) 2

      a constant in a lambda
      package p; class M { java.util.function.IntSupplier s = () -> h.Limits.MAX; }
      uses h.Limits
      inlines h.Limits.MAX=5

      a constant in a local class
      package p; class M { void m() { class Local { int i = h.Limits.MAX; } new Object() { int i = h.deep.Beside.LOW; }; } }
      uses h.Limits h.deep.Beside
      misses h.deep
      inlines h.Limits.MAX=5 h.deep.Beside.LOW=-1

      a constant in an unreachable branch
      package p; class M { void m() { if (false) { System.out.println(h.Limits.MAX); } } }
      uses h.Limits
      inlines h.Limits.MAX=5

      constants of an enum's arguments and bodies
      package p; enum M { A(h.Limits.MAX) { int b() { return h.deep.Beside.LOW; } }; M(int i) { } int b() { return 0; } }
      uses h.Limits h.deep.Beside
      misses h.deep
      inlines h.Limits.MAX=5 h.deep.Beside.LOW=-1

      a constant as a default of an annotation
      package p; @interface M { int size() default h.Limits.MAX; }
      uses h.Limits
      inlines h.Limits.MAX=5

      a constant of a record's compact constructor
      package p; record M(int i) { M { if (i > h.Limits.MAX) { throw new IllegalStateException(); } } }
      uses h.Limits
      inlines h.Limits.MAX=5

      fields that are no constants
      package p; class M { int i = h.Limits.COMPUTED + h.Limits.changing; h.Colour c = h.Colour.BEST; }
      uses h.Colour h.Limits

      a constant of the plugin's and of the JDK's
      package p; class M { static final int MINE = 1; int i = MINE + Integer.MAX_VALUE; }
      """;

  private static final String CLASSES =
      """
      a type of a field
      package p; class M { h.Right r; }
      uses h.Right

      a superclass
      package p; class M extends h.FarLeft { }
      uses h.FarLeft h.Left

      a supertype of what is called
      package p; class M { void m(h.FarLeft it) { it.left(); } }
      uses h.FarLeft h.Left

      what is only passed on
      package p; class M { Object m() { return h.deep.Below.left(); } }
      uses h.Left h.deep.Below
      misses h.deep

      a call's result that is dropped
      package p; class M { void m() { h.deep.Below.right(); } }
      uses h.Right h.deep.Below
      misses h.deep

      a chain of calls
      package p; class M { void m(h.Left it) { it.left().right(); } }
      uses h.Left h.Right

      overloads
      package p; class M { void m(h.Overloads it) { it.m(h.Colour.RED); } }
      uses h.Colour h.Left h.Overloads h.Right

      an overload for null of one that fits
      package p; class M { void m(h.Overloads it) { it.n(null); } }
      uses h.Left h.Overloads

      an abstract method to implement
      package p; class M extends h.Base { public h.Right make() { return null; } }
      uses h.Base h.Right h.WorseFailure

      an exception that is only declared
      package p; class M { void m() throws h.WorseFailure { } }
      uses h.Failure h.WorseFailure

      an exception that is only checked
      package p; class M { void m(h.Throwing it) throws Exception { it.close(); } }
      uses h.Failure h.Throwing

      an exception that is caught by its superclass
      package p; class M { void m(h.Base it) { try { it.make(); } catch (h.Failure e) { } } }
      uses h.Base h.Failure h.Right h.WorseFailure

      a resource
      package p; class M { void m() throws Exception { try (h.Throwing it = new h.Throwing()) { } } }
      uses h.Failure h.Throwing

      an annotation
      package p; @h.Marker class M { }
      uses h.Marker

      an annotated class
      package p; class M { h.Annotated it; }
      uses h.Annotated h.Named

      an annotated class to extend
      package p; class M extends h.Annotated { }
      uses h.Annotated h.Named

      a nested class
      package p; class M { h.Outer.Nested.Deep it; }
      uses h.Outer h.Outer$Nested h.Outer$Nested$Deep

      an inherited nested class
      package p; class M extends h.SubOuter { Nested it; Hidden that; }
      uses h.Outer h.Outer$Hidden h.Outer$Nested h.SubOuter

      an inner class of an object
      package p; class M { Object m(h.SubOuter it) { return it.new Inner(); } }
      uses h.Outer h.Outer$Inner h.SubOuter

      a bound
      package p; class M<T extends h.Left & h.Marked> { }
      uses h.Left h.Marked

      a type argument within bounds
      package p; class M { Object o = new h.Bounded<h.MarkedLeft>(); }
      uses h.Bounded h.Left h.Marked h.MarkedLeft

      an inferred type argument
      package p; class M { void m(h.Bounded<?> it) { var left = it.get(); } }
      uses h.Bounded h.Left h.Marked

      a lambda's functional interface
      package p; class M { h.Mapping it = from -> null; }
      uses h.Failure h.Left h.Mapping h.Right

      a lambda's inherited functional interface
      package p; class M { h.NamedMapping it = from -> from == null ? null : new h.Left(); }
      uses h.Failure h.Left h.Mapping h.NamedMapping h.Right

      a method reference
      package p; class M { java.util.function.Function<h.Left, h.Right> it = h.Left::right; }
      uses h.Left h.Right

      a default method
      package p; class M implements h.NamedMapping { public h.Left map(h.Right it) { back(null); return null; } }
      uses h.Failure h.Left h.Mapping h.NamedMapping h.Right

      a record's accessor
      package p; class M { int y(h.Point it) { return it.y(); } }
      uses h.Point

      a record's constructor
      package p; class M { Object o = new h.Point(null, 1); }
      uses h.Left h.Point

      an enum in a switch
      package p; class M { int m(h.Colour it) { return switch (it) { case RED -> 1; case GREEN -> 2; }; } }
      uses h.Colour

      a sealed type
      package p; class M { h.Shape it; }
      uses h.Shape

      a cast of a sealed type
      package p; class M { Runnable m(h.Shape it) { return (Runnable) it; } }
      uses h.Circle h.Hexagon h.Polygon h.Shape h.Square h.Triangle

      a test of a sealed type
      package p; class M { boolean m(h.Shape it) { return it instanceof h.Circle; } }
      uses h.Circle h.Shape

      a class literal
      package p; class M { Class<?> it = h.Right.class; }
      uses h.Right

      a variable of inferred type
      package p; class M { void m() { var it = h.deep.Below.right(); } }
      uses h.Right h.deep.Below
      misses h.deep

      an unused import
      package p; import h.Unused; class M { }
      uses h.Unused

      a used import
      package p; import h.Right; class M { Right it; }
      uses h.Right
      """;

  private static final String ABSENT =
      """
      an unused import on demand
      package p; import h.*; class M { }

      an import on demand
      package p; import h.*; class M { Right it; String text; }
      uses h.Right
      misses h.String

      an import on demand of a class that is not public
      package p; import h.*; import org.shop.api.*; class M { Order it; }
      uses org.shop.api.Order
      misses h.Order org.shop org.shop.api

      two imports on demand
      package p; import h.*; import org.shop.util.*; class M { Right it; Text text; }
      uses h.Right org.shop.util.Text
      misses h.Text org.shop org.shop.util org.shop.util.Right

      two of one name, one imported by itself
      package p; import h.*; import h.deep.*; import h.Left; class M { Left it; }
      uses h.Left
      misses h.deep

      on demand, two names in three packages
      package p; import h.*; import java.util.*; import org.shop.api.*; class M { List<Order> it; }
      uses org.shop.api.Order
      misses h.List h.Order org.shop org.shop.api org.shop.api.List

      on demand, own classes and variables
      package p; import h.*; class M { Mine it; Own own; int text; int m() { return text + m(); } class Own { } } class Mine { }

      on demand, type parameters and local classes
      package p; import h.*; class M<T> { T it; <U> U m(U u) { class Local { } new Local(); return u; } }

      on demand, inherited classes
      package p; import h.*; class M extends SubOuter { Nested it; }
      uses h.Outer h.Outer$Nested h.SubOuter

      on demand, a class of a class that is imported on demand
      package p; import h.*; import h.Outer.*; class M { Nested it; }
      uses h.Outer h.Outer$Nested
      misses h.Nested

      on demand, a class that is imported statically on demand
      package p; import h.*; import static h.SubOuter.*; class M { Nested it; }
      uses h.Outer h.Outer$Hidden h.Outer$Inner h.Outer$Nested h.SubOuter
      misses h.Nested

      on demand, a class that is imported statically
      package p; import h.*; import static h.SubOuter.Nested; class M { Nested it; }
      uses h.Outer h.Outer$Nested h.SubOuter

      on demand, an inherited class in a superclass's argument
      package p; import h.*; import h.Outer.*; class M extends SubOuter implements Comparable<Nested> { public int compareTo(Nested it) { return 0; } }
      uses h.Outer h.Outer$Nested h.SubOuter
      misses h.Comparable h.Nested

      on demand, qualified names
      package p; import h.*; class M { java.util.List<h.deep.Beside> it; }
      uses h.deep.Beside
      misses h.deep h.h h.java

      on demand, an inferred type
      package p; import h.*; class M { void m() { var it = org.shop.api.Orders.none(); java.util.function.Supplier<?> s = () -> it; } }
      uses org.shop.api.Order org.shop.api.Orders
      misses h.java h.org org.shop org.shop.api

      on demand, a qualified creation
      package p; import h.*; class M { Object m(Outer it) { return it.new Inner(); } }
      uses h.Outer h.Outer$Inner
      misses h.Object

      on demand, an annotation's element
      package p; import h.*; @Named(value = "v") class M { }
      uses h.Named

      on demand, an enum's constant
      package p; import h.*; class M { int m(Colour it) { switch (it) { case RED: return 1; default: return 2; } } }
      uses h.Colour

      on demand, names in an expression
      package p; import h.*; class M { int i = Limits.changing; Object o = org.shop.api.Orders.none(); }
      uses h.Limits org.shop.api.Order org.shop.api.Orders
      misses h.Object h.org org.shop org.shop.api

      on demand, a name that a class has that the plugin cannot use
      package p; import h.*; import org.shop.util.*; class M { Secret it; }
      uses h.Secret org.shop.util.Secret
      misses org.shop org.shop.util

      packages of imports
      package p; import org.shop.api.Rule; import java.util.concurrent.locks.Lock; class M { }
      uses org.shop.api.Rule
      misses org.shop org.shop.api

      packages of static imports
      package p; import static org.shop.util.Text.trim; import static h.Outer.Nested.*; class M { }
      uses h.Outer h.Outer$Nested h.Outer$Nested$Deep org.shop.util.Text
      misses org.shop org.shop.util

      packages around the plugin's
      package com.plugin.pricing; class M { }
      misses com.plugin com.plugin.pricing

      the unnamed package
      import h.deep.*; class M { Beside it; }
      uses h.deep.Beside
      misses h.deep
      """;

  static Stream<Arguments> programs() {
    return Stream.of(CONSTANTS, CLASSES, ABSENT)
        .flatMap(table -> Stream.of(table.strip().split("\n\n")))
        .map(
            row -> {
              String[] lines = row.split("\n", 3);
              return Arguments.of(lines[0], lines[1], lines.length > 2 ? lines[2] : "");
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void compile_program_recordsWhatItDependsOn(String shows, String program, String expected) {
    Compilation compilation = Compiling.sideEffect().host(HOST).compile("M.java", program).get();

    assertThat(recorded(compilation)).as(shows).isEqualTo(expected);
  }

  @Test
  void compile_severalFiles_recordsOfEachByItsOwnImports() {
    Compilation compilation =
        Compiling.sideEffect()
            .host(HOST)
            .compile(
                SourceFile.of("p/package-info.java", "@Named(Limits.NAME) package p; import h.*;"),
                SourceFile.of("p/A.java", "package p; import h.*; class A { Right it; B other; }"),
                SourceFile.of("p/B.java", "package p; import h.deep.*; class B { Beside it; }"),
                SourceFile.of("p/M.java", "package p; class M { String it; }"))
            .get();

    assertThat(recorded(compilation))
        .isEqualTo(
            """
            uses h.Limits h.Named h.Right h.deep.Beside
            misses h.deep
            inlines h.Limits.NAME="n\"""");
  }

  @ParameterizedTest
  @EnabledForJreRange(min = JRE.JAVA_21)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          case h.Circle c -> 1; default -> 2;                                                       | h.Circle h.Shape
          case h.Circle c -> 1; case h.Square s -> 2; case h.Polygon p -> 3;                        | h.Circle h.Hexagon h.Polygon h.Shape h.Square h.Triangle
          case h.Circle c -> 1; case h.Square s -> 2; case h.Triangle t -> 3; case h.Hexagon x -> 4; | h.Circle h.Hexagon h.Polygon h.Shape h.Square h.Triangle
          case h.Circle(double r) -> 1; default -> 2;                                               | h.Circle h.Shape
          """)
  void compile_patternSwitch_usesWhatExhaustivenessDependsOn(String cases, String used) {
    Compilation compilation =
        Compiling.sideEffect()
            .host(HOST)
            .compile(
                "M.java", "class M { int m(h.Shape it) { return switch (it) { " + cases + " }; } }")
            .get();

    assertThat(recorded(compilation)).isEqualTo("uses " + used);
  }

  @Test
  void compile_contract_isUsedAndLeavesNothingElse() {
    Compilation compilation =
        Compiling.forContract("java.util.function.Function<h.Left, h.Right>")
            .host(HOST)
            .compile(
                "M.java",
                "import h.*; public class M { public static"
                    + " java.util.function.Function<Left, Right> provider() { return null; } }")
            .get();

    assertThat(recorded(compilation)).isEqualTo("uses h.Left h.Right\nmisses h.java");
  }

  private static String recorded(Compilation compilation) {
    List<String> lines = new ArrayList<>();
    addLine(
        lines,
        "uses",
        compilation.hostUse().classes().stream().map(ClassFile::binaryName).toList());
    addLine(lines, "misses", List.copyOf(compilation.hostUse().absentClasses()));
    addLine(
        lines,
        "inlines",
        compilation.hostUse().constants().stream()
            .map(each -> each.owner() + "." + each.field() + "=" + each.value())
            .toList());
    return String.join("\n", lines);
  }

  private static void addLine(List<String> lines, String kind, List<String> names) {
    if (!names.isEmpty()) {
      lines.add(kind + " " + String.join(" ", names));
    }
  }
}
