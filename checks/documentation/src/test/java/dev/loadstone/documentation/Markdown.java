package dev.loadstone.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the code blocks of a Markdown document: fenced ones, and indented ones outside of lists.
 */
final class Markdown {

  private static final Pattern FENCE = Pattern.compile("( *)(```+|~~~+) *([\\w-]*).*");
  private static final Pattern LIST_ITEM = Pattern.compile(" {0,3}(?:[-*+]|\\d+[.)]) .*");
  private static final String INDENTATION = "    ";

  private final String document;
  private final List<String> lines;
  private final List<Snippet> snippets = new ArrayList<>();
  private Map<String, String> keys = Map.of();
  private boolean isInList;
  private int next;

  private Markdown(String document, String text) {
    this.document = document;
    this.lines = text.lines().toList();
  }

  static List<Snippet> snippets(String document, String text) {
    Markdown markdown = new Markdown(document, text);
    while (markdown.next < markdown.lines.size()) {
      markdown.readOne();
    }
    return List.copyOf(markdown.snippets);
  }

  private void readOne() {
    String line = lines.get(next);
    Matcher fence = FENCE.matcher(line);
    if (fence.matches()) {
      readFenced(fence.group(1).length(), fence.group(2), fence.group(3));
    } else if (line.startsWith(INDENTATION) && isAfterBlank() && !isInList) {
      readIndented();
    } else {
      readText(line);
    }
  }

  private void readText(String line) {
    if (Keys.areIn(line)) {
      keys = Keys.of(line);
    } else if (LIST_ITEM.matcher(line).matches()) {
      isInList = true;
    } else if (!line.isBlank() && !line.startsWith(" ") && isAfterBlank()) {
      isInList = false;
    }
    next++;
  }

  private void readFenced(int indentation, String fence, String language) {
    int first = ++next;
    StringBuilder text = new StringBuilder();
    while (!lines.get(next).strip().equals(fence)) {
      String line = lines.get(next++);
      int spaces = line.length() - line.stripLeading().length();
      text.append(line.substring(Math.min(spaces, indentation))).append('\n');
      if (next == lines.size()) {
        throw new IllegalArgumentException(document + ":" + first + ": a fence without its end");
      }
    }
    next++;
    add(first, language, text);
  }

  private void readIndented() {
    int first = next;
    StringBuilder text = new StringBuilder();
    while (next < lines.size()
        && (lines.get(next).startsWith(INDENTATION) || lines.get(next).isBlank())) {
      String line = lines.get(next++);
      text.append(line.substring(Math.min(line.length(), INDENTATION.length()))).append('\n');
    }
    add(first, Snippet.INDENTED, text);
  }

  private void add(int first, String language, StringBuilder text) {
    snippets.add(new Snippet(document, first + 1, language, keys, text.toString()));
    keys = Map.of();
  }

  private boolean isAfterBlank() {
    return next == 0 || lines.get(next - 1).isBlank() || Keys.areIn(lines.get(next - 1));
  }
}
