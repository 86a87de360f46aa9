package dev.loadstone.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every block of code in the documentation is what it says. */
final class JavaSnippetsTest {

  private static final Path WORKING_FOLDER = Path.of("").toAbsolutePath();
  private static final Set<String> SHOWN_ONLY = Set.of("text", "json");

  @TempDir static Path temporary;

  @TestFactory
  Stream<DynamicContainer> markdown_snippets_areTrue() throws IOException {
    return Repository.markdown().stream().map(JavaSnippetsTest::document);
  }

  @TestFactory
  Stream<DynamicContainer> javadoc_snippets_areTrue() throws IOException {
    return Repository.javadoc().stream().map(JavaSnippetsTest::document);
  }

  @Test
  void repository_documents_areFound() throws IOException {
    assertThat(Repository.markdown().stream().map(each -> each.get(0).document()))
        .contains("README.md", "CONTRIBUTING.md", "docs/embedding.md", "docs/operators.md");
    assertThat(Repository.javadoc().stream().map(each -> each.get(0).document()))
        .contains("bootstrap/src/main/java/dev/loadstone/package-info.java");
  }

  private static DynamicContainer document(List<Snippet> snippets) {
    return DynamicContainer.dynamicContainer(
        snippets.get(0).document(),
        Stream.of(snippets)
            .flatMap(
                all -> {
                  Document document = new Document(all);
                  return all.stream()
                      .map(
                          each ->
                              DynamicTest.dynamicTest(each.toString(), () -> document.check(each)));
                }));
  }

  /** One document; its session begins with its first snippet, when no other's runs any more. */
  private static final class Document {

    private final List<Snippet> snippets;
    private JavaSession session;

    private Document(List<Snippet> snippets) {
      this.snippets = snippets;
    }

    private void check(Snippet snippet) throws Exception {
      if (session == null) {
        session = new JavaSession(snippets, Workspace.in(WORKING_FOLDER), temporary);
      }
      if (snippet.key("excerpt").isPresent()) {
        Excerpt.check(snippet);
      } else if (snippet.language().equals("java") || snippet.isFile()) {
        session.check(snippet);
      } else if (snippet.language().equals("xml")) {
        Coordinates.check(snippet);
      } else if (snippet.key("output").isPresent()) {
        session.checkOutput(snippet);
      } else {
        assertThat(snippet.isCommandLines() || SHOWN_ONLY.contains(snippet.language()))
            .as("%s is in a language that is tested: %s", snippet, snippet.language())
            .isTrue();
      }
    }
  }
}
