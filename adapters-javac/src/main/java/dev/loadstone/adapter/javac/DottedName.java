package dev.loadstone.adapter.javac;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Reads a simple or qualified name (JLS 6.2) off its tree. */
final class DottedName {

  private static final Set<String> KEYWORDS = Set.of("class", "this", "super");

  private DottedName() {}

  /** Returns the identifiers between the dots; none where the tree is no name. */
  static List<String> of(Tree tree) {
    Deque<String> identifiers = new ArrayDeque<>();
    Tree rest = tree;
    while (rest instanceof MemberSelectTree select) {
      String identifier = select.getIdentifier().toString();
      if (KEYWORDS.contains(identifier)) {
        return List.of();
      }
      identifiers.addFirst(identifier);
      rest = select.getExpression();
    }
    if (!(rest instanceof IdentifierTree first)) {
      return List.of();
    }
    identifiers.addFirst(first.getName().toString());
    return List.copyOf(identifiers);
  }
}
