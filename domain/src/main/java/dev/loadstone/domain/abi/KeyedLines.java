package dev.loadstone.domain.abi;

import dev.loadstone.domain.content.EscapedLine;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** Lines that begin with a key, to be taken in their order. */
final class KeyedLines {

  private final List<String> lines;
  private int next;

  KeyedLines(String text) {
    this.lines = text.lines().toList();
  }

  boolean hasNext(String key) {
    return next < lines.size()
        && lines.get(next).startsWith(key)
        && lines.get(next).startsWith(" ", key.length());
  }

  String one(String key) {
    return checked(EscapedLine.read(raw(key)));
  }

  /** Two values, the first of which is a word. */
  List<String> pair(String key) {
    String value = raw(key);
    int space = value.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException("one value instead of two at line " + next);
    }
    return List.of(
        checked(EscapedLine.readWord(value.substring(0, space))),
        checked(EscapedLine.read(value.substring(space + 1))));
  }

  Option<String> option(String key) {
    return hasNext(key) ? Option.some(one(key)) : Option.none();
  }

  List<String> each(String key) {
    List<String> values = new ArrayList<>();
    while (hasNext(key)) {
      values.add(one(key));
    }
    return values;
  }

  void end() {
    if (next < lines.size()) {
      throw new IllegalArgumentException("unexpected text at line " + (next + 1));
    }
  }

  private String checked(Option<String> value) {
    return value.getOrElseThrow(
        () -> new IllegalArgumentException("malformed escape at line " + next));
  }

  private String raw(String key) {
    if (!hasNext(key)) {
      throw new IllegalArgumentException("no '" + key.strip() + "' at line " + (next + 1));
    }
    return lines.get(next++).substring(key.length() + 1);
  }
}
