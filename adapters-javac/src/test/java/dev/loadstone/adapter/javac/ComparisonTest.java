package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the comparison with javac lets pass, and what it does not. */
final class ComparisonTest {

  private static final String GOOD = "class Main { java.util.List list; }";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource
  void agrees_ruleOfOurs_isTheOnlyDifference(Difference difference, OracleCase given)
      throws IOException {
    Comparison comparison = Comparison.of(given, plain(given));

    assertThat(comparison.agrees()).as(comparison::toString).isTrue();
    assertThat(comparison.differences()).containsExactly(difference);
  }

  static Stream<Arguments> agrees_ruleOfOurs_isTheOnlyDifference() {
    return Stream.of(
        arguments(Difference.NOTE, one("class Main { int f(int i) { return f(\"\"); } }")),
        arguments(Difference.INTERNAL_API, one("abstract class Main { sun.misc.Unsafe unsafe; }")),
        arguments(Difference.MAIN_CLASS, one("class One {} class Other {}")),
        arguments(Difference.MAIN_CLASS, one("/* nothing */")),
        arguments(Difference.NAME_TAKEN, one("package sun.nio.ch; class Main {}")),
        arguments(Difference.CONTRACT, one(GOOD).with(Compiling.forContract("java.lang.Runnable"))),
        arguments(
            Difference.DUPLICATE_TYPE,
            several(
                SourceFile.of("Other.java", "class Main {}"), SourceFile.of("Main.java", GOOD))));
  }

  @Test
  void agrees_internalApiForRelease_isWarnedOfAlike() throws IOException {
    OracleCase given =
        one("abstract class Main { sun.misc.Unsafe unsafe; }")
            .with(Compiling.sideEffect().release(11));

    Comparison comparison = Comparison.of(given, plain(given));

    assertThat(comparison.agrees()).as(comparison::toString).isTrue();
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.toString()).contains("internal proprietary API");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Main { java.util.List  list; }",
        "class Main { java.util.Set list; }",
        "class Main { java.util.List<?> list; }",
        "class Main { java.util.List liste; }",
        "class Main { java.util.List list; java.util.List more; }",
        "class Main { java.util.List list }",
        "class Main {\n java.util.List list; }"
      })
  void agrees_verdictOnAnotherSource_isFalse(String other) throws IOException {
    Verdict plain = plain(one(other));

    assertThat(Comparison.of(one(GOOD), plain).agrees()).isFalse();
    assertThat(Comparison.of(one(GOOD), plain(one(GOOD))).agrees()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_MAIN_CLASS", "SEVERAL_MAIN_CLASSES", "DUPLICATE_TYPE"})
  void agrees_refusalWithoutItsReason_isFalse(InvalidSources.Reason reason) throws IOException {
    OracleCase given = one(GOOD);

    Comparison comparison = new Comparison(given, plain(given), Verdict.invalid(reason));

    assertThat(comparison.agrees()).isFalse();
    assertThat(comparison.differences()).isEmpty();
  }

  private Verdict plain(OracleCase given) throws IOException {
    try (PlainJavac javac = new PlainJavac(folder)) {
      return javac.compile(given);
    }
  }

  private static OracleCase one(String text) {
    return several(SourceFile.of("Main.java", text));
  }

  private static OracleCase several(SourceFile... files) {
    return new OracleCase("test", List.of(files), Compiling.sideEffect(), List.of());
  }
}
