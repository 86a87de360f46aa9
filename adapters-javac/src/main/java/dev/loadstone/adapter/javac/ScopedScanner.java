package dev.loadstone.adapter.javac;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import dev.loadstone.domain.source.ConditionBindings;
import dev.loadstone.domain.source.LexicalScope;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through a compilation unit and keeps account of what is declared where (JLS 6.3). */
abstract sealed class ScopedScanner extends TreeScanner<@Nullable Void, ScopedScanner.Position>
    permits ReferenceScanner {

  /** What the context makes of a name. */
  enum Position {
    /** A name there is a type's. */
    TYPE,
    /** An identifier alone is a variable's; what is before a dot may be a type. */
    EXPRESSION
  }

  private final LexicalScope scope = new LexicalScope();

  /** Returns what is declared for the place that is being looked at. */
  final LexicalScope scope() {
    return scope;
  }

  @Override
  public @Nullable Void visitCompilationUnit(CompilationUnitTree tree, Position position) {
    return scoped(
        () -> {
          declareMembers(tree.getTypeDecls());
          scan(tree.getPackageAnnotations(), Position.EXPRESSION);
          scan(tree.getTypeDecls(), Position.EXPRESSION);
        });
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, Position position) {
    scope.declareType(tree.getSimpleName());
    return scoped(
        () -> {
          declareTypeParameters(tree.getTypeParameters());
          scan(tree.getModifiers(), Position.EXPRESSION);
          scan(tree.getTypeParameters(), Position.TYPE);
          scan(tree.getExtendsClause(), Position.TYPE);
          scan(tree.getImplementsClause(), Position.TYPE);
          scan(tree.getPermitsClause(), Position.TYPE);
          scoped(
              () -> {
                declareMembers(tree.getMembers());
                scan(tree.getMembers(), Position.EXPRESSION);
              });
        });
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, Position position) {
    return scoped(
        () -> {
          declareTypeParameters(tree.getTypeParameters());
          scan(tree.getModifiers(), Position.EXPRESSION);
          scan(tree.getTypeParameters(), Position.TYPE);
          scan(tree.getReturnType(), Position.TYPE);
          scan(tree.getReceiverParameter(), Position.EXPRESSION);
          scan(tree.getParameters(), Position.EXPRESSION);
          scan(tree.getThrows(), Position.TYPE);
          scan(tree.getDefaultValue(), Position.EXPRESSION);
          scan(tree.getBody(), Position.EXPRESSION);
        });
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, Position position) {
    scanTypeOf(tree);
    scan(tree.getNameExpression(), Position.EXPRESSION);
    scope.declareVariable(tree.getName());
    return scan(tree.getInitializer(), Position.EXPRESSION);
  }

  /** A binding is declared by the statement or operator that it is introduced by, not here. */
  @Override
  public @Nullable Void visitBindingPattern(BindingPatternTree tree, Position position) {
    scanTypeOf(tree.getVariable());
    return null;
  }

  @Override
  public @Nullable Void visitBlock(BlockTree tree, Position position) {
    return scoped(() -> super.visitBlock(tree, Position.EXPRESSION));
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Position position) {
    return scoped(
        () -> {
          scan(tree.getParameters(), Position.EXPRESSION);
          scan(tree.getBody(), Position.EXPRESSION);
        });
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, Position position) {
    scoped(
        () -> {
          scan(tree.getResources(), Position.EXPRESSION);
          scan(tree.getBlock(), Position.EXPRESSION);
        });
    scan(tree.getCatches(), Position.EXPRESSION);
    return scan(tree.getFinallyBlock(), Position.EXPRESSION);
  }

  @Override
  public @Nullable Void visitCatch(CatchTree tree, Position position) {
    return scoped(() -> super.visitCatch(tree, Position.EXPRESSION));
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, Position position) {
    return scoped(() -> super.visitSwitch(tree, Position.EXPRESSION));
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, Position position) {
    return scoped(() -> super.visitSwitchExpression(tree, Position.EXPRESSION));
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, Position position) {
    return scoped(PatternBindings.ofCase(tree), () -> super.visitCase(tree, Position.EXPRESSION));
  }

  /** A long sum or condition is a deep tree, so its operands are visited side by side. */
  @Override
  public @Nullable Void visitBinary(BinaryTree tree, Position position) {
    Deque<BinaryTree> operations = new ArrayDeque<>();
    ExpressionTree first = tree;
    while (first instanceof BinaryTree operation && operation.getKind() == tree.getKind()) {
      operations.push(operation);
      first = operation.getLeftOperand();
    }
    ExpressionTree leftmost = first;
    return scoped(
        () -> {
          scanOperand(leftmost, tree.getKind());
          operations.forEach(each -> scanOperand(each.getRightOperand(), tree.getKind()));
        });
  }

  private void scanOperand(ExpressionTree operand, Tree.Kind operator) {
    scan(operand, Position.EXPRESSION);
    scope.declareVariables(PatternBindings.forNextOperand(operand, operator));
  }

  @Override
  public @Nullable Void visitConditionalExpression(
      ConditionalExpressionTree tree, Position position) {
    ConditionBindings bindings = PatternBindings.of(tree.getCondition());
    scan(tree.getCondition(), Position.EXPRESSION);
    scoped(bindings.whenTrue(), () -> scan(tree.getTrueExpression(), Position.EXPRESSION));
    return scoped(bindings.whenFalse(), () -> scan(tree.getFalseExpression(), Position.EXPRESSION));
  }

  @Override
  public @Nullable Void visitIf(IfTree tree, Position position) {
    ConditionBindings bindings = PatternBindings.of(tree.getCondition());
    scan(tree.getCondition(), Position.EXPRESSION);
    scoped(bindings.whenTrue(), () -> scan(tree.getThenStatement(), Position.EXPRESSION));
    scoped(bindings.whenFalse(), () -> scan(tree.getElseStatement(), Position.EXPRESSION));
    scope.declareVariables(PatternBindings.after(tree));
    return null;
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, Position position) {
    scan(tree.getCondition(), Position.EXPRESSION);
    scoped(
        PatternBindings.of(tree.getCondition()).whenTrue(),
        () -> scan(tree.getStatement(), Position.EXPRESSION));
    scope.declareVariables(PatternBindings.after(tree));
    return null;
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, Position position) {
    super.visitDoWhileLoop(tree, Position.EXPRESSION);
    scope.declareVariables(PatternBindings.after(tree));
    return null;
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, Position position) {
    scoped(
        () -> {
          scan(tree.getInitializer(), Position.EXPRESSION);
          scan(tree.getCondition(), Position.EXPRESSION);
          scope.declareVariables(PatternBindings.of(tree.getCondition()).whenTrue());
          scan(tree.getUpdate(), Position.EXPRESSION);
          scan(tree.getStatement(), Position.EXPRESSION);
        });
    scope.declareVariables(PatternBindings.after(tree));
    return null;
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, Position position) {
    scan(tree.getExpression(), Position.EXPRESSION);
    return scoped(
        () -> {
          scan(tree.getVariable(), Position.EXPRESSION);
          scan(tree.getStatement(), Position.EXPRESSION);
        });
  }

  private void scanTypeOf(VariableTree tree) {
    scan(tree.getModifiers(), Position.EXPRESSION);
    scan(tree.getType(), Position.TYPE);
  }

  private void declareTypeParameters(List<? extends TypeParameterTree> parameters) {
    parameters.forEach(parameter -> scope.declareType(parameter.getName()));
  }

  /** Members are in scope in all of the body, also before their declaration. */
  private void declareMembers(List<? extends Tree> members) {
    for (Tree member : members) {
      if (member instanceof ClassTree type) {
        scope.declareType(type.getSimpleName());
      } else if (member instanceof VariableTree field) {
        scope.declareVariable(field.getName());
      }
    }
  }

  private @Nullable Void scoped(Runnable work) {
    return scoped(Set.of(), work);
  }

  private @Nullable Void scoped(Collection<String> variables, Runnable work) {
    scope.open();
    scope.declareVariables(variables);
    work.run();
    scope.close();
    return null;
  }
}
