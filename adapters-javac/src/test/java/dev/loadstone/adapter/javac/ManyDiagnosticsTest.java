package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A source can be wrong in very many places: what is kept is bounded, and decides the same. */
final class ManyDiagnosticsTest {

  private static final int MANY = 1_500;
  private static final String RAW = "java.util.List r%d;";
  private static final String WRONG = "int e%d = absent;";
  private static final String OLD = "Object d%d = new java.util.Date().getDay();";

  static Stream<Arguments> separators() {
    return Stream.of(Arguments.of("one line", " "), Arguments.of("many lines", "\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("separators")
  void compile_manyErrors_keepsTheFirstAndTellsHowManyMore(String name, String separator) {
    List<Diagnostic> said = diagnostics(separator, fields(WRONG));

    assertThat(said).hasSize(1_001).allMatch(Diagnostic::isError);
    assertThat(said.get(0).message()).contains("absent");
    assertThat(said.get(1_000).code()).isEqualTo("loadstone.err.more");
    assertThat(said.get(1_000).message()).isEqualTo("and 500 more errors, not kept");
    assertThat(said).allMatch(each -> each.sourceLine().length() <= 1_000);
    assertThat(said.get(999).sourceLine()).contains("int e999 = absent;");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("separators")
  void compile_manyWarnings_keepsTheFirstAndTellsHowManyMore(String name, String separator) {
    List<Diagnostic> said = warnings(separator, fields(RAW));

    assertThat(said).hasSize(1_001).allMatch(Diagnostic::isWarning);
    assertThat(said.subList(0, 1_000)).allMatch(each -> each.lint().equals("rawtypes"));
    assertThat(said.get(1_000).message()).isEqualTo("and 500 more warnings, not kept");
  }

  @Test
  void compile_errorAfterManyWarnings_isKept() {
    List<Diagnostic> said = diagnostics("\n", fields(RAW) + "\nint last = absent;");

    assertThat(said).hasSize(1_001).filteredOn(Diagnostic::isError).hasSize(1);
    assertThat(said.get(1_000).message()).isEqualTo("and 501 more warnings, not kept");
  }

  @Test
  void compile_failingWarningAfterManyOthers_isKept() {
    List<Diagnostic> said = warnings("\n", fields(OLD) + "\njava.util.List raw;");

    assertThat(said).filteredOn(each -> each.lint().equals("rawtypes")).hasSize(1);
    assertThat(said).filteredOn(each -> each.lint().equals("deprecation")).hasSize(999);
    assertThat(said.get(said.size() - 1).message()).isEqualTo("and 501 more warnings, not kept");
  }

  @Test
  void compile_shownWarningAfterManyExceptedOnes_isKept() {
    String source =
        "class Main { "
            + fields(RAW)
            + " java.util.List<String> last = (java.util.List<String>) (Object) \"\";"
            + " static int i = Integer.getInteger(\"\"); }";

    assertThat(
            Compiling.sideEffect()
                .warnings(Treatment.REPORTED, "rawtypes")
                .compile("Main.java", source)
                .get()
                .warnings())
        .extracting(Diagnostic::lint)
        .containsExactly("unchecked");
  }

  @Test
  void compile_moreDuplicateTypesThanAreKept_isInvalidSources() {
    String types =
        IntStream.range(0, MANY)
            .mapToObj("class C%d {}\n"::formatted)
            .collect(Collectors.joining());

    assertThat(
            Compiling.sideEffect()
                .compile(SourceFile.of("a/A.java", types), SourceFile.of("b/Main.java", types))
                .getCause())
        .isInstanceOf(InvalidSources.class);
  }

  @Test
  void compile_columnsBehindManyTabs_areJavacs() {
    String source = "class Main {\t" + fields("\tint e%d = absent;") + "}";

    List<Diagnostic> said = Compiling.sideEffect().diagnostics("Main.java", source);

    int position = -1;
    for (Diagnostic each : said.subList(0, 1_000)) {
      position = source.indexOf("absent", position + 1);
      assertThat(each.column()).isEqualTo(column(source, position));
    }
    assertThat(said.get(0).firstColumn()).isEqualTo(1);
    assertThat(said.get(999).firstColumn()).isGreaterThan(1);
  }

  private static long column(String line, int position) {
    long column = 0;
    for (int i = 0; i < position; i++) {
      column = line.charAt(i) == '\t' ? column / 8 * 8 + 8 : column + 1;
    }
    return column + 1;
  }

  private static String fields(String field) {
    return IntStream.range(0, MANY).mapToObj(field::formatted).collect(Collectors.joining(" "));
  }

  private static List<Diagnostic> diagnostics(String separator, String fields) {
    return Compiling.sideEffect().diagnostics("Main.java", source(separator, fields));
  }

  private static List<Diagnostic> warnings(String separator, String fields) {
    return Compiling.sideEffect().compile("Main.java", source(separator, fields)).get().warnings();
  }

  private static String source(String separator, String fields) {
    return "class Main { static int i = Integer.getInteger(\"\"); "
        + fields.replace("; ", ";" + separator)
        + " }";
  }
}
