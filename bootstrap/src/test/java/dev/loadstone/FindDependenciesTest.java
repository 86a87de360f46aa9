package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trees of real files, and what their main files need. */
@Timeout(120)
final class FindDependenciesTest {

  @TempDir private Path folder;

  private final Loadstone loadstone = Loadstone.create();

  @AfterEach
  void close() {
    loadstone.close();
  }

  /** In the trees, the first file is the main one, and // stands between files. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # alone, and what is not there
          M.java: class M {}                                                  | M.java
          M.java: class M { String s; java.util.List l; No n; no.Such t; }    | M.java
          M.java: import no.such.T; import no.*; class M {}                   | M.java
          M.java: class M {} // A.java: class A {}                            | M.java
          M.java: class M { M m; }                                            | M.java

          # the unnamed package
          M.java: class M { A a; } // A.java: class A {}                      | A.java M.java
          M.java: class M { int i = A.b; } // A.java: class A {}              | A.java M.java
          M.java: class M { a.B b; } // a/B.java: package a; class B {}       | a/B.java M.java
          M.java: class M { int i = a.B.c.d; } // a/B.java: package a; class B {} | a/B.java M.java
          M.java: import a.B; class M {} // a/B.java: package a; class B {}   | a/B.java M.java
          M.java: import a.B.C; class M {} // a/B.java: package a; class B {} | a/B.java M.java
          M.java: import a.*; class M { B b; } // a/B.java: package a; class B {} | a/B.java M.java
          M.java: import a.*; class M { } // a/B.java: package a; class B {}  | M.java
          M.java: import a.B.*; class M {} // a/B.java: package a; class B {} | a/B.java M.java
          M.java: import static a.B.c; class M {} // a/B.java: package a; class B {} | a/B.java M.java
          M.java: import static a.B.*; class M {} // a/B.java: package a; class B {} | a/B.java M.java
          M.java: import static a.B.C.d; class M {} // a/B.java: package a; class B {} | a/B.java M.java
          M.java: import a.B; class M {} // a/B.java: package a; class B { M m; } | a/B.java M.java

          # packages
          p/M.java: package p; class M { A a; } // p/A.java: package p; class A {}   | p/A.java p/M.java
          p/M.java: package p; class M { A a; } // A.java: class A {}                | p/M.java
          p/M.java: package p; class M { q.A a; } // q/A.java: package q; class A {} | q/A.java p/M.java
          p/q/r/M.java: package p.q.r; class M { p.A a; } // p/A.java: package p; class A {} | p/A.java p/q/r/M.java
          p/M.java: package p; import q.A; class M {} // q/A.java: package q; class A { B b; } // q/B.java: package q; class B {} | q/B.java q/A.java p/M.java
          p/M.java: package p; class M { p.M m; p.A a; } // p/A.java: package p; class A {} | p/A.java p/M.java

          # which of several
          p/M.java: package p; import q.A; class M { A a; } // p/A.java: package p; class A {} // q/A.java: package q; class A {} | q/A.java p/M.java
          p/M.java: package p; import q.*; class M { A a; } // p/A.java: package p; class A {} // q/A.java: package q; class A {} | p/A.java p/M.java
          p/M.java: package p; import q.*; import r.*; class M { A a; } // q/A.java: package q; class A {} // r/A.java: package r; class A {} | q/A.java r/A.java p/M.java
          p/M.java: package p; class M { A a; } class A {} // p/A.java: broken {                                   | p/M.java
          p/M.java: package p; import q.A.B; class M { B b; } // q/A.java: package q; class A {} // p/B.java: broken { | q/A.java p/M.java
          p/M.java: package p; class M { a.B b; } // p/a.java: package p; class a {} // a/B.java: broken {        | p/a.java p/M.java
          p/M.java: package p; import java.util.*; import q.*; class M { List l; } // q/List.java: package q; class List {} | q/List.java p/M.java
          M.java: import java.util.List; class M { } // java/util/List.java: broken { | M.java
          M.java: class M { dev.loadstone.Loadstone l; } // dev/loadstone/Loadstone.java: broken { | M.java

          # comments, strings, what is not needed
          M.java: /* A a; */ class M { String s = "A.b"; } // A.java: broken { | M.java
          M.java: class M { A a; } // A.java: class A {} // B.java: broken {   | A.java M.java
          M.java: class M { int A; int i = A.b; } // A.java: broken {          | M.java

