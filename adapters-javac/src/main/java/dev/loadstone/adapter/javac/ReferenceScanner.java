package dev.loadstone.adapter.javac;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.TypeParameterTree;
import dev.loadstone.domain.source.ReferencedNames;
import dev.loadstone.domain.source.TypeReferences;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names in a compilation unit that may be a type's of another one, by where they stand
 * (JLS 6.5.1). Trees that a later JDK adds are looked through like expressions.
 */
final class ReferenceScanner extends ScopedScanner {

  /** Later than the release that this is compiled for, so there is no visit method for it. */
  private static final String RECORD_PATTERN = "DECONSTRUCTION_PATTERN";

  private final ReferencedNames names = new ReferencedNames(scope());

  private ReferenceScanner() {}

  static TypeReferences references(CompilationUnitTree unit) {
    ReferenceScanner scanner = new ReferenceScanner();
    scanner.scan(unit, Position.EXPRESSION);
    return new TypeReferences(Imports.of(unit), scanner.names.sorted());
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, Position position) {
    boolean isRecordPattern = tree != null && tree.getKind().name().equals(RECORD_PATTERN);
    return super.scan(tree, isRecordPattern ? Position.TYPE : position);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, Position position) {
    if (position == Position.TYPE) {
      names.addType(List.of(tree.getName().toString()));
    }
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, Position position) {
    List<String> dotted = DottedName.of(tree);
    if (position == Position.TYPE) {
      if (dotted.isEmpty()) {
        return scan(tree.getExpression(), Position.TYPE);
      }
      names.addType(dotted);
      return null;
    }
    return switch (tree.getIdentifier().toString()) {
      case "class", "this", "super" -> scan(tree.getExpression(), Position.TYPE);
      default -> scanQualifier(tree.getExpression());
    };
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Position position) {
    scan(tree.getTypeArguments(), Position.TYPE);
    // In a call of a superclass's constructor, what is before the dot is an object.
    if (tree.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("super")) {
      scanQualifier(select.getExpression());
    } else {
      scan(tree.getMethodSelect(), Position.EXPRESSION);
    }
    return scan(tree.getArguments(), Position.EXPRESSION);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, Position position) {
    scan(tree.getTypeArguments(), Position.TYPE);
    return scanQualifier(tree.getQualifierExpression());
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, Position position) {
    scan(tree.getEnclosingExpression(), Position.EXPRESSION);
    scan(tree.getTypeArguments(), Position.TYPE);
    if (tree.getEnclosingExpression() == null) {
      scan(tree.getIdentifier(), Position.TYPE);
    } else {
      scanMember(tree.getIdentifier());
    }
    scan(tree.getArguments(), Position.EXPRESSION);
    return scan(tree.getClassBody(), Position.EXPRESSION);
  }

  /** The class is a member of the object's, so its name is not looked for in any scope. */
  private void scanMember(Tree type) {
    if (type instanceof ParameterizedTypeTree parameterized) {
      scanMember(parameterized.getType());
      scan(parameterized.getTypeArguments(), Position.TYPE);
    } else if (type instanceof AnnotatedTypeTree annotated) {
      scan(annotated.getAnnotations(), Position.EXPRESSION);
      scanMember(annotated.getUnderlyingType());
    }
  }

  @Override
  public @Nullable Void visitNewArray(NewArrayTree tree, Position position) {
    scan(tree.getAnnotations(), Position.EXPRESSION);
    tree.getDimAnnotations().forEach(each -> scan(each, Position.EXPRESSION));
    scan(tree.getType(), Position.TYPE);
    scan(tree.getDimensions(), Position.EXPRESSION);
    return scan(tree.getInitializers(), Position.EXPRESSION);
  }

  @Override
  public @Nullable Void visitTypeCast(TypeCastTree tree, Position position) {
    scan(tree.getType(), Position.TYPE);
    return scan(tree.getExpression(), Position.EXPRESSION);
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, Position position) {
    scan(tree.getExpression(), Position.EXPRESSION);
    return tree.getPattern() == null
        ? scan(tree.getType(), Position.TYPE)
        : scan(tree.getPattern(), Position.EXPRESSION);
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, Position position) {
    scan(tree.getAnnotationType(), Position.TYPE);
    return scan(tree.getArguments(), Position.EXPRESSION);
  }

  @Override
  public @Nullable Void visitTypeParameter(TypeParameterTree tree, Position position) {
    return super.visitTypeParameter(tree, Position.TYPE);
  }

  @Override
  public @Nullable Void visitParameterizedType(ParameterizedTypeTree tree, Position position) {
    return super.visitParameterizedType(tree, Position.TYPE);
  }

  @Override
  public @Nullable Void visitArrayType(ArrayTypeTree tree, Position position) {
    return super.visitArrayType(tree, Position.TYPE);
  }

  @Override
  public @Nullable Void visitAnnotatedType(AnnotatedTypeTree tree, Position position) {
    return super.visitAnnotatedType(tree, Position.TYPE);
  }

  /** Looks at what is before a dot or {@code ::}: an ambiguous name (JLS 6.5.2), or no name. */
  private @Nullable Void scanQualifier(ExpressionTree qualifier) {
    List<String> dotted = DottedName.of(qualifier);
    if (dotted.isEmpty()) {
      return scan(qualifier, Position.EXPRESSION);
    }
    names.addAmbiguous(dotted);
    return null;
  }
}
