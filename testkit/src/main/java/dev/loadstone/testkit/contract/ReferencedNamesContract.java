package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import io.vavr.control.Option;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * Which names of a file may be other files' types, by where they stand, for every {@link
 * SourceParser} that reads the whole language. A row of a table is a source and, after the last
 * bar, the names.
 */
public abstract class ReferencedNamesContract {

  private static final String POSITIONS =
      """
      A a;                                        | A
      A[] a; B b[];                               | A B
      a.b.C c;                                    | a.b.C
      A.B c;                                      | A.B
      A<B, ? extends C, ? super D[]> a;           | A B C D
      A<B>.C<D> a;                                | A B D
      a.b.C<D>.E e;                               | D a.b.C
      int i; void f() { var v = 1; }              |
      A f(B b, C... c) throws D { return null; }  | A B C D
      <T extends A & B<T>> T f() { return null; } | A B
      void f(M this) {}                           |
      Object o = (A) null;                        | A Object
      Object o = (A & B) null;                    | A B Object
      boolean b = this instanceof A;              | A
      boolean b = null instanceof a.B c;          | a.B
      Object o = new A();                         | A Object
      Object o = new a.B<C>() {};                 | C Object a.B
      Object o = new A[0][];                      | A Object
      Object o = new A[][] {{}};                  | A Object
      Object o = A.class;                         | A Object
      Object o = A[].class;                       | A Object
      Object o = int[].class;                     | Object
      Object o = a.b.C.class;                     | Object a.b.C
      int i = A.f();                              | A
      int i = A.B.c;                              | A.B
      int i = a.b.C.f().g;                        | a.b.C
      int i = A.<B>f();                           | A B
      int i = this.<A>f();                        | A
      Runnable r = A::f;                          | A Runnable
      Runnable r = a.B::new;                      | Runnable a.B
      Runnable r = A[]::new;                      | A Runnable
      Runnable r = A<B>::new;                     | A B Runnable
      Runnable r = A<B>.C::<D>f;                  | A B D Runnable
      Runnable r = (A a) -> {};                   | A Runnable
      Runnable r = f -> f.g();                    | Runnable
      Runnable r = (f, g) -> f.h(g.i, A.b);       | A Runnable
      int i = f(A);                               |
      int i = A + B * C[D];                       |
      int i = A();                                |
      int i = f().A.g();                          |
      int i = this.A.g() + super.B.g();           |
      String s = "A.f()"; /* B.g() */ // C.h()    | String
      void f() { A a; }                           | A
      void f() { for (A a : B.c) {} }             | A B
      void f() { try (A a = B.c()) {} }           | A B
      void f() { try {} catch (A | b.B e) {} }    | A b.B
      void f() { switch (g) { case A: } }         |
      void f() { switch (g) { case A.B: } }       | A
      int i = switch (A.b) { default -> B.c; };   | A B
      void f() { class L extends A {} }           | A
      void f() { throw new A(); }                 | A
      void f() { assert A.b : B.c; }              | A B
      void f() { synchronized (A.b) {} }          | A
      @A int i;                                   | A
      @a.B(c = C.d, e = {F.class, G.h}) int i;    | C F G a.B
      @A(@B) int i;                               | A B
      void f(@A int i, @B int... j) {}            | A B
      java.util.@A List<@B String> l;             | A B String java.util.List
      int @A [] i = new int @B [0];               | A B
      class I extends A implements B, c.D {}      | A B c.D
      sealed interface I permits A, B {}          | A B
      interface I<T extends A> extends B<T> {}    | A B
      record R(A a, B... b) implements C {}       | A B C
      record R(A a) { R { B.c(a); } }             | A B
      enum E implements A { X(B.c) { C d; }, Y }  | A B C
      enum E { @A X }                             | A
      @interface I { A b() default A.C; }         | A
      Object o = out.new I<A>();                  | A Object
      Object o = A.b.new I();                     | A Object
      Object o = out.new @A I<@B C>() { D d; };   | A B C D Object
      Object o = out.new @A I();                  | A Object
      java.util.@A Map.@B Entry<@C D, E> e;       | A B C D E java.util.Map
      Object o = (A).b;                           | Object
      Object o = (a.B).c();                       | Object a
      Object o = A[0].b.C;                        | Object
      Object o = ((A) B.c).d();                   | A B Object
      Runnable r = @A B::c;                       | A B Runnable
      Runnable r = (A.b)::c;                      | A Runnable
      M() { A.<B>super(); }                       | A B
      class I { I(@A M M.this) {} }               | A
      int[] a[] = {B.c, new int[D.e]};            | B D
      String s = "a" + A.b + 'c' + D.e();         | A D String
      { A.b(); } static { B.c(); }                | A B
      """;

