package dev.loadstone.domain.abi;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A set of modifiers.
 *
 * @param all each modifier once, in the order of {@link Modifier}
 */
public record Modifiers(Set<Modifier> all) {

  public Modifiers {
    EnumSet<Modifier> sorted = EnumSet.noneOf(Modifier.class);
    sorted.addAll(all);
    all = Collections.unmodifiableSet(sorted);
  }

  /**
   * Makes a set of modifiers.
   *
   * @param modifiers the modifiers, in any order
   */
  public static Modifiers of(Modifier... modifiers) {
    return new Modifiers(Set.copyOf(Arrays.asList(modifiers)));
  }

  static Modifiers parse(Collection<String> words) {
    EnumSet<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    for (String word : words) {
      modifiers.add(modifier(word));
    }
    return new Modifiers(modifiers);
  }

  private static Modifier modifier(String word) {
    for (Modifier modifier : Modifier.values()) {
      if (modifier.word().equals(word)) {
        return modifier;
      }
    }
    throw new IllegalArgumentException("unknown modifier: " + word);
  }

  /**
   * {@return whether a modifier is among them}
   *
   * @param modifier the modifier
   */
  public boolean has(Modifier modifier) {
    return all.contains(modifier);
  }

  /** {@return the access that they give} */
  public Access access() {
    if (has(Modifier.PUBLIC)) {
      return Access.PUBLIC;
    }
    if (has(Modifier.PROTECTED)) {
      return Access.PROTECTED;
    }
    return has(Modifier.PRIVATE) ? Access.PRIVATE : Access.PACKAGE;
  }

  /**
   * Returns their words.
   *
   * @return the words, separated by spaces; empty for no modifiers
   */
  @Override
  public String toString() {
    StringBuilder words = new StringBuilder();
    for (Modifier modifier : all) {
      words.append(words.isEmpty() ? "" : " ").append(modifier.word());
    }
    return words.toString();
  }
}
