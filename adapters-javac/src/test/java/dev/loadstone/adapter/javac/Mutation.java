package dev.loadstone.adapter.javac;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A way to make a source wrong, or at least another one.
 *
 * @param name what it does
 * @param change does it, where random numbers say
 */
record Mutation(String name, BiFunction<JavaTokens, Random, String> change) {

  static final List<Mutation> ALL =
      List.of(
          new Mutation("delete token", any(JavaTokens::isCode, token -> "")),
          new Mutation("duplicate token", any(JavaTokens::isCode, token -> token + " " + token)),
          new Mutation("replace token", Mutation::replaceToken),
          new Mutation("swap tokens", Mutation::swapTokens),
          new Mutation("delete line", lines((lines, i) -> lines.remove(i))),
          new Mutation("duplicate line", lines((lines, i) -> lines.add(i, lines.get(i)))),
          new Mutation(
              "swap lines",
              lines((lines, i) -> Collections.swap(lines, i, (i + 1) % lines.size()))),
          new Mutation(
              "truncate", (tokens, random) -> truncated(String.join("", tokens.all()), random)),
          new Mutation("unknown name", any(JavaTokens::isWord, token -> token + "s")),
          new Mutation("other name", Mutation::otherName),
          new Mutation(
              "other type",
              oneOf(
                  token -> Character.isUpperCase(token.charAt(0)) || token.equals("int"),
                  "int",
                  "String",
                  "Object",
                  "void",
                  "var",
                  "long[]",
                  "java.util.List<?>",
                  "record",
                  "?")),
          new Mutation(
              "other literal",
              oneOf(
                  JavaTokens::isLiteral,
                  "0",
                  "-1L",
                  "99999999999",
                  "09",
                  "1_",
                  "0x",
                  "1e999",
                  "null",
                  "\"\"",
                  "\"\\q\"",
                  "\"open",
                  "''",
                  "\"\"\"x\"\"\"",
                  "true")),
          new Mutation("delete bracket", any(token -> "{}()[]<>".contains(token), token -> "")),
          new Mutation("delete semicolon", any(";"::equals, token -> "")),
          new Mutation("delete import", any("import"::equals, token -> "// ")),
          new Mutation(
              "other operator",
              oneOf(
                  token -> "=+-*/%&|!<>?:,.".contains(token),
                  "+",
                  "==",
                  "&&",
                  "!",
                  "->",
                  "::",
                  "...",
                  "@",
                  "?")),
          new Mutation(
              "modifier",
              before(
                  JavaTokens::isWord,
                  "static",
                  "final",
                  "abstract",
                  "private",
                  "public",
                  "sealed",
                  "non-sealed",
                  "synchronized",
                  "default",
                  "@Override",
                  "@Deprecated")),
          new Mutation(
              "keyword",
              before(
                  JavaTokens::isCode,
                  "return",
                  "class",
                  "case",
                  "yield",
                  "throw",
                  "new",
                  "this.",
                  "super.",
                  "(Object)",
                  "{",
                  "}",
                  "goto",
                  "_",
                  "enum")),
          new Mutation(
              "stray character",
              before(
                  token -> true,
                  "#",
                  "`",
                  "\\",
                  "\"",
                  "'",
                  "\0",
                  "\u001a",
                  "\u00a0",
                  "\u200b",
                  "\u00e4",
                  "\u4e2d",
                  "\ufeff",
                  "\uD83D\uDE00",
                  "/*",
                  "*/",
                  "//",
                  "\"\"\"")),
          new Mutation("unicode escape", any(token -> true, Mutation::escaped)),
          new Mutation(
              "broken escape",
              before(token -> true, "\\u12", "\\u", "\\uuuu000a", "\\u005c", "\\uD800")),
          new Mutation(
              "white space",
              before(JavaTokens::isCode, "\t", " \t", "\t\t", "\r", "\r\n", "\f", "\n")),
          new Mutation(
              "line ends",
              (tokens, random) ->
                  String.join("", tokens.all())
                      .replace("\n", random.nextBoolean() ? "\r" : "\r\n")),
          new Mutation(
              "tabs", (tokens, random) -> String.join("", tokens.all()).replace("  ", "\t")));

  /** Changes a source somewhere; some sources have no such place, and stay as they are. */
  String apply(String text, Random random) {
    String changed = change.apply(JavaTokens.of(text), random);
    // Half a surrogate pair is in no file.
    return new String(changed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private interface LineChange {
    void apply(List<String> lines, int index);
  }

  private static BiFunction<JavaTokens, Random, String> any(
      Predicate<String> condition, UnaryOperator<String> change) {
    return (tokens, random) -> {
      List<Integer> places = tokens.indices(condition);
      if (places.isEmpty()) {
        return String.join("", tokens.all());
      }
      int place = pick(places, random);
      return tokens.with(place, change.apply(tokens.all().get(place)));
    };
  }

  private static BiFunction<JavaTokens, Random, String> oneOf(
      Predicate<String> condition, String... replacements) {
    return (tokens, random) ->
        any(condition, token -> pick(List.of(replacements), random)).apply(tokens, random);
  }

  private static BiFunction<JavaTokens, Random, String> before(
      Predicate<String> condition, String... insertions) {
    return (tokens, random) ->
        any(condition, token -> pick(List.of(insertions), random) + " " + token)
            .apply(tokens, random);
  }

  private static BiFunction<JavaTokens, Random, String> lines(LineChange change) {
    return (tokens, random) -> {
      List<String> lines = new ArrayList<>(List.of(String.join("", tokens.all()).split("\n", -1)));
      change.apply(lines, random.nextInt(lines.size()));
      return String.join("\n", lines);
    };
  }

  private static String replaceToken(JavaTokens tokens, Random random) {
    String replacement = tokens.all().get(pick(tokens.indices(JavaTokens::isCode), random));
    return any(JavaTokens::isCode, token -> replacement).apply(tokens, random);
  }

  private static String swapTokens(JavaTokens tokens, Random random) {
    List<Integer> places = tokens.indices(JavaTokens::isCode);
    int place = random.nextInt(places.size() - 1);
    return tokens.swapped(places.get(place), places.get(place + 1));
  }

  private static String otherName(JavaTokens tokens, Random random) {
    String name = tokens.all().get(pick(tokens.indices(JavaTokens::isWord), random));
    return any(JavaTokens::isWord, token -> name).apply(tokens, random);
  }

  private static String truncated(String text, Random random) {
    return text.substring(0, random.nextInt(text.length()));
  }

  private static String escaped(String token) {
    return String.format("\\u%04x", (int) token.charAt(0)) + token.substring(1);
  }

  private static <T> T pick(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
