package dev.loadstone.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The relative links of the documents lead to files that exist. */
final class LinksTest {

  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]+)(?:#[^)]*)?\\)");

  static Stream<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(Repository.root())) {
      return Stream.concat(
          top.toList().stream(), Repository.files(Repository.root().resolve("docs")))
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void links_relativeOnes_leadToFilesThatExist(Path document) {
    assertThat(
            LINK.matcher(Repository.text(document))
                .results()
                .map((MatchResult link) -> link.group(1)))
        .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
  }
}
