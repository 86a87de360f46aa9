package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.testkit.InMemoryHostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts that give classes by name and cannot list them. */
final class ProbedClassesTest {

  /** As many as are read ahead. */
  private static final int FILLERS = 256;

  private static final List<ClassFile> HOST =
      hostOf(
          "C.java",
          "package h; public class C { public Node node() { return null; }"
              + " public static class In { public static final int N = 1; } }"
              + " class Only { }",
          "Node.java",
          "package h; public class Node extends q.Far { }",
          "Far.java",
          "package q; public class Far { public int far() { return 1; } }",
          "Wide.java",
          "package wide; public class Wide extends Z0 { "
              + IntStream.range(0, FILLERS)
                  .mapToObj(i -> "F" + i + " f" + i + ";")
                  .collect(Collectors.joining())
              + " } class Z0 extends Z1 {} class Z1 extends Z2 {}"
              + " class Z2 { public int last() { return 1; } }"
              + IntStream.range(0, FILLERS)
                  .mapToObj(i -> "class F" + i + " {}")
                  .collect(Collectors.joining()),
          "Main.java",
          "class Main { static { System.gc(); } }");

  private static final InMemoryHostView UNLISTED =
      InMemoryHostView.of(HOST).withoutListing("h", "q", "wide");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          import h.C;          | new C().node().far()
          import h.*;          | new C().node().far()
          ''                   | new h.C().node().far()
          import h.C.In;       | In.N
          import h.C.*;        | In.N
          import static h.C.*; | In.N
          import static h.C.In.N; | N
          ''                   | h.C.In.N
          ''                   | new h.C() { int far() { return node().far(); } }.far()
          import q.*; import h.*; | new C().node().far() + (Object) new Far().far().hashCode()
          """)
  void compile_unlistedPackages_isAsWithListing(String imports, String expression) {
    String source =
        imports + " class Main { Object o = " + expression + "; static { new Main(); } }";

    Try<Compilation> listed = compile(InMemoryHostView.of(HOST), source);
    Try<Compilation> unlisted = compile(UNLISTED, source);

    assertThat(unlisted.isSuccess()).isEqualTo(listed.isSuccess());
    if (listed.isSuccess()) {
      assertThat(unlisted.get().classFiles()).isEqualTo(listed.get().classFiles());
      assertThat(unlisted.get().hostUse().classes()).isEqualTo(listed.get().hostUse().classes());
      assertThat(unlisted.get().hostUse().absentClasses())
          .isEqualTo(listed.get().hostUse().absentClasses());
    }
  }

  @Test
  void compile_superclassBeyondWhatIsReadAhead_isFoundInTheEnd() {
    assertThat(
            compile(
                    UNLISTED,
                    "class Main { static { System.out.println(new wide.Wide().last()); } }")
                .get()
                .hostUse()
                .classes())
        .extracting(ClassFile::binaryName)
        .contains("wide.Wide", "wide.Z0", "wide.Z1", "wide.Z2");
  }

  @Test
  void compile_listingThatLacksClasses_isRepeatedWithThem() {
    HostView incomplete = new Incomplete(InMemoryHostView.of(HOST));

    assertThat(
            compile(
                    incomplete,
                    "import h.*; class Main { static { System.out.println(new C().node().far()); } }")
                .isSuccess())
        .isTrue();
  }

  @Test
  void compile_unusedImportOfUnlistedPackage_isAnError() {
    assertThat(compile(UNLISTED, "import h.*; class Main { static { System.gc(); } }").getCause())
        .hasMessageContaining("package h does not exist");
  }

  @Test
  void compile_simpleNameInTwoUnlistedPackages_isAmbiguous() {
    List<ClassFile> two =
        hostOf(
            "one/Same.java",
            "package one; public class Same { }",
            "two/Same.java",
            "package two; public class Same { }",
            "Main.java",
            "class Main { static { System.gc(); } }");

    for (InMemoryHostView view :
        List.of(
            InMemoryHostView.of(two).withoutListing("one", "two"),
            InMemoryHostView.of(two).withoutListing("two"))) {
      assertThat(
              compile(
                      view,
                      "import one.*; import two.*; class Main { static { new Same().toString(); } }")
                  .getCause())
          .hasMessageContaining("reference to Same is ambiguous");
    }
  }

  private static List<ClassFile> hostOf(String... pathsAndTexts) {
    SourceFile[] files =
        IntStream.range(0, pathsAndTexts.length / 2)
            .mapToObj(i -> SourceFile.of(pathsAndTexts[2 * i], pathsAndTexts[2 * i + 1]))
            .toArray(SourceFile[]::new);
    return Compiling.sideEffect().compile(files).get().classFiles().stream()
        .filter(file -> !file.packageName().isEmpty())
        .toList();
  }

  private static Try<Compilation> compile(HostView host, String source) {
    return Compiling.sideEffect().host(host).compile("Main.java", source);
  }

  /** Claims to list every class, and lists but one package. */
  private record Incomplete(HostView known) implements HostView {

    @Override
    public Try<List<String>> classesIn(String packageName) {
      return packageName.equals("q") ? known.classesIn(packageName) : Try.success(List.of());
    }

    @Override
    public Try<Boolean> listsAll(String packageName) {
      return Try.success(true);
    }

    @Override
    public Try<Option<ClassFile>> classFile(String binaryName) {
      return known.classFile(binaryName);
    }

    @Override
    public Try<Boolean> hasPackage(String packageName) {
      return known.hasPackage(packageName);
    }

    @Override
    public Try<Option<Hiding>> hiddenBy(String packageName) {
      return known.hiddenBy(packageName);
    }

    @Override
    public Try<Option<Hiding>> hidingOf(String binaryName) {
      return known.hidingOf(binaryName);
    }

    @Override
    public Try<Option<ClassFile>> classFileForHost(String binaryName) {
      return known.classFileForHost(binaryName);
    }

    @Override
    public HostView snapshot() {
      return this;
    }
  }
}
