package dev.loadstone.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.InvalidSources.Reason;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.error.Unreadable;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.port.SourceReader;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.testkit.FakeSourceParser;
import dev.loadstone.testkit.InMemoryHostView;
import dev.loadstone.testkit.InMemorySourceReader;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

final class FindDependenciesTest {

  private static final byte[] LATIN_1 = {'/', '/', ' ', (byte) 0xE9, '\n'};

  private final InMemorySourceReader files = new InMemorySourceReader();
  private final FakeSourceParser parser = FakeSourceParser.create();
  private final List<Event> events = new ArrayList<>();
  private HostView host = InMemoryHostView.empty();

  @Test
  void find_chain_givesNeededFilesFirstAndTells() {
    put("M.java", "class M {\n A a;\n}");
    put("A.java", "class A {\n B b;\n}");
    put("B.java", "class B {}");

    assertThat(found("M.java")).containsExactly("B.java", "A.java", "M.java");
    assertThat(events)
        .containsExactly(
            new Event.DependenciesFound("M.java", List.of("B.java", "A.java", "M.java")));
    assertThat(parser.parsed()).containsExactly("M.java", "A.java", "B.java");
  }

  /** The tree is {@code p/A.java}, {@code p/q/A.java} and {@code p/r/B.java}. */
  @ParameterizedTest
  @CsvSource({
    "M.java, '', M.java",
    "p/M.java, p, p/A.java p/r/B.java p/M.java",
    "./p/M.java, p, ./p/A.java ./p/r/B.java ./p/M.java",
    "p/q/M.java, p.q, p/q/A.java p/r/B.java p/q/M.java",
    "../%s/p/M.java, p, ../%s/p/A.java ../%s/p/r/B.java ../%s/p/M.java",
    "/abs/p/M.java, p, /abs/p/A.java /abs/p/r/B.java /abs/p/M.java",
    "/abs/x/../p/M.java, p, /abs/x/../p/A.java /abs/x/../p/r/B.java /abs/x/../p/M.java",
    "/abs/p/x/../M.java, p, /abs/p/x/../A.java /abs/p/r/B.java /abs/p/x/../M.java",
    "/p/M.java, p, /p/A.java /p/r/B.java /p/M.java",
  })
  void find_formOfThePath_isKept(String form, String packageName, String expected) {
    String here = String.valueOf(Path.of("").toAbsolutePath().getFileName());
    List<String> wanted =
        Stream.of(expected.split(" ", -1)).map(each -> each.replace("%s", here)).toList();
    String main = form.replace("%s", here);
    wanted.forEach(each -> put(each, declaration(each)));
    String declaration = packageName.isEmpty() ? "" : "package " + packageName + ";\n";
    put(main, declaration + "class M {\n A a;\n p.r.B b;\n}");

    assertThat(found(main)).isEqualTo(wanted);
  }

  @Test
  void find_relativePathTooShort_givesAbsoluteOnesForOtherFolders() {
    Path here = Path.of("").toAbsolutePath();
    String packageName = String.valueOf(here.getFileName()).replace('-', '_');
    Path root = here.getParent();
    put("M.java", "package " + packageName + ";\nclass M {\n A a;\n r.B b;\n}");
    put("A.java", "package " + packageName + ";\nclass A {}");
    put(root.resolve("r/B.java").toString(), "package r;\nclass B {}");

    assertThat(found("M.java"))
        .containsExactlyInAnyOrder("A.java", root.resolve("r/B.java").toString(), "M.java")
        .endsWith("M.java");
  }

  @Test
  void find_hostHasTheType_looksForNoFile() {
    host = InMemoryHostView.of(List.of(new ClassFile("host.api.Rule", Bytes.ofUtf8("class"))));
    put(
        "M.java",
        "import host.api.Rule;\nimport host.api.*;\nclass M {\n Rule r;\n New n;\n java.util.List l;\n}");
    put("host/api/Rule.java", "broken {");
    put("java/util/List.java", "broken {");
    put("host/api/New.java", "package host.api;\nclass New {}");

    assertThat(found("M.java")).containsExactly("host/api/New.java", "M.java");
  }

  @Test
  void find_longChain_overflowsNoStackAndParsesEachOnce() {
    int length = 2_000;
    put("M.java", "class M {\n A0 a;\n}");
    for (int i = 0; i < length; i++) {
      put("A" + i + ".java", "class A" + i + " {\n A" + (i + 1) + " a;\n}");
    }

    List<String> found = found("M.java");

    assertThat(found).hasSize(length + 1).startsWith("A1999.java").endsWith("A0.java", "M.java");
    assertThat(parser.parsed()).hasSize(length + 1);
  }

  @Test
  void find_oneTextInTwoPlaces_isFoundOnce() {
    put("M.java", "class M {\n A a;\n B b;\n}");
    put("A.java", "class A {}\nclass B {}");
    put("B.java", "class A {}\nclass B {}");

    assertThat(found("M.java")).containsExactly("A.java", "M.java");
  }

  @Test
  void find_missingMain_isSourceNotFound() {
    assertThat(failure("M.java", SourceNotFound.class).reason()).isEqualTo(Unreadable.MISSING);
  }

  @Test
  void find_badMainName_isInvalidSourcesBeforeParsing() {
    put("my-plugin.java", "broken {");

    assertThat(failure("my-plugin.java", InvalidSources.class).reason())
        .isEqualTo(Reason.NOT_A_JAVA_FILE_NAME);
    assertThat(parser.parsed()).isEmpty();
  }

