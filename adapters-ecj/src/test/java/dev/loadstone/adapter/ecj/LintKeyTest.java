package dev.loadstone.adapter.ecj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LintKeyTest {

  private static final Pattern ROW =
      Pattern.compile("^ *\\| `(\\w+)` \\| `(\\w+)` \\|$", Pattern.MULTILINE);

  @Test
  void keys_all_areThoseOfThePageAboutCompilers() throws IOException {
    String page =
        Files.readString(Path.of(System.getProperty("basedir", "."), "../docs/compilers.md"));

    Map<String, String> told =
        ROW.matcher(page)
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));

    assertThat(told)
        .isEqualTo(
            Arrays.stream(LintKey.values())
                .collect(
                    Collectors.toMap(
                        LintKey::lint,
                        key -> key.option().substring(key.option().lastIndexOf('.') + 1))));
  }
}
