package dev.loadstone.documentation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JavaSessionTest {

  @TempDir private Path folder;

  @Test
  void check_compiledByATestThatThereIs_passes() {
    assertThatCode(() -> check("JavaSessionTest")).doesNotThrowAnyException();
  }

  @Test
  void check_compiledByNoTest_fails() {
    assertThatThrownBy(() -> check("NoSuchTest"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a.md:1")
        .hasMessageContaining("NoSuchTest");
  }

  private void check(String test) throws Exception {
    Snippet snippet = new Snippet("a.md", 1, "java", Map.of("compiled", test), "class A {}\n");

    new JavaSession(List.of(snippet), new Workspace(folder), folder).check(snippet);
  }
}
