package dev.loadstone.adapter.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Walks through an attributed tree and tells what its names mean. */
final class DependencyScanner extends TreePathScanner<@Nullable Void, UnitNames> {

  private final Trees trees;
  private final InlinedConstants constants;

  /** The classes whose members are in scope, the innermost first. */
  private final Deque<TypeElement> scopes = new ArrayDeque<>();

  DependencyScanner(Trees trees, InlinedConstants constants) {
    this.trees = trees;
    this.constants = constants;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, UnitNames names) {
    scan(tree.getModifiers(), names);
    scan(tree.getTypeParameters(), names);
    scan(tree.getExtendsClause(), names);
    scan(tree.getImplementsClause(), names);
    scan(tree.getPermitsClause(), names);
    // Members are in scope in the body only (JLS 6.3).
    Element type = trees.getElement(getCurrentPath());
    if (type instanceof TypeElement scope) {
      scopes.push(scope);
      scan(tree.getMembers(), names);
      scopes.pop();
      return null;
    }
    return scan(tree.getMembers(), names);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, UnitNames names) {
    if (tree.getEnclosingExpression() == null) {
      return super.visitNewClass(tree, names);
    }
    // The class is a member of the object's, so its name is looked for in no scope.
    scan(tree.getEnclosingExpression(), names);
    scan(tree.getTypeArguments(), names);
    if (!(tree.getIdentifier() instanceof IdentifierTree)) {
      scan(tree.getIdentifier(), names);
    }
    scan(tree.getArguments(), names);
    return scan(tree.getClassBody(), names);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, UnitNames names) {
    Element element = trees.getElement(getCurrentPath());
    if (element != null && isInSource(tree)) {
      names.note(element, scopes);
      constants.note(element);
    }
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, UnitNames names) {
    Element element = trees.getElement(getCurrentPath());
    if (element != null && isInSource(tree)) {
      names.noteQualified(element);
      constants.note(element);
    }
    return super.visitMemberSelect(tree, names);
  }

  /**
   * Tells a name from those in types that javac infers and adds to the tree, which end nowhere. It
   * keeps account of ends, as it does for all who listen to its diagnostics.
   */
  private boolean isInSource(Tree tree) {
    return trees.getSourcePositions().getEndPosition(getCurrentPath().getCompilationUnit(), tree)
        != Diagnostic.NOPOS;
  }
}
