package dev.loadstone.documentation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A code block of a document.
 *
 * <p>Its language decides what is done with it:
 *
 * <ul>
 *   <li>{@code java}: compiled with warnings as errors, and run. A block with a type of its own is
 *       a file, which later blocks of the document may use; any other is made one by a unit.
 *   <li>{@code console}: lines that begin with {@code $} are run, the others are what they print;
 *       {@code ...} stands for any lines, or for any part of one.
 *   <li>{@code sh}, or none and indented: each line is run.
 *   <li>{@code xml}: well-formed, and what it names of Loadstone is what the build makes.
 *   <li>{@code text}: nothing.
 * </ul>
 *
 * <p>Its keys:
 *
 * <ul>
 *   <li>{@code unit}: the file of {@code src/test/snippets} that the block is put into. Statements
 *       need one, and it is {@code Statements} if nothing is said.
 *   <li>{@code compiled}: it is compiled, but not run: the test that is named does what it shows.
 *   <li>{@code file}: where the block is written to, for later blocks. Java is compiled there, and
 *       must fail if it is {@code broken}.
 *   <li>{@code excerpt}: the file of the repository that the block is a part of, which is tested
 *       elsewhere.
 *   <li>{@code exit}: the exit status of its last command, if it is not 0.
 *   <li>{@code output}: this {@code text} is what the Java before it prints.
 * </ul>
 *
 * @param document the document's path, from the root
 * @param line the number of its first line
 * @param language the language as the document names it
 * @param keys what the comment before it tells
 * @param text its content, whose lines end with {@code \n}
 */
record Snippet(String document, int line, String language, Map<String, String> keys, String text) {

  static final String INDENTED = "indented";

  private static final Set<String> COMMAND_LINES = Set.of("console", "sh", INDENTED);

  /** Whether {@link CommandLinesIT} runs it. */
  boolean isCommandLines() {
    return COMMAND_LINES.contains(language) && !isFile() && !keys.containsKey("excerpt");
  }

  boolean isFile() {
    return keys.containsKey("file");
  }

  Optional<String> key(String name) {
    return Optional.ofNullable(keys.get(name));
  }

  @Override
  public String toString() {
    return document + ":" + line;
  }
}