          # order
          M.java: class M { B b; C c; A a; } // A.java: class A {} // B.java: class B {} // C.java: class C {} | A.java B.java C.java M.java
          M.java: class M { A a; B b; } // A.java: class A { D d; } // B.java: class B { D d; } // D.java: class D {} | D.java A.java B.java M.java
          M.java: class M { A a; } // A.java: class A { B b; C c; } // B.java: class B { Z z; } // C.java: class C {} // Z.java: class Z {} | C.java Z.java B.java A.java M.java
          M.java: class M { A a; } // A.java: class A { B b; } // B.java: class B { A a; } | A.java B.java M.java
          M.java: class M { Z z; } // Z.java: class Z { M m; }                              | Z.java M.java
          M.java: class M { C c; } // C.java: class C { A a; B b; } // A.java: class A { C c; } // B.java: class B {} | B.java A.java C.java M.java
          A.java: class A { B b; } // B.java: class B { A a; C c; } // C.java: class C {}   | C.java B.java A.java
          p/M.java: package p; class M { A a; q.B b; } // p/A.java: package p; class A {} // q/B.java: package q; class B {} | p/A.java q/B.java p/M.java

          # types in other types' files
          M.java: class M { A a; B b; } // A.java: class A {} class B {}                    | A.java M.java
          M.java: class M { A a; C c; } // A.java: class A { B b; } class C {} // B.java: class B { C c; } | A.java B.java M.java
          M.java: class M { A a; } // A.java: class A { B b; } class B {} // B.java: broken { | A.java M.java
          M.java: class M { A a; } class N {} // A.java: class A { N n; } // N.java: broken { | A.java M.java

          # a folder that is not the package's stands for it
          x/M.java: package p; class M { A a; } // x/A.java: package p; class A {}      | x/A.java x/M.java
          x/M.java: package p; class M { A a; } // x/p/A.java: package p; class A {}    | x/p/A.java x/M.java
          x/M.java: package p.q; class M { p.q.A a; } // x/p/q/A.java: package p.q; class A {} | x/p/q/A.java x/M.java
          x/M.java: package p; import q.A; class M {} // x/q/A.java: package q; class A { B b; } // x/q/B.java: package q; class B {} | x/q/B.java x/q/A.java x/M.java
          x/M.java: package p; import q.A; class M {} // q/A.java: broken {             | x/M.java
          x/M.java: package p; class M { A a; } // x/A.java: package p; class A {} // x/p/A.java: package p; class A {} | x/A.java x/M.java

          # unusual texts
          M.java: #!/bin/loadstone%nclass M { A a; } // A.java: #!/x%nclass A {}        | A.java M.java
          M.java: // A.java: class A {}                                                 | M.java
          M.java: interface M { A a = null; } // A.java: enum A { X }                   | A.java M.java
          M.java: class M { A$B a; } // A$B.java: class A$B {}                          | A$B.java M.java
          """)
  void findDependencies_tree_givesWhatIsNeededInOrder(String tree, String expected) {
    List<Path> files = write(tree);

    List<Path> found = loadstone.findDependencies(files.get(0)).get();

    assertThat(found).containsExactlyElementsOf(paths(expected));
  }

  private List<Path> write(String tree) {
    List<Path> files = new ArrayList<>();
    for (String file : tree.split(" // ", -1)) {
      int colon = file.indexOf(':');
      String text = file.substring(colon + 1).strip().replace("%n", "\n");
      files.add(Sources.write(folder, file.substring(0, colon).strip(), text));
    }
    return files;
  }

  private List<Path> paths(String names) {
    return Arrays.stream(names.split(" ", -1)).map(folder::resolve).toList();
  }
}
