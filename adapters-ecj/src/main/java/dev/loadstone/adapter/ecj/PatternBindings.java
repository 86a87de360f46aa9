package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.source.ConditionBindings;
import dev.loadstone.domain.source.ConditionBindings.Completion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.BinaryExpression;
import org.eclipse.jdt.internal.compiler.ast.Block;
import org.eclipse.jdt.internal.compiler.ast.BreakStatement;
import org.eclipse.jdt.internal.compiler.ast.ContinueStatement;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.IfStatement;
import org.eclipse.jdt.internal.compiler.ast.InstanceOfExpression;
import org.eclipse.jdt.internal.compiler.ast.OperatorIds;
import org.eclipse.jdt.internal.compiler.ast.ReturnStatement;
import org.eclipse.jdt.internal.compiler.ast.Statement;
import org.eclipse.jdt.internal.compiler.ast.ThrowStatement;
import org.eclipse.jdt.internal.compiler.ast.TypePattern;
import org.eclipse.jdt.internal.compiler.ast.UnaryExpression;
import org.eclipse.jdt.internal.compiler.ast.YieldStatement;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.jspecify.annotations.Nullable;

/**
 * The variables that patterns introduce, by where they are in scope (JLS 6.3.1, 6.3.2). Whether a
 * statement can complete normally is judged by its last words; in doubt it can, and the variable is
 * not in scope after it.
 */
final class PatternBindings {

  private PatternBindings() {}

  /** Returns what a condition introduces. */
  static ConditionBindings of(@Nullable Expression condition) {
    if (condition instanceof UnaryExpression not && operator(not) == OperatorIds.NOT) {
      return of(not.expression).not();
    }
    if (condition instanceof InstanceOfExpression test && test.pattern != null) {
      return ConditionBindings.ofPattern(allIn(test.pattern));
    }
    return condition instanceof BinaryExpression operation
        ? ofOperation(operation)
        : ConditionBindings.none();
  }

  private static ConditionBindings ofOperation(BinaryExpression operation) {
    return switch (operator(operation)) {
      case OperatorIds.AND_AND -> ConditionBindings.ofAnd(ofOperands(operation));
      case OperatorIds.OR_OR -> ConditionBindings.ofOr(ofOperands(operation));
      default -> ConditionBindings.none();
    };
  }

  /** A long condition is a deep tree, which would overflow the stack. */
  private static List<ConditionBindings> ofOperands(BinaryExpression last) {
    List<ConditionBindings> operands = new ArrayList<>();
    Expression first = last;
    while (first instanceof BinaryExpression operation && operator(operation) == operator(last)) {
      operands.add(of(operation.right));
      first = operation.left;
    }
    operands.add(of(first));
    return operands;
  }

  /** Returns what an operand introduces for those that follow it under the same operator. */
  static Set<String> forNextOperand(Expression operand, BinaryExpression operation) {
    return switch (operator(operation)) {
      case OperatorIds.AND_AND -> of(operand).whenTrue();
      case OperatorIds.OR_OR -> of(operand).whenFalse();
      default -> Set.of();
    };
  }

  /** Returns what a statement introduces for those that follow it in the block. */
  static Set<String> after(IfStatement statement) {
    return of(statement.condition)
        .afterIf(completion(statement.thenStatement), completion(statement.elseStatement));
  }

  /** Returns what a loop introduces for the statements that follow it in the block. */
  static Set<String> afterLoop(@Nullable Expression condition, @Nullable Statement body) {
    return hasBreak(body) ? Set.of() : of(condition).whenFalse();
  }

  /** Returns what all patterns in a tree introduce. */
  static Set<String> allIn(ASTNode tree) {
    Set<String> names = new HashSet<>();
    tree.traverse(
        new ASTVisitor() {
          @Override
          public boolean visit(TypePattern binding, BlockScope unused) {
            names.add(new String(binding.local.name));
            return false;
          }
        },
        (BlockScope) null);
    return names;
  }

  static int operator(Expression operation) {
    return (operation.bits & ASTNode.OperatorMASK) >> ASTNode.OperatorSHIFT;
  }

  private static Completion completion(@Nullable Statement statement) {
    return endsAbruptly(statement) ? Completion.ABRUPT : Completion.NORMAL;
  }

  private static boolean endsAbruptly(@Nullable Statement statement) {
    if (statement instanceof Block block) {
      return block.statements != null
          && block.statements.length > 0
          && endsAbruptly(block.statements[block.statements.length - 1]);
    }
    if (statement instanceof IfStatement choice) {
      return endsAbruptly(choice.thenStatement) && endsAbruptly(choice.elseStatement);
    }
    return statement instanceof ReturnStatement
        || statement instanceof ThrowStatement
        || statement instanceof BreakStatement
        || statement instanceof ContinueStatement
        || statement instanceof YieldStatement;
  }

  private static boolean hasBreak(@Nullable Statement body) {
    Set<BreakStatement> breaks = new HashSet<>();
    if (body != null) {
      body.traverse(
          new ASTVisitor() {
            @Override
            public boolean visit(BreakStatement tree, BlockScope unused) {
              breaks.add(tree);
              return false;
            }
          },
          (BlockScope) null);
    }
    return !breaks.isEmpty();
  }
}
