package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.adapter.ecj.EcjCompiler;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both parsers give the same outline, imports and names of each file that both accept. */
final class EcjParserOracleTest {

  private static final int SOURCES = 20;
  private static final SourceParser JAVAC = new JavacSourceParser();
  private static final SourceParser ECJ = EcjCompiler.sourceParser();
  private static final CompilerSettings SETTINGS = Compiling.sideEffect().settings();

  private static List<OracleLibrary> libraries;

  @BeforeAll
  static void open() throws IOException {
    libraries = OracleLibrary.all();
  }

  @Test
  void parse_realSource_isWhatJavacReads() throws IOException {
    List<SourceFile> sources =
        libraries.stream().flatMap(library -> library.sample(SOURCES, 0.5).stream()).toList();

    Tally tally = compared("SOME", sources);

    assertThat(tally.verdicts()).containsOnlyKeys("both accept");
  }

  @Test
  @Tag("thorough")
  void parse_allRealSources_areWhatJavacReads() throws IOException {
    List<SourceFile> sources =
        libraries.stream().flatMap(library -> library.sources().stream()).toList();

    Tally tally = compared("ALL", sources);

    assertThat(tally.verdicts()).containsOnlyKeys("both accept");
  }

  @Test
  void parse_mutant_isWhatJavacReadsIfBothAcceptIt() throws IOException {
    List<SourceFile> mutants = libraries.stream().flatMap(EcjParserOracleTest::mutants).toList();

    Tally tally = compared("MUTANTS", mutants);

    assertThat(tally.verdicts()).containsKeys("both accept", "both refuse");
  }

  private static Stream<SourceFile> mutants(OracleLibrary library) {
    List<SourceFile> sources = library.sample(OracleSettings.mutants(), 0.1);
    return IntStream.range(0, OracleSettings.mutants())
        .mapToObj(number -> mutant(sources.get(number % sources.size()), number));
  }

  private static SourceFile mutant(SourceFile file, int number) {
    Mutation mutation = Mutation.ALL.get(number % Mutation.ALL.size());
    Random random = new Random(Objects.hash(OracleSettings.seed(), file.path(), number));
    return SourceFile.of(file.path(), mutation.apply(file.text(), random));
  }

  /** How many files there were of each kind, and those that only one parser accepts. */
  private record Tally(Map<String, Integer> verdicts, List<String> apart) {}

  private static Tally compared(String name, List<SourceFile> sources) throws IOException {
    Tally tally = new Tally(new TreeMap<>(), new ArrayList<>());
    List<String> different = new ArrayList<>();
    for (SourceFile source : sources) {
      Try<ParsedSource> javac = JAVAC.parse(source, SETTINGS);
      Try<ParsedSource> ecj = ECJ.parse(source, SETTINGS);
      String verdict = verdict(javac, ecj);
      tally.verdicts().merge(verdict, 1, Integer::sum);
      if (javac.isSuccess() != ecj.isSuccess()) {
        tally.apart().add(source.path() + ", " + verdict + ": " + javac + ", " + ecj);
      } else if (javac.isSuccess() && !javac.get().equals(ecj.get())) {
        different.add(source.path() + ":\n" + javac.get() + "\n" + ecj.get());
      }
    }
    String report = tally + "\n" + String.join("\n", different) + "\n";
    Path reports = Files.createDirectories(OracleSettings.folder().resolve("reports"));
    Files.writeString(reports.resolve("PARSERS-" + name + ".txt"), report);
    assertThat(different).as(report).isEmpty();
    return tally;
  }

  private static String verdict(Try<ParsedSource> javac, Try<ParsedSource> ecj) {
    Stream.of(javac, ecj)
        .filter(Try::isFailure)
        .forEach(each -> assertThat(each.getCause()).isInstanceOf(CompilationFailed.class));
    if (javac.isSuccess() == ecj.isSuccess()) {
      return javac.isSuccess() ? "both accept" : "both refuse";
    }
    return javac.isSuccess() ? "javac accepts" : "ECJ accepts";
  }
}
