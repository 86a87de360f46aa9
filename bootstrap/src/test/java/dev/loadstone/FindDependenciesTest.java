package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.ErrorKind;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.event.Event;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

  @Test
  void findDependencies_neededFileIsBroken_saysWhereAndTellsTheListener() {
    List<Event> events = new CopyOnWriteArrayList<>();
    Path main = write("M.java: class M { A a; } // A.java: class A {%n  int i = ;%n}").get(0);

    try (Loadstone listened = Loadstone.builder().listener(events::add).build()) {
      Throwable failure = failure(listened, main);

      assertThat(failure)
          .isInstanceOfSatisfying(
              CompilationFailed.class,
              error ->
                  assertThat(error.diagnostics())
                      .singleElement()
                      .returns(folder.resolve("A.java").toString(), Diagnostic::source)
                      .returns("compiler.err.illegal.start.of.expr", Diagnostic::code)
                      .returns(2L, Diagnostic::line)
                      .returns(11L, Diagnostic::column));
      assertThat(events).containsExactly(new Event.Failed((CompilationFailed) failure));
    }
  }

  @Test
  void findDependencies_found_tellsTheListenerAndWhatIsFoundCompiles() {
    List<Event> events = new CopyOnWriteArrayList<>();
    Path main =
        write(
                "p/M.java: package p; class M { q.A a; public static void main(String[] args) {} } // q/A.java: package q; public class A {}")
            .get(0);

    try (Loadstone listened = Loadstone.builder().listener(events::add).build()) {
      List<Path> found = listened.findDependencies(main).get();
      listened.sideEffects().check(found).get();

      assertThat(events)
          .startsWith(
              new Event.DependenciesFound(
                  main.toString(), List.of(folder.resolve("q/A.java").toString(), main.toString())))
          .hasSizeGreaterThan(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          M.java   | SOURCE_NOT_FOUND   |
          x        | SOURCE_NOT_FOUND   | x/A.java: class A {}
          my-m.java | INVALID_SOURCES   | my-m.java: class M {}
          M.java   | COMPILATION_FAILED | M.java: class M {
          M.java   | INVALID_SOURCES    | M.java: class M { A a; } // A.java: class B {}
          M.java   | INVALID_SOURCES    | M.java: class M { A a; B b; } // A.java: class A {} class B {} // B.java: class B {}
          x/M.java | INVALID_SOURCES    | x/M.java: package p; class M { A a; } // x/A.java: package p; class A {} // x/p/A.java: package p; class A { }
          M.java   | INVALID_SOURCES    | M.java: class M { A a; B b; } // A.java: class A { // B.java: class C {}
          """)
  void findDependencies_badInput_isATypedError(String main, ErrorKind kind, @Nullable String tree) {
    if (tree != null) {
      write(tree);
    }

    Throwable failure = failure(loadstone, folder.resolve(main));

    assertThat(failure)
        .isInstanceOfSatisfying(
            PluginException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(kind);
              assertThat(error.getMessage()).startsWith(folder.toString());
            });
  }

  @Test
  void findDependencies_neededFileIsNotUtf8_isInvalidSources() throws IOException {
    Path main = write("M.java: class M { A a; }").get(0);
    Files.write(folder.resolve("A.java"), new byte[] {'/', '/', (byte) 0xE9});

    assertThat(failure(loadstone, main))
        .isInstanceOf(InvalidSources.class)
        .hasMessageStartingWith(folder.resolve("A.java") + ": ");
  }

  @Test
  void findDependencies_linkToItself_isSourceNotFound() throws IOException {
    Path main = write("M.java: class M { A a; }").get(0);
    Files.createSymbolicLink(folder.resolve("A.java"), Path.of("A.java"));

    assertThat(failure(loadstone, main))
        .isInstanceOf(SourceNotFound.class)
        .hasMessageStartingWith(folder.resolve("A.java") + ": ");
  }

  @Test
  void findDependencies_symbolicLinks_areFollowedByTheirOwnPaths() throws IOException {
    write("lib/A.java: package p; public class A {} // away/B.java: package q; public class B {}");
    Path main = write("p/M.java: package p; class M { A a; q.B b; Gone g; }").get(0);
    Files.createSymbolicLink(folder.resolve("p/A.java"), folder.resolve("lib/A.java"));
    Files.createSymbolicLink(folder.resolve("p/Gone.java"), folder.resolve("nowhere"));
    Files.createSymbolicLink(folder.resolve("q"), folder.resolve("away"));

    assertThat(loadstone.findDependencies(main).get())
        .containsExactlyElementsOf(paths("p/A.java q/B.java p/M.java"));
  }

  @Test
  void findDependencies_folderNamedLikeAFile_isNoFile() throws IOException {
    Path main = write("M.java: class M { A a; }").get(0);
    Files.createDirectory(folder.resolve("A.java"));

    assertThat(loadstone.findDependencies(main).get()).containsExactly(main);
  }

  @Test
  void findDependencies_search_writesNothing() throws IOException {
    Path main = write("M.java: class M { A a; } // A.java: class A {}").get(0);
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(folder, longAgo);

    loadstone.findDependencies(main).get();

    assertThat(Files.getLastModifiedTime(folder)).isEqualTo(longAgo);
  }

  @Test
  void findDependencies_fileSystemOfAnArchive_works() throws IOException {
    Path zip = folder.resolve("sources.zip");
    try (FileSystem writable = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Files.createDirectory(writable.getPath("/p"));
      Files.writeString(writable.getPath("/p/M.java"), "package p; class M { A a; }");
      Files.writeString(writable.getPath("/p/A.java"), "package p; class A {}");
    }

    try (FileSystem archive = FileSystems.newFileSystem(zip)) {
      assertThat(loadstone.findDependencies(archive.getPath("/p/M.java")).get())
          .containsExactly(archive.getPath("/p/A.java"), archive.getPath("/p/M.java"));
    }
  }

  @Test
  void findDependencies_longChain_isFoundInOrder() {
    assertChainIsFoundInOrder(200);
  }

  @Tag("thorough")
  @Test
  void findDependencies_veryLongChain_isFoundInOrder() {
    assertChainIsFoundInOrder(1_000);
  }

  private void assertChainIsFoundInOrder(int length) {
    IntStream.range(0, length)
        .forEach(
            i ->
                Sources.write(
                    folder,
                    "C" + i + ".java",
                    "class C" + i + (i + 1 < length ? " { C" + (i + 1) + " next; }" : " {}")));

    List<Path> found = loadstone.findDependencies(folder.resolve("C0.java")).get();

    assertThat(found)
        .hasSize(length)
        .startsWith(folder.resolve("C" + (length - 1) + ".java"))
        .endsWith(folder.resolve("C0.java"));
  }

  @Test
  void findDependencies_afterClose_isClosed() {
    Path main = write("M.java: class M {}").get(0);
    loadstone.close();

    assertThat(failure(loadstone, main)).isInstanceOf(Closed.class);
  }

  private static Throwable failure(Loadstone loadstone, Path main) {
    return loadstone.findDependencies(main).await().getValue().get().getCause();
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
