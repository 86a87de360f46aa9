package dev.loadstone.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class MarkdownTest {

  @Test
  void snippets_blocksOfEachForm_areFoundWithTheirLines() {
    String text =
        """
        # Title

        <!-- snippet: unit=Host exit=1 -->
        ```java
        first();

          second();
        ```

        - an item

              not code, but the item's

        - another

          ```sh
          in the item
            deeper
          ```

        Text
            that goes on.

            indented

            still
        """;

    assertThat(Markdown.snippets("a.md", text))
        .containsExactly(
            new Snippet(
                "a.md",
                5,
                "java",
                Map.of("unit", "Host", "exit", "1"),
                "first();\n\n  second();\n"),
            new Snippet("a.md", 17, "sh", Map.of(), "in the item\n  deeper\n"),
            new Snippet("a.md", 24, "indented", Map.of(), "indented\n\nstill\n"));
  }

  @Test
  void snippets_unknownKey_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Markdown.snippets("a.md", "<!-- snippet: exot=1 -->\n```sh\nx\n```\n"))
        .withMessageContaining("exot");
  }

  @Test
  void snippets_fenceWithoutEnd_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Markdown.snippets("a.md", "```java\nrun();\n"))
        .withMessage("a.md:1: a fence without its end");
  }
}
