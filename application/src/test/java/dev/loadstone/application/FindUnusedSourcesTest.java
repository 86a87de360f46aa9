package dev.loadstone.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.testkit.FakeSourceParser;
import dev.loadstone.testkit.InMemorySourceReader;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FindUnusedSourcesTest {

  private static final CompilerSettings SETTINGS =
      new CompilerSettings(
          Option.none(), List.of(), new WarningPolicy(WarningPolicy.Treatment.ERRORS, Set.of()));

  private final InMemorySourceReader reader = new InMemorySourceReader();
  private final FindUnusedSources finding =
      new FindUnusedSources(reader, FakeSourceParser.create());

  @BeforeEach
  void writeSources() {
    put("Main.java", "class Main {\n A a;\n}");
    put("A.java", "class A {\n q.B.C b;\n}");
    put("q/B.java", "package q;\nclass B {}");
    put("Imports.java", "import static q.B.value;\nclass Imports {}");
    put("Lone.java", "class Lone {\n Other o;\n}");
    put("Other.java", "class Other {\n Lone o;\n}");
    put("Two.java", "class One {}\nclass A2 {}");
    put("UsesTwo.java", "class UsesTwo {\n A2 two;\n}");
    put("package-info.java", "package p;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Main.java | ",
        "A.java q/B.java Main.java | ",
        "q/B.java Imports.java | ",
        "Two.java UsesTwo.java | ",
        "package-info.java Main.java | ",
        "Lone.java Main.java | Lone.java",
        "q/B.java Main.java | q/B.java",
        "Other.java Lone.java A.java Main.java | Other.java Lone.java",
      })
  void find_files_givesThoseThatTheMainFileDoesNotNeed(String files, String unused) {
    assertThat(finding.find(paths(files), SETTINGS).get())
        .isEqualTo(unused == null ? List.of() : paths(unused));
  }

  @Test
  void find_missingFile_givesTheReadersError() {
    assertThat(finding.find(paths("No.java Main.java"), SETTINGS).getCause())
        .isInstanceOf(SourceNotFound.class);
  }

  private static List<Path> paths(String names) {
    return Arrays.stream(names.split(" ")).map(Path::of).toList();
  }

  private void put(String path, String text) {
    reader.put(Path.of(path), text);
  }
}
