package dev.loadstone.adapter.javac;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import dev.loadstone.domain.source.ConditionBindings;
import dev.loadstone.domain.source.ConditionBindings.Completion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables that patterns introduce, by where they are in scope (JLS 6.3.1, 6.3.2). Whether a
 * statement can complete normally is judged by its last words; in doubt it can, and the variable is
 * not in scope after it.
 */
final class PatternBindings {

  private PatternBindings() {}

  /** Returns what a condition introduces. */
  static ConditionBindings of(@Nullable ExpressionTree condition) {
    if (condition instanceof ParenthesizedTree parentheses) {
      return of(parentheses.getExpression());
    }
    if (condition instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return of(not.getExpression()).not();
    }
    if (condition instanceof InstanceOfTree test && test.getPattern() != null) {
      return ConditionBindings.ofPattern(allIn(test.getPattern(), new HashSet<>()));
    }
    return condition instanceof BinaryTree operation
        ? ofOperation(operation)
        : ConditionBindings.none();
  }

  private static ConditionBindings ofOperation(BinaryTree operation) {
    return switch (operation.getKind()) {
      case CONDITIONAL_AND -> ConditionBindings.ofAnd(ofOperands(operation));
      case CONDITIONAL_OR -> ConditionBindings.ofOr(ofOperands(operation));
      default -> ConditionBindings.none();
    };
  }

  /** A long condition is a deep tree, which would overflow the stack. */
  private static List<ConditionBindings> ofOperands(BinaryTree last) {
    List<ConditionBindings> operands = new ArrayList<>();
    ExpressionTree first = last;
    while (first instanceof BinaryTree operation && operation.getKind() == last.getKind()) {
      operands.add(of(operation.getRightOperand()));
      first = operation.getLeftOperand();
    }
    operands.add(of(first));
    return operands;
  }

  /** Returns what an operand introduces for those that follow it under the same operator. */
  static Set<String> forNextOperand(ExpressionTree operand, Tree.Kind operator) {
    return switch (operator) {
      case CONDITIONAL_AND -> of(operand).whenTrue();
      case CONDITIONAL_OR -> of(operand).whenFalse();
      default -> Set.of();
    };
  }

  /** Returns what the patterns of a case introduce for its guard and its body. */
  static Set<String> ofCase(CaseTree tree) {
    Set<Tree> body = new HashSet<>();
    body.add(tree.getBody());
    if (tree.getStatements() != null) {
      body.addAll(tree.getStatements());
    }
    return allIn(tree, body);
  }

  /** Returns what a statement introduces for those that follow it in the block. */
  static Set<String> after(IfTree statement) {
    return of(statement.getCondition())
        .afterIf(
            completion(statement.getThenStatement()), completion(statement.getElseStatement()));
  }

  static Set<String> after(WhileLoopTree loop) {
    return afterLoop(loop.getCondition(), loop.getStatement());
  }

  static Set<String> after(DoWhileLoopTree loop) {
    return afterLoop(loop.getCondition(), loop.getStatement());
  }

  static Set<String> after(ForLoopTree loop) {
    return afterLoop(loop.getCondition(), loop.getStatement());
  }

  private static Set<String> afterLoop(@Nullable ExpressionTree condition, StatementTree body) {
    return hasBreak(body) ? Set.of() : of(condition).whenFalse();
  }

  private static Set<String> allIn(Tree tree, Set<Tree> except) {
    Set<String> names = new HashSet<>();
    new TreeScanner<@Nullable Void, Set<String>>() {
      @Override
      public @Nullable Void scan(@Nullable Tree part, Set<String> found) {
        return except.contains(part) ? null : super.scan(part, found);
      }

      @Override
      public @Nullable Void visitBindingPattern(BindingPatternTree binding, Set<String> found) {
        found.add(binding.getVariable().getName().toString());
        return null;
      }
    }.scan(tree, names);
    return names;
  }

  private static Completion completion(@Nullable StatementTree statement) {
    return endsAbruptly(statement) ? Completion.ABRUPT : Completion.NORMAL;
  }

  private static boolean endsAbruptly(@Nullable StatementTree statement) {
    if (statement instanceof BlockTree block) {
      List<? extends StatementTree> statements = block.getStatements();
      return !statements.isEmpty() && endsAbruptly(statements.get(statements.size() - 1));
    }
    if (statement instanceof IfTree choice) {
      return endsAbruptly(choice.getThenStatement()) && endsAbruptly(choice.getElseStatement());
    }
    return statement instanceof ReturnTree
        || statement instanceof ThrowTree
        || statement instanceof BreakTree
        || statement instanceof ContinueTree
        || statement instanceof YieldTree;
  }

  private static boolean hasBreak(StatementTree body) {
    Set<Tree> breaks = new HashSet<>();
    new TreeScanner<@Nullable Void, Set<Tree>>() {
      @Override
      public @Nullable Void visitBreak(BreakTree tree, Set<Tree> found) {
        found.add(tree);
        return null;
      }
    }.scan(body, breaks);
    return !breaks.isEmpty();
  }
}
