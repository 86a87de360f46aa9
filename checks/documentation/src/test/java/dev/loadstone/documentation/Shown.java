package dev.loadstone.documentation;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Output as a document shows it: {@code ...} is any lines, or any part of one. */
final class Shown {

  private static final String ANY = "...";

  private Shown() {}

  /** What is printed where this is shown. */
  static Pattern pattern(String text) {
    return Pattern.compile(text.lines().map(Shown::line).collect(joining()));
  }

  private static String line(String line) {
    return line.equals(ANY)
        ? "(?:.*\n)*?"
        : Arrays.stream(line.split(Pattern.quote(ANY), -1))
            .map(Pattern::quote)
            .collect(joining(".*", "", "\n"));
  }
}
