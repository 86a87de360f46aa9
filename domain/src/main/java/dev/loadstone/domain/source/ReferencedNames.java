package dev.loadstone.domain.source;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Gathers the names in a compilation unit that may be types of another one, while a parser's tree
 * of it is walked through. Not safe for use by several threads.
 */
public final class ReferencedNames {

  private static final Set<String> NO_NAMES = Set.of("this", "super");

  private final LexicalScope scope;
  private final SortedSet<String> names = new TreeSet<>();

  /**
   * Makes an empty collection.
   *
   * @param scope what the unit itself declares for the place that is being looked at
   */
  public ReferencedNames(LexicalScope scope) {
    this.scope = scope;
  }

  /**
   * Adds a name that is a type's by where it stands (JLS 6.5.1), unless the unit declares it.
   *
   * @param identifiers what is between its dots
   */
  public void addType(List<String> identifiers) {
    String first = identifiers.get(0);
    boolean isInferred = identifiers.size() == 1 && first.equals("var");
    if (!isInferred && !scope.hasType(first)) {
      names.add(String.join(".", identifiers));
    }
  }

  /**
   * Adds what is before a dot or {@code ::}, which is an ambiguous name (JLS 6.5.2). A variable
   * obscures a type (JLS 6.4.2).
   *
   * @param identifiers what is between its dots
   */
  public void addAmbiguous(List<String> identifiers) {
    String first = identifiers.get(0);
    if (!NO_NAMES.contains(first) && !scope.hasVariable(first)) {
      addType(identifiers);
    }
  }

  /** {@return the names, sorted, with dots where they are qualified} */
  public List<String> sorted() {
    return List.copyOf(names);
  }
}
