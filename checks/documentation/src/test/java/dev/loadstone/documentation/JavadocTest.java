package dev.loadstone.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JavadocTest {

  @Test
  void snippets_blocks_areFoundWithTheirLines() {
    String source =
        """
        /**
         * Says {@code inline}.
         *
         * <!-- snippet: unit=Host -->
         *
         * <pre>{@code
         * if (first) {
         *   second();
         * }
         * }</pre>
         */
        class A {
          /**
           * <pre>{@code
           * third();
           * }</pre>
           */
          void a() {}
        }
        """;

    assertThat(Javadoc.snippets("A.java", source))
        .containsExactly(
            new Snippet(
                "A.java", 7, "java", Map.of("unit", "Host"), "if (first) {\n  second();\n}\n"),
            new Snippet("A.java", 15, "java", Map.of(), "third();\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{@snippet :\n * run();\n * }", "<pre>\n * run();\n * </pre>"})
  void snippets_blockInAnotherForm_isRefused(String block) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Javadoc.snippets("A.java", "/**\n * " + block + "\n */\nclass A {}\n"))
        .withMessageStartingWith("A.java: ");
  }
}
