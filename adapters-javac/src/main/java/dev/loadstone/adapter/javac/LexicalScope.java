package dev.loadstone.adapter.javac;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Which types and variables a compilation unit itself declares for the place looked at (JLS 6.3).
 */
final class LexicalScope {

  private final Deque<Frame> frames = new ArrayDeque<>();

  /** What one class body, method, block or statement declares. */
  private record Frame(Set<String> types, Set<String> variables) {}

  void open() {
    frames.push(new Frame(new HashSet<>(), new HashSet<>()));
  }

  void close() {
    frames.pop();
  }

  /** Declares a type from here to the end of the innermost frame. */
  void declareType(CharSequence name) {
    frames.getFirst().types().add(name.toString());
  }

  /** Declares a variable from here to the end of the innermost frame. */
  void declareVariable(CharSequence name) {
    frames.getFirst().variables().add(name.toString());
  }

  void declareVariables(Collection<String> names) {
    frames.getFirst().variables().addAll(names);
  }

  boolean hasType(String name) {
    return frames.stream().anyMatch(frame -> frame.types().contains(name));
  }

  boolean hasVariable(String name) {
    return frames.stream().anyMatch(frame -> frame.variables().contains(name));
  }
}
