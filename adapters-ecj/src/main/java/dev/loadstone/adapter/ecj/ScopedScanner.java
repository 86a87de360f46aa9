package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.source.ConditionBindings;
import dev.loadstone.domain.source.LexicalScope;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.AND_AND_Expression;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.AbstractVariableDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Argument;
import org.eclipse.jdt.internal.compiler.ast.BinaryExpression;
import org.eclipse.jdt.internal.compiler.ast.Block;
import org.eclipse.jdt.internal.compiler.ast.CaseStatement;
import org.eclipse.jdt.internal.compiler.ast.ConditionalExpression;
import org.eclipse.jdt.internal.compiler.ast.DoStatement;
import org.eclipse.jdt.internal.compiler.ast.EqualExpression;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.ForStatement;
import org.eclipse.jdt.internal.compiler.ast.ForeachStatement;
import org.eclipse.jdt.internal.compiler.ast.IfStatement;
import org.eclipse.jdt.internal.compiler.ast.LambdaExpression;
import org.eclipse.jdt.internal.compiler.ast.LocalDeclaration;
import org.eclipse.jdt.internal.compiler.ast.OR_OR_Expression;
import org.eclipse.jdt.internal.compiler.ast.Statement;
import org.eclipse.jdt.internal.compiler.ast.SwitchExpression;
import org.eclipse.jdt.internal.compiler.ast.SwitchStatement;
import org.eclipse.jdt.internal.compiler.ast.TryStatement;
import org.eclipse.jdt.internal.compiler.ast.TypePattern;
import org.eclipse.jdt.internal.compiler.ast.WhileStatement;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.jspecify.annotations.Nullable;

/**
 * Walks through statements and expressions and keeps account of what they declare where (JLS 6.3).
 * The compiler's own scopes are not there before it resolves names.
 */
abstract sealed class ScopedScanner extends ASTVisitor permits DeclarationScanner {

  private final LexicalScope scope = new LexicalScope();

  /** Returns what is declared for the place that is being looked at. */
  final LexicalScope scope() {
    return scope;
  }

  final void scan(@Nullable ASTNode tree) {
    if (tree != null) {
      tree.traverse(this, (BlockScope) null);
    }
  }

  final void scan(ASTNode @Nullable [] trees) {
    if (trees != null) {
      for (ASTNode tree : trees) {
        scan(tree);
      }
    }
  }

  final boolean scoped(Runnable work) {
    return scoped(Set.of(), work);
  }

  /** Returns false: the tree's parts have been looked at. */
  final boolean scoped(Collection<String> variables, Runnable work) {
    scope.open();
    scope.declareVariables(variables);
    work.run();
    scope.close();
    return false;
  }

  final void scanVariable(AbstractVariableDeclaration tree) {
    scan(tree.annotations);
    scan(tree.type);
    scope.declareVariable(new String(tree.name));
    scan(tree.initialization);
  }

  @Override
  public boolean visit(LocalDeclaration tree, BlockScope unused) {
    scanVariable(tree);
    return false;
  }

  @Override
  public boolean visit(Argument tree, BlockScope unused) {
    scanVariable(tree);
    return false;
  }

  /** A binding is declared by the statement or operator that it is introduced by, not here. */
  @Override
  public boolean visit(TypePattern tree, BlockScope unused) {
    scan(tree.local.annotations);
    scan(tree.local.type);
    return false;
  }

  @Override
  public boolean visit(Block tree, BlockScope unused) {
    return scoped(() -> scan(tree.statements));
  }

  @Override
  public boolean visit(LambdaExpression tree, BlockScope unused) {
    return scoped(
        () -> {
          scan(tree.arguments);
          scan(tree.body);
        });
  }

  @Override
  public boolean visit(TryStatement tree, BlockScope unused) {
    scoped(
        () -> {
          scan(tree.resources);
          scan(tree.tryBlock);
        });
    for (int i = 0; tree.catchBlocks != null && i < tree.catchBlocks.length; i++) {
      int clause = i;
      scoped(
          () -> {
            scan(tree.catchArguments[clause]);
            scan(tree.catchBlocks[clause]);
          });
    }
    scan(tree.finallyBlock);
    return false;
  }