  @Test
  void find_brokenFiles_givesTheDiagnosticsOfAll() {
    put("M.java", "class M {\n A a;\n B b;\n}");
    put("A.java", "class A {");
    put("B.java", "class B {");

    assertThat(failure("M.java", CompilationFailed.class).diagnostics())
        .extracting(Diagnostic::source)
        .containsExactly("A.java", "B.java");
    assertThat(events).isEmpty();
  }

  @Test
  void find_severalFaults_givesTheFirstKind() {
    put("M.java", "class M {\n A a;\n B b;\n C c;\n}");
    put("A.java", "class A {");
    files.put(Path.of("B.java"), Bytes.of(LATIN_1));
    put("C.java", "class C {}");
    SourceNotFound unreadable = new SourceNotFound(Path.of("C.java"), Unreadable.FAILED, null);

    assertThat(failure("M.java", InvalidSources.class).reason()).isEqualTo(Reason.NOT_UTF8);
    assertThat(find("M.java", failingOn("C.java", unreadable)).getCause()).isSameAs(unreadable);
  }

  @Test
  void find_copyThatStillDeclaresWhatTheOriginalDoes_isNamedItself() {
    put("M.java", "class M {\n A a;\n}");
    put("A.java", "class M {\n A a;\n}");

    InvalidSources error = failure("M.java", InvalidSources.class);

    assertThat(error.reason()).isEqualTo(Reason.MISPLACED_TYPE);
    assertThat(error.paths()).containsExactly("A.java");
  }

  @Test
  void find_otherPackageInThePlace_isMisplaced() {
    put("p/M.java", "package p;\nclass M {\n q.A a;\n}");
    put("q/A.java", "package r;\nclass A {}");

    InvalidSources error = failure("p/M.java", InvalidSources.class);

    assertThat(error.reason()).isEqualTo(Reason.MISPLACED_TYPE);
    assertThat(error.paths()).containsExactly("q/A.java");
    assertThat(error)
        .hasMessage(
            "q/A.java: is where the type q.A belongs, which p/M.java may need, but declares r.A."
                + " Correct the names of the package and the type, or move the file where it belongs.");
  }

  @Test
  void find_emptyFileInThePlace_isMisplaced() {
    put("M.java", "class M {\n A a;\n}");
    put("A.java", "\n");

    assertThat(failure("M.java", InvalidSources.class))
        .hasMessageContaining("but declares no type.");
  }

  @Test
  void find_twoPlacesInAFlatFolder_isAmbiguous() {
    put("x/M.java", "package p;\nclass M {\n A a;\n}");
    put("x/A.java", "package p;\nclass A {}");
    put("x/p/A.java", "package p;\nclass A { }");

    InvalidSources error = failure("x/M.java", InvalidSources.class);

    assertThat(error.reason()).isEqualTo(Reason.AMBIGUOUS_FILE);
    assertThat(error.paths()).containsExactly("x/A.java", "x/p/A.java");
    assertThat(error)
        .hasMessage(
            "x/A.java, x/p/A.java: are both where the type p.A may be, which x/M.java needs."
                + " Leave one of the files out.");
  }

  @Test
  void find_typeInTwoFoundFiles_isDuplicate() {
    put("M.java", "class M {\n A a;\n B b;\n}");
    put("A.java", "class A {}\nclass B {}");
    put("B.java", "class B {}");

    InvalidSources error = failure("M.java", InvalidSources.class);

    assertThat(error.reason()).isEqualTo(Reason.DUPLICATE_TYPE);
    assertThat(error.paths()).containsExactly("A.java", "B.java");
  }

  @Test
  void find_parserFails_passesItsErrorOn() {
    put("M.java", "class M {}");
    CompilerUnavailable unavailable = new CompilerUnavailable();

    Try<List<Path>> found =
        new FindDependencies(
                files, FakeSourceParser.failing(unavailable), host, CallObserver.of(events::add))
            .find(Path.of("M.java"), settings());

    assertThat(found.getCause()).isSameAs(unavailable);
  }

  @Test
  void find_hostViewFails_passesItsErrorOn() {
    put("M.java", "class M {\n a.B b;\n A a;\n}");
    put("A.java", "class A {");
    StoreFailed failure = new StoreFailed(Path.of("host.jar"), "gone", null);
    host = Mockito.mock();
    Mockito.when(host.snapshot()).thenReturn(host);
    Mockito.when(host.listsAll("a")).thenReturn(Try.success(true));
    Mockito.when(host.hasPackage("a")).thenReturn(Try.failure(failure));

    assertThat(find("M.java", files).getCause()).isSameAs(failure);
  }

  private void put(String path, String text) {
    files.put(Path.of(path), text);
  }

  private static String declaration(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
    String packageName = path.contains("p/r/") ? "p.r" : path.contains("p/q/") ? "p.q" : "p";
    return "package " + packageName + ";\nclass " + name + " {}";
  }

  private List<String> found(String main) {
    return find(main, files).get().stream().map(Path::toString).toList();
  }

  private <E> E failure(String main, Class<E> type) {
    return type.cast(find(main, files).getCause());
  }

  private Try<List<Path>> find(String main, SourceReader reader) {
    return new FindDependencies(reader, parser, host, CallObserver.of(events::add))
        .find(Path.of(main), settings());
  }

  private SourceReader failingOn(String failing, SourceNotFound failure) {
    return new SourceReader() {
      @Override
      public Try<SourceSet> read(List<Path> wanted) {
        return files.read(wanted);
      }

      @Override
      public Try<Option<SourceFile>> readIfPresent(Path folder, String name) {
        return name.equals(failing) ? Try.failure(failure) : files.readIfPresent(folder, name);
      }
    };
  }

  private static CompilerSettings settings() {
    return new CompilerSettings(
        Option.none(), List.of(), new WarningPolicy(Treatment.ERRORS, Set.of()));
  }
}
