package dev.loadstone.domain.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The variables that the patterns in a condition introduce, by its outcome (JLS 6.3.1).
 *
 * @param whenTrue those that are in scope where the condition is true
 * @param whenFalse those that are in scope where it is false
 */
public record ConditionBindings(Set<String> whenTrue, Set<String> whenFalse) {

  private static final ConditionBindings NONE = new ConditionBindings(Set.of(), Set.of());

  public ConditionBindings {
    whenTrue = Set.copyOf(whenTrue);
    whenFalse = Set.copyOf(whenFalse);
  }

  /** How a statement ends. */
  public enum Completion {
    /** The statement after it may be executed next. */
    NORMAL,
    /** It is not: control goes elsewhere (JLS 14.1). */
    ABRUPT
  }

  /** {@return those of a condition without a pattern} */
  public static ConditionBindings none() {
    return NONE;
  }

  /**
   * Returns those of an {@code instanceof} with a pattern.
   *
   * @param variables what the pattern declares
   */
  public static ConditionBindings ofPattern(Set<String> variables) {
    return new ConditionBindings(variables, Set.of());
  }

  /** Returns those of operands with {@code &&} between them. */
  public static ConditionBindings ofAnd(List<ConditionBindings> operands) {
    return new ConditionBindings(union(operands, ConditionBindings::whenTrue), Set.of());
  }

  /** Returns those of operands with {@code ||} between them. */
  public static ConditionBindings ofOr(List<ConditionBindings> operands) {
    return new ConditionBindings(Set.of(), union(operands, ConditionBindings::whenFalse));
  }

  /** Returns those of the condition's negation. */
  public ConditionBindings not() {
    return new ConditionBindings(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
  }

  /**
   * Returns which of them are in scope in the statements that follow an {@code if} (JLS 6.3.2.2).
   *
   * @param ofThen how its first statement ends
   * @param ofElse how its second one ends, normally where there is none
   */
  public Set<String> afterIf(Completion ofThen, Completion ofElse) {
    if (ofThen == ofElse) {
      return Set.of();
    }
    return ofThen == Completion.ABRUPT ? whenFalse : whenTrue;
  }

  private static Set<String> union(
      List<ConditionBindings> operands, Function<ConditionBindings, Set<String>> part) {
    Set<String> all = new HashSet<>();
    operands.forEach(operand -> all.addAll(part.apply(operand)));
    return all;
  }
}
