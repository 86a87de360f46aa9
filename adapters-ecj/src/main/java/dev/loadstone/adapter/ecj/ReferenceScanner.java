package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.source.ReferencedNames;
import dev.loadstone.domain.source.TypeReferences;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.ArrayQualifiedTypeReference;
import org.eclipse.jdt.internal.compiler.ast.ArrayTypeReference;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ExplicitConstructorCall;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.NameReference;
import org.eclipse.jdt.internal.compiler.ast.ParameterizedQualifiedTypeReference;
import org.eclipse.jdt.internal.compiler.ast.ParameterizedSingleTypeReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedAllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedTypeReference;
import org.eclipse.jdt.internal.compiler.ast.ReferenceExpression;
import org.eclipse.jdt.internal.compiler.ast.SingleTypeReference;
import org.eclipse.jdt.internal.compiler.ast.TypeReference;
import org.eclipse.jdt.internal.compiler.ast.Wildcard;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names in a compilation unit that may be a type's of another one, by where they stand
 * (JLS 6.5.1).
 */
final class ReferenceScanner extends DeclarationScanner {

  private static final Set<String> PRIMITIVE =
      Set.of("boolean", "byte", "char", "double", "float", "int", "long", "short", "void");

  private final ReferencedNames names = new ReferencedNames(scope());

  private ReferenceScanner() {}

  static TypeReferences references(CompilationUnitDeclaration unit) {
    ReferenceScanner scanner = new ReferenceScanner();
    scanner.scanUnit(unit);
    return new TypeReferences(Imports.of(unit), scanner.names.sorted());
  }

  @Override
  public boolean visit(QualifiedNameReference tree, BlockScope unused) {
    List<String> identifiers = identifiers(tree.tokens);
    names.addAmbiguous(identifiers.subList(0, identifiers.size() - 1));
    return false;
  }

  @Override
  public boolean visit(FieldReference tree, BlockScope unused) {
    scanQualifier(tree.receiver);
    return false;
  }

  @Override
  public boolean visit(MessageSend tree, BlockScope unused) {
    scan(tree.typeArguments);
    scanQualifier(tree.receiver);
    scan(tree.arguments);
    return false;
  }

  @Override
  public boolean visit(ReferenceExpression tree, BlockScope unused) {
    scan(tree.typeArguments);
    scanQualifier(tree.lhs);
    return false;
  }

  @Override
  public boolean visit(ExplicitConstructorCall tree, BlockScope unused) {
    scan(tree.typeArguments);
    // In a call of a superclass's constructor, what is before the dot is an object.
    scanQualifier(tree.qualification);
    scan(tree.arguments);
    return false;
  }

  @Override
  public boolean visit(QualifiedAllocationExpression tree, BlockScope unused) {
    scan(tree.enclosingInstance);
    scan(tree.typeArguments);
    if (tree.enclosingInstance == null) {
      scan(tree.type);
    } else {
      // The class is a member of the object's, so its name is not looked for in any scope.
      scanParts(tree.type);
    }
    scan(tree.arguments);
    scan(tree.anonymousType);
    return false;
  }

  @Override
  public boolean visit(SingleTypeReference tree, BlockScope unused) {
    return scanType(tree);
  }

  @Override
  public boolean visit(ArrayTypeReference tree, BlockScope unused) {
    return scanType(tree);
  }

  @Override
  public boolean visit(ParameterizedSingleTypeReference tree, BlockScope unused) {
    return scanType(tree);
  }

  @Override
  public boolean visit(QualifiedTypeReference tree, BlockScope unused) {
    return scanType(tree);
  }

  @Override
  public boolean visit(ArrayQualifiedTypeReference tree, BlockScope unused) {
    return scanType(tree);
  }

  @Override
  public boolean visit(ParameterizedQualifiedTypeReference tree, BlockScope unused) {
    return scanType(tree);
  }

  @Override
  public boolean visit(Wildcard tree, BlockScope unused) {
    scanAll(tree.annotations);
    scan(tree.bound);
    return false;
  }

  /** Looks at what is before a dot or {@code ::}: an ambiguous name (JLS 6.5.2), or no name. */
  private void scanQualifier(@Nullable Expression qualifier) {
    if (qualifier instanceof NameReference name && !isInParentheses(name)) {
      names.addAmbiguous(identifiers(name.getName()));
    } else {
      scan(qualifier);
    }
  }

  private static boolean isInParentheses(ASTNode tree) {
    return (tree.bits & ASTNode.ParenthesizedMASK) != 0;
  }

  private boolean scanType(TypeReference tree) {
    List<String> identifiers = identifiers(tree.getTypeName());
    if (!PRIMITIVE.contains(identifiers.get(0))) {
      names.addType(identifiers.subList(0, plain(tree, identifiers.size())));
    }
    scanParts(tree);
    return false;
  }

  /**
   * Returns how many identifiers there are before one that follows type arguments or annotations.
   */
  private static int plain(TypeReference tree, int size) {
    for (int i = 0; i < size; i++) {
      if (has(tree.getTypeArguments(), i) || has(tree.annotations, i)) {
        return i + 1;
      }
    }
    return size;
  }

  private static boolean has(Object @Nullable [][] parts, int index) {
    return parts != null && index < parts.length && parts[index] != null;
  }

  private void scanParts(TypeReference tree) {
    scanAll(tree.annotations);
    scanAll(tree.getTypeArguments());
    scanAll(tree.getAnnotationsOnDimensions());
  }

  private void scanAll(ASTNode @Nullable [] @Nullable [] trees) {
    if (trees != null) {
      Arrays.stream(trees).forEach(this::scan);
    }
  }

  private static List<String> identifiers(char[][] tokens) {
    return List.of(CharOperation.toStrings(tokens));
  }
}
