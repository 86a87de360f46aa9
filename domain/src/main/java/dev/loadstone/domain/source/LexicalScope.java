package dev.loadstone.domain.source;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Which types and variables a compilation unit itself declares for the place looked at (JLS 6.3).
 * Not safe for use by several threads.
 */
public final class LexicalScope {

  private final Deque<Frame> frames = new ArrayDeque<>();

  /** Makes a scope without a frame. */
  public LexicalScope() {}

  /** What one class body, method, block or statement declares. */
  private record Frame(Set<String> types, Set<String> variables) {}

  /** Begins a class body, a method, a block or a statement. */
  public void open() {
    frames.push(new Frame(new HashSet<>(), new HashSet<>()));
  }

  /** Ends what was begun last, and forgets what was declared in it. */
  public void close() {
    frames.pop();
  }

  /** Declares a type from here to the end of the innermost frame. */
  public void declareType(CharSequence name) {
    frames.getFirst().types().add(name.toString());
  }

  /** Declares a variable from here to the end of the innermost frame. */
  public void declareVariable(CharSequence name) {
    frames.getFirst().variables().add(name.toString());
  }

  /** Declares variables from here to the end of the innermost frame. */
  public void declareVariables(Collection<String> names) {
    frames.getFirst().variables().addAll(names);
  }

  /** Returns whether a type of this name is declared for the place. */
  public boolean hasType(String name) {
    return frames.stream().anyMatch(frame -> frame.types().contains(name));
  }

  /** Returns whether a variable of this name is declared for the place. */
  public boolean hasVariable(String name) {
    return frames.stream().anyMatch(frame -> frame.variables().contains(name));
  }
}