  private static final String SCOPES =
      """
      class M<T> { T t; T[] u; A a; }                                       | A
      class M<T extends A> extends B<T> {}                                  | A B
      class M { <T> T f(T t) { return t; } T t; }                           | T
      class M { static <T> void f() { T.g(); } }                            |
      class M { T t; class T {} }                                           |
      class M extends T { class T {} }                                      | T
      class M { class T { U u; } class U { T t; } }                         |
      class M { class T {} } class N { T t; }                               | T
      class M { M.T t; class T {} }                                         |
      class M { void f() { class L { L l; } L l; } L l; }                   | L
      class M { void f() { L l; class L {} } }                              | L
      class M { void f() { record L() {} L l; } }                           |
      class M { N n; } class N { M m; }                                     |
      class M { int A; int f() { return A.b; } }                            |
      class M { int f() { return A.b; } int A; }                            |
      class M { int A; A a; }                                               | A
      class M { int A; class I { int i = A.b; } }                           |
      class M { class I { int A; } int i = A.b; }                           | A
      class M { int f(int A) { return A.b; } int g() { return A.b; } }      | A
      class M { void f() { A.b(); int A = A.c; A.d(); } }                   | A
      class M { void f() { { int A; A.c(); } } }                            |
      class M { void f() { { int A; } A.c(); } }                            | A
      class M { void f() { for (int A = 0; A.b < 1; A.c()) A.d(); } }       |
      class M { void f() { for (int A = 0;;) {} } int i = A.b; }            | A
      class M { void f() { for (var A : A.b) A.c(); } }                     | A
      class M { void f() { for (var A : b) A.c(); } }                       |
      class M { void f() { try (var A = b; var C = A.d) { A.e(); } } }      |
      class M { void f() { try (var A = b) {} finally { A.c(); } } }        | A
      class M { void f() { try {} catch (B A) { A.c(); } } }                | B
      class M { Object o = f(A -> A.b()); }                                 | Object
      class M { Object o = f(A -> A.b(), A.c); }                            | A Object
      class M { Object o = f((A, B) -> { A.b(); B.c(); }); }                | Object
      class M { void f() { switch (g) { case 1: int A; case 2: A.b(); } } } | A
      class M { void f() { switch (g) { case 1: int A; A.b(); } } }         |
      record M(int A) { int f() { return A.b; } }                           |
      record M(int A) { M { A.b(); } }                                      |
      enum M { A, B; int f() { return A.c + B.d; } }                        |
      enum M { A { void f() { B.c(); } }, B }                               |
      interface M { int A = 1; default void f() { A.b(); } }                |
      class M { void f(int A) { new N() { void g() { A.b(); } }; } }        | N
      class M { void f(int A) { Runnable r = A::b; } }                      | Runnable
      class M { void f(int A) { A b; Object o = (A) b; } }                  | A Object
      class M { class I {} void f() { M.this.g(); I.super.h(); } }          |
      class M { void f() { A.super.g(); B.this.h(); } }                     | A B
      class M extends N { M(int o) { o.super(); } M() { A.super(); } }      | A N
      """;

  private static final String PATTERN_BINDINGS =
      """
      if (o instanceof S x) { x.f(); }                                 | S
      if (o instanceof S x) {} else { x.f(); }                         | S x
      if (o instanceof S x) {} x.f();                                  | S x
      if (!(o instanceof S x)) { x.f(); }                              | S x
      if (!(o instanceof S x)) {} else { x.f(); }                      | S
      if (!(o instanceof S x)) return; x.f();                          | S
      if (!(o instanceof S x)) { g(); throw e; } x.f();                | S
      if (!(o instanceof S x)) g(); x.f();                             | S x
      if (!(o instanceof S x)) { if (b) return; else throw e; } x.f(); | S
      if (!(o instanceof S x)) { if (b) return; } x.f();               | S x
      if (o instanceof S x) {} else return; x.f();                     | S
      if (o instanceof S x) return; else return; x.f();                | S x
      { if (!(o instanceof S x)) return; } x.f();                      | S x
      g(o instanceof S x && x.f());                                    | S
      g(o instanceof S x || x.f());                                    | S x
      g(!(o instanceof S x) || x.f());                                 | S
      g(!(o instanceof S x) && x.f());                                 | S x
      g(o instanceof S x & x.f());                                     | S x
      g(o instanceof S x && b && x.f());                               | S
      g(b || (o instanceof S x) && (x.f()));                           | S
      g(o instanceof S x ? x.f() : 1);                                 | S
      g(o instanceof S x ? 1 : x.f());                                 | S x
      g(!(o instanceof S x) ? 1 : x.f());                              | S
      while (o instanceof S x) { x.f(); }                              | S
      while (!(o instanceof S x)) { x.f(); }                           | S x
      while (!(o instanceof S x)) { g(); } x.f();                      | S
      while (!(o instanceof S x)) { break; } x.f();                    | S x
      do { x.f(); } while (!(o instanceof S x));                       | S x
      do { g(); } while (!(o instanceof S x)); x.f();                  | S
      for (; o instanceof S x; x.f()) { x.g(); }                       | S
      for (; !(o instanceof S x); ) { g(); } x.f();                    | S
      for (; ; ) { x.g(); }                                            | x
      """;

