package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java in the documentation compiles, as a plugin would. */
final class SnippetsTest {

  private static final Path ROOT = Path.of(System.getProperty("user.dir")).getParent();

  @Test
  void readme_embedding_compiles() throws IOException {
    String snippet = only("README.md", "```java\n(.*?)```");

    assertCompiles(snippet);
  }

  @Test
  void packageInfo_embedding_compiles() throws IOException {
    String snippet =
        only(
                "bootstrap/src/main/java/dev/loadstone/package-info.java",
                "\\{@code\\n(.*?)\\n \\* }</pre>")
            .replaceAll("(?m)^ \\* ?", "");

    assertCompiles(snippet);
  }

  private static void assertCompiles(String statements) {
    String source =
        """
        import dev.loadstone.*;
        import dev.loadstone.domain.error.CompilationFailed;
        import java.nio.file.Path;
        import java.util.List;
        class Snippet {
          interface PricingRule { Object price(Object order); }
          void run(Object order) {
        %s
          }
        }
        """
            .formatted(statements);
    try (Loadstone loadstone =
        Loadstone.builder().hostClassLoader(SnippetsTest.class.getClassLoader()).build()) {
      assertThatCode(() -> loadstone.sideEffects().check(Sources.of("Snippet.java", source)).get())
          .doesNotThrowAnyException();
    }
  }

  private static String only(String file, String pattern) throws IOException {
    Matcher matcher =
        Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(ROOT.resolve(file)));
    assertThat(matcher.find()).as("a snippet in %s", file).isTrue();
    return matcher.group(1);
  }
}
