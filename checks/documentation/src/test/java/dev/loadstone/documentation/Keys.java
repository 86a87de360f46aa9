package dev.loadstone.documentation;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a comment tells about the block that follows it. */
final class Keys {

  private static final Pattern COMMENT = Pattern.compile("<!-- snippet:(.*)-->");
  private static final Set<String> KNOWN =
      Set.of("unit", "file", "broken", "compiled", "excerpt", "exit", "output");

  private Keys() {}

  static boolean areIn(String line) {
    return COMMENT.matcher(line.strip()).matches();
  }

  /** Reads the keys of a line; a key without a value has an empty one. */
  static Map<String, String> of(String line) {
    Matcher matcher = COMMENT.matcher(line.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(line);
    }
    Map<String, String> keys =
        Arrays.stream(matcher.group(1).strip().split("\\s+"))
            .map(word -> word.split("=", 2))
            .collect(toMap(parts -> parts[0], parts -> parts.length > 1 ? parts[1] : ""));
    if (!KNOWN.containsAll(keys.keySet())) {
      throw new IllegalArgumentException("a key that is none of " + KNOWN + ": " + line);
    }
    return keys;
  }
}
