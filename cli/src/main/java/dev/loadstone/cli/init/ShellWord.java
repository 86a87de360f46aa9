package dev.loadstone.cli.init;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Words as a user types them to a POSIX shell. */
final class ShellWord {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}@%_+=:,./-]+");

  private ShellWord() {}

  /** Returns a word, quoted where the shell would make something else of it. */
  static String of(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Returns a path as a word that no command takes for an option. */
  static String of(Path path) {
    String word = path.toString();
    return of(word.startsWith("-") ? "./" + word : word);
  }
}