  private static final String LATER_PATTERNS =
      """
      if (o instanceof A(B b, C(var c))) { b.f(); c.f(); }           | A B C
      if (o instanceof a.A(var b)) { b.f(); } b.g();                 | a.A b
      switch (o) { case A a -> a.f(); case B(C c) -> c.f(); }        | A B C
      switch (o) { case A a when a.f() -> B.g(); default -> a.h(); } | A B a
      switch (o) { case A.B -> f(); default -> {} }                  | A
      """;

  /** Makes the contract test. */
  protected ReferencedNamesContract() {}

  /** {@return the subject} */
  protected abstract SourceParser parser();

  @TestFactory
  final Stream<DynamicTest> names_position_countsIfATypeCanStandThere() {
    return rows(POSITIONS, members -> "class M {\n" + members + "\n}\n");
  }

  @TestFactory
  final Stream<DynamicTest> names_declaredInTheFile_doNotCountInTheirScope() {
    return rows(SCOPES, unit -> unit);
  }

  @TestFactory
  final Stream<DynamicTest> names_patternBindings_obscureWhereTheyAreInScope() {
    return rows(PATTERN_BINDINGS, ReferencedNamesContract::inMethod);
  }

  @TestFactory
  @EnabledForJreRange(min = JRE.JAVA_21)
  final Stream<DynamicTest> names_patternsOfLaterReleases_countAsWell() {
    return rows(LATER_PATTERNS, ReferencedNamesContract::inMethod);
  }

  @Test
  final void names_sourceThatNamesTheSameTwice_givesItOnce() {
    assertThat(names("class M { A a = A.b(A.class); }")).containsExactly("A");
  }

  @TestFactory
  final Stream<DynamicTest> names_veryLongExpression_areFound() {
    return Stream.of("+", "&&", "||")
        .map(
            operator -> {
              String operands = String.join(operator, Collections.nCopies(50_000, "A.b"));
              String unit = inMethod("if (" + operands + operator + "B.c) {}");
              return DynamicTest.dynamicTest(
                  operator, () -> assertThat(names(unit)).containsExactly("A", "B"));
            });
  }

  @Test
  final void names_unicodeEscapes_areRead() {
    assertThat(names("class M { \\u0041b a; \u00c4rger b; }")).containsExactly("Ab", "\u00c4rger");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  final void names_compactSourceWithModuleImport_importsNoType() {
    ParsedSource parsed = parsed("import module java.base;\nvoid main() { A.b(); }\n");

    assertThat(parsed.references().imports()).isEmpty();
    assertThat(parsed.references().names()).containsExactly("A");
  }

  private Stream<DynamicTest> rows(String table, UnaryOperator<String> unit) {
    return table
        .lines()
        .map(
            row -> {
              int bar = row.lastIndexOf('|');
              List<String> expected = words(row.substring(bar + 1).strip());
              return DynamicTest.dynamicTest(
                  row,
                  () ->
                      assertThat(names(unit.apply(row.substring(0, bar).strip())))
                          .isEqualTo(expected));
            });
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static String inMethod(String statements) {
    return "class M { void m() { " + statements + " } }";
  }

  private List<String> names(String unit) {
    return parsed(unit).references().names();
  }

  private ParsedSource parsed(String unit) {
    return parser()
        .parse(
            SourceFile.of("M.java", unit),
            new CompilerSettings(
                Option.none(), List.of(), new WarningPolicy(Treatment.REPORTED, Set.of())))
        .get();
  }
}
