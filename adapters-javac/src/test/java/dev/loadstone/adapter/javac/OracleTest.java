package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Javac is the oracle: our compiler accepts and refuses the same sources, says the same in the same
 * order, and writes the same classes. The sources are real ones, and what random mutations make of
 * them.
 */
@Execution(ExecutionMode.CONCURRENT)
final class OracleTest {

  private static final int LARGEST_PACKAGE = 12;

  /** Of fewer sources it may be that none compiles, and then there is nothing to mutate. */
  private static final int FEWEST_TO_MUTATE = 8;

  private static final int ATTEMPTS = 12;

  @TempDir private static Path folder;
  private static OracleLibraries libraries;

  @BeforeAll
  static void open() throws IOException {
    libraries = OracleLibraries.open();
  }

  @AfterAll
  static void close() throws IOException {
    libraries.close();
  }

  @ParameterizedTest
  @EnumSource
  void compile_realSource_isWhatJavacMakesOfIt(OracleWay way) throws IOException {
    List<OracleCase> cases = new ArrayList<>();
    for (OracleLibrary library : libraries.all()) {
      library
          .sample(OracleSettings.sources(), way.begin())
          .forEach(source -> cases.add(way.of(libraries, library, source)));
    }

    OracleTally tally = compared(way.name(), cases);

    tally.assertAgreement(with(way.ownDifferences().toArray(Difference[]::new)));
    assertThat(tally.differences()).containsAll(way.ownDifferences());
    assertThat(tally.warned()).isPositive();
  }

  @Test
  void compile_realPackage_isWhatJavacMakesOfIt() throws IOException {
    List<OracleCase> cases = new ArrayList<>();
    for (OracleLibrary library : libraries.all()) {
      library.packages().values().stream()
          .filter(files -> files.size() > 1 && files.size() <= LARGEST_PACKAGE)
          .limit(OracleSettings.sources())
          .forEach(files -> cases.add(OracleWay.pluginOfSeveral(libraries, library, files)));
    }

    OracleTally tally = compared("PACKAGES", cases);

    tally.assertAgreement(with(Difference.DUPLICATE_TYPE));
    assertThat(tally.differences()).doesNotContain(Difference.MAIN_CLASS);
  }

  @ParameterizedTest
  @MethodSource
  void compile_mutantOfAGoodSource_isWhatJavacMakesOfIt(OracleLibrary library) throws IOException {
    List<OracleCase> good = good(library);
    List<OracleCase> mutants =
        IntStream.range(0, OracleSettings.mutants())
            .mapToObj(number -> mutant(good.get(number % good.size()), number))
            .toList();

    OracleTally tally = compared("MUTANTS-" + library.name(), mutants);

    tally.assertAgreement(with(Difference.NAME_TAKEN));
  }

  static Stream<OracleLibrary> compile_mutantOfAGoodSource_isWhatJavacMakesOfIt() {
    return libraries.all().stream();
  }

  private static List<OracleCase> good(OracleLibrary library) throws IOException {
    List<OracleCase> good = new ArrayList<>();
    int count = Math.max(FEWEST_TO_MUTATE, OracleSettings.sources());
    try (PlainJavac javac = new PlainJavac(folder)) {
      for (SourceFile source : library.sample(count, 0.9)) {
        OracleCase plugin = OracleWay.PLUGIN.of(libraries, library, source);
        if (!source.baseName().equals("package-info.java")
            && javac.compile(plugin).kind() == Verdict.Kind.ACCEPTED) {
          good.add(plugin);
        }
      }
    }
    return good;
  }

  private static OracleCase mutant(OracleCase good, int number) {
    SourceFile file = good.files().get(0);
    Mutation mutation = Mutation.ALL.get(number % Mutation.ALL.size());
    Random random = new Random(Objects.hash(OracleSettings.seed(), file.path(), number));
    String name =
        "%s, mutant %d of seed %d: %s"
            .formatted(good.name(), number, OracleSettings.seed(), mutation.name());
    return good.with(name, SourceFile.of(file.path(), mutation.apply(file.text(), random)));
  }

  /**
   * Compares again what is not the same. Javac itself says now this, now that, where the order of
   * its hash tables shows: it names two types that do not fit now in one order, now in the other.
   * Then what we say must be one of the things that javac says.
   */
  private static void compare(OracleCase given, PlainJavac javac, OracleTally tally)
      throws IOException {
    Set<Verdict> plain = new LinkedHashSet<>(List.of(javac.compile(given)));
    Comparison comparison = Comparison.of(given, plain.iterator().next());
    for (int i = 0; i < ATTEMPTS && !agreesWithOne(comparison, plain); i++) {
      plain.add(javac.compile(given));
      comparison = Comparison.of(given, plain.iterator().next());
    }
    boolean unstable = plain.size() > 1 && agreesWithOne(comparison, plain);
    if (unstable) {
      tally.addUnstable();
    } else {
      tally.add(comparison);
    }
  }

  private static boolean agreesWithOne(Comparison comparison, Set<Verdict> plain) {
    return plain.stream().anyMatch(each -> comparison.with(each).agrees());
  }

  private static Set<Difference> with(Difference... more) {
    Set<Difference> reasons = EnumSet.copyOf(Difference.ANYWHERE);
    reasons.addAll(List.of(more));
    return reasons;
  }

  private static OracleTally compared(String name, List<OracleCase> cases) throws IOException {
    OracleTally tally = new OracleTally();
    try (PlainJavac javac = new PlainJavac(folder)) {
      for (OracleCase each : cases) {
        compare(each, javac, tally);
      }
    }
    Path reports = Files.createDirectories(OracleSettings.folder().resolve("reports"));
    Files.writeString(reports.resolve(name + ".txt"), tally.report());
    return tally;
  }
}