  @Override
  public boolean visit(SwitchStatement tree, BlockScope unused) {
    scan(tree.expression);
    return scoped(() -> scanCases(tree.statements));
  }

  @Override
  public boolean visit(SwitchExpression tree, BlockScope unused) {
    return visit((SwitchStatement) tree, unused);
  }

  /** Each label begins a scope, which ends before the next one. */
  private void scanCases(Statement @Nullable [] statements) {
    if (statements == null) {
      return;
    }
    scope.open();
    for (Statement statement : statements) {
      if (statement instanceof CaseStatement label) {
        scope.close();
        scope.open();
        scope.declareVariables(PatternBindings.allIn(label));
      }
      scan(statement);
    }
    scope.close();
  }

  @Override
  public boolean visit(BinaryExpression tree, BlockScope unused) {
    return scanOperation(tree);
  }

  @Override
  public boolean visit(EqualExpression tree, BlockScope unused) {
    return scanOperation(tree);
  }

  @Override
  public boolean visit(AND_AND_Expression tree, BlockScope unused) {
    return scanOperation(tree);
  }

  @Override
  public boolean visit(OR_OR_Expression tree, BlockScope unused) {
    return scanOperation(tree);
  }

  /** A long sum or condition is a deep tree, so its operands are visited side by side. */
  private boolean scanOperation(BinaryExpression tree) {
    Deque<BinaryExpression> operations = new ArrayDeque<>();
    Expression first = tree;
    while (first instanceof BinaryExpression operation
        && PatternBindings.operator(operation) == PatternBindings.operator(tree)) {
      operations.push(operation);
      first = operation.left;
    }
    Expression leftmost = first;
    return scoped(
        () -> {
          scanOperand(leftmost, tree);
          operations.forEach(each -> scanOperand(each.right, tree));
        });
  }

  private void scanOperand(Expression operand, BinaryExpression operation) {
    scan(operand);
    scope.declareVariables(PatternBindings.forNextOperand(operand, operation));
  }

  @Override
  public boolean visit(ConditionalExpression tree, BlockScope unused) {
    ConditionBindings bindings = PatternBindings.of(tree.condition);
    scan(tree.condition);
    scoped(bindings.whenTrue(), () -> scan(tree.valueIfTrue));
    return scoped(bindings.whenFalse(), () -> scan(tree.valueIfFalse));
  }

  @Override
  public boolean visit(IfStatement tree, BlockScope unused) {
    ConditionBindings bindings = PatternBindings.of(tree.condition);
    scan(tree.condition);
    scoped(bindings.whenTrue(), () -> scan(tree.thenStatement));
    scoped(bindings.whenFalse(), () -> scan(tree.elseStatement));
    scope.declareVariables(PatternBindings.after(tree));
    return false;
  }

  @Override
  public boolean visit(WhileStatement tree, BlockScope unused) {
    scan(tree.condition);
    scoped(PatternBindings.of(tree.condition).whenTrue(), () -> scan(tree.action));
    scope.declareVariables(PatternBindings.afterLoop(tree.condition, tree.action));
    return false;
  }

  @Override
  public boolean visit(DoStatement tree, BlockScope unused) {
    scan(tree.action);
    scan(tree.condition);
    scope.declareVariables(PatternBindings.afterLoop(tree.condition, tree.action));
    return false;
  }

  @Override
  public boolean visit(ForStatement tree, BlockScope unused) {
    scoped(
        () -> {
          scan(tree.initializations);
          scan(tree.condition);
          scope.declareVariables(PatternBindings.of(tree.condition).whenTrue());
          scan(tree.increments);
          scan(tree.action);
        });
    scope.declareVariables(PatternBindings.afterLoop(tree.condition, tree.action));
    return false;
  }

  @Override
  public boolean visit(ForeachStatement tree, BlockScope unused) {
    scan(tree.collection);
    return scoped(
        () -> {
          scan(tree.elementVariable);
          scan(tree.action);
        });
  }
}
