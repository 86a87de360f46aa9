package dev.loadstone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page that explains every error: in each section, whose heading tells the exit, examples, each
 * a fenced block below a comment that names its situation.
 */
final class ErrorsPage {

  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- situation: ([^\n]*) -->\n\n```text\n(.*?)```\n", Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)$");

  private final Path file;
  private String text;

  ErrorsPage(Path file) throws IOException {
    this.file = file;
    this.text = Files.readString(file, UTF_8);
  }

  /**
   * An example.
   *
   * @param heading the heading of its section
   * @param text what is shown
   */
  record Example(String heading, String text) {}

  /** Returns the examples by situation, in their order. */
  Map<String, Example> examples() {
    Map<String, Example> examples = new LinkedHashMap<>();
    Matcher matcher = EXAMPLE.matcher(text);
    while (matcher.find()) {
      Example example =
          new Example(headingBefore(matcher.start()), matcher.group(2).stripTrailing());
      if (examples.put(matcher.group(1), example) != null) {
        throw new AssertionError("there are two examples of: " + matcher.group(1));
      }
    }
    return examples;
  }

  /** Writes the texts into the page. */
  void update(Map<String, String> shown) throws IOException {
    text =
        EXAMPLE
            .matcher(text)
            .replaceAll(
                example ->
                    Matcher.quoteReplacement(
                        "<!-- situation: "
                            + example.group(1)
                            + " -->\n\n```text\n"
                            + shown.getOrDefault(example.group(1), "")
                            + "\n```\n"));
    Files.writeString(file, text, UTF_8);
  }

  private String headingBefore(int offset) {
    Matcher headings = HEADING.matcher(text).region(0, offset);
    String last = "";
    while (headings.find()) {
      last = headings.group(1);
    }
    return last;
  }
}
