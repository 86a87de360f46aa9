package dev.loadstone.adapter.javac;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A source cut into tokens, white space and comments among them: roughly as a compiler would, and
 * without a fault that any text could be.
 *
 * @param all the tokens, which joined are the source
 */
record JavaTokens(List<String> all) {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+'"
              + "|//[^\\n]*|/\\*[\\s\\S]*?\\*/|\\d[\\w.]*"
              + "|\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*|\\s+|[\\s\\S]");

  static JavaTokens of(String text) {
    return new JavaTokens(TOKEN.matcher(text).results().map(match -> match.group()).toList());
  }

  /** Returns the indices of the tokens that fulfil a condition. */
  List<Integer> indices(Predicate<String> condition) {
    return IntStream.range(0, all.size()).filter(i -> condition.test(all.get(i))).boxed().toList();
  }

  /** Returns the source with one token replaced. */
  String with(int index, String replacement) {
    List<String> changed = new ArrayList<>(all);
    changed.set(index, replacement);
    return String.join("", changed);
  }

  /** Returns the source with two tokens exchanged. */
  String swapped(int one, int other) {
    List<String> changed = new ArrayList<>(all);
    changed.set(one, all.get(other));
    changed.set(other, all.get(one));
    return String.join("", changed);
  }

  /**
   * Returns the source in another package, from where it sees the public classes of its old one.
   * All lines stay the same ones.
   */
  String movedTo(String packageName) {
    List<Integer> keywords = indices("package"::equals);
    if (keywords.isEmpty()) {
      return String.join("", all);
    }
    int begin = keywords.get(0) + 1;
    int end = begin + all.subList(begin, all.size()).indexOf(";");
    String old = String.join("", all.subList(begin, end)).strip();
    return String.join("", all.subList(0, begin))
        + " "
        + packageName
        + "; import "
        + old
        + ".*"
        + String.join("", all.subList(end, all.size()));
  }

  static boolean isCode(String token) {
    return !token.isBlank() && !token.startsWith("//") && !token.startsWith("/*");
  }

  static boolean isWord(String token) {
    return Character.isJavaIdentifierStart(token.codePointAt(0));
  }

  static boolean isLiteral(String token) {
    return "\"'".indexOf(token.charAt(0)) >= 0 || Character.isDigit(token.charAt(0));
  }
}
