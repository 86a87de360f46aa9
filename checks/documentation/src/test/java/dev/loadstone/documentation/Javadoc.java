package dev.loadstone.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the code blocks in the comments of a Java source: each is Java unless it says otherwise.
 */
final class Javadoc {

  /** What is begun as one, so that a block in another form is not overlooked. */
  private static final Pattern BEGIN = Pattern.compile("<pre>|\\{@snippet");

  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:^ *\\* *(?<keys><!-- snippet:[^\n]*-->)\n(?: *\\*\n)?)?"
              + "^ *\\* *<pre>\\{@code *\n(?<text>.*?)^ *\\* *}</pre>",
          Pattern.DOTALL | Pattern.MULTILINE);

  private Javadoc() {}

  static List<Snippet> snippets(String document, String source) {
    List<Snippet> snippets = new ArrayList<>();
    Matcher block = BLOCK.matcher(source);
    while (block.find()) {
      String keys = block.group("keys");
      int line = (int) source.substring(0, block.start("text")).lines().count() + 1;
      snippets.add(
          new Snippet(
              document,
              line,
              "java",
              keys == null ? Map.of() : Keys.of(keys),
              block.group("text").replaceAll("(?m)^ *\\* ?", "")));
    }
    if (snippets.size() != BEGIN.matcher(source).results().count()) {
      throw new IllegalArgumentException(
          document + ": a code block that is not <pre>{@code, its lines, and }</pre>");
    }
    return List.copyOf(snippets);
  }
}
