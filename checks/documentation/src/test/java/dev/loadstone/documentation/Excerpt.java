package dev.loadstone.documentation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/**
 * A block that is a part of a file which the build tests. Indentation, empty lines and comments are
 * free.
 */
final class Excerpt {

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  private Excerpt() {}

  static void check(Snippet snippet) {
    String file = snippet.key("excerpt").orElseThrow();

    String whole = Repository.text(Repository.root().resolve(file));

    assertThat(normalised(whole))
        .as("%s, of which %s is a part", file, snippet)
        .contains(normalised(snippet.text()));
  }

  private static String normalised(String text) {
    return COMMENT
        .matcher(text)
        .replaceAll("")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(joining("\n", "\n", "\n"));
  }
}
