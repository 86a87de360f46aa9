package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.abi.Literal;
import dev.loadstone.domain.context.InlinedConstant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.SingleNameReference;
import org.eclipse.jdt.internal.compiler.impl.Constant;
import org.eclipse.jdt.internal.compiler.lookup.Binding;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.ClassScope;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;

/**
 * The constant variables of the host (JLS 4.12.4) whose values the compiler writes into class
 * files, in the place of a reference.
 */
final class InlinedConstants {

  private final NameEnvironment environment;
  private final TreeSet<InlinedConstant> found = new TreeSet<>();

  InlinedConstants(NameEnvironment environment) {
    this.environment = environment;
  }

  /** Notes those that are named in a unit that was compiled. */
  void noteAll(CompilationUnitDeclaration unit) {
    if (unit.types != null && unit.scope != null) {
      unit.traverse(new Names(), unit.scope);
    }
  }

  SortedSet<InlinedConstant> found() {
    return found;
  }

  private void note(Binding binding) {
    if (binding instanceof FieldBinding field && field.declaringClass != null) {
      String owner = CharOperation.charToString(field.declaringClass.constantPoolName());
      String binaryName = owner.replace('/', '.');
      if (environment.isUsed(binaryName) && field.constant() != Constant.NotAConstant) {
        found.add(
            new InlinedConstant(
                binaryName, new String(field.name), Literal.of(value(field.constant()))));
      }
    }
  }

  private static Object value(Constant constant) {
    return switch (constant.typeID()) {
      case TypeIds.T_boolean -> constant.booleanValue();
      case TypeIds.T_byte -> constant.byteValue();
      case TypeIds.T_char -> constant.charValue();
      case TypeIds.T_short -> constant.shortValue();
      case TypeIds.T_int -> constant.intValue();
      case TypeIds.T_long -> constant.longValue();
      case TypeIds.T_float -> constant.floatValue();
      case TypeIds.T_double -> constant.doubleValue();
      default -> constant.stringValue();
    };
  }

  private final class Names extends ASTVisitor {

    @Override
    public boolean visit(SingleNameReference name, BlockScope scope) {
      note(name.binding);
      return true;
    }

    @Override
    public boolean visit(SingleNameReference name, ClassScope scope) {
      note(name.binding);
      return true;
    }

    @Override
    public boolean visit(QualifiedNameReference name, BlockScope scope) {
      noteQualified(name);
      return true;
    }

    @Override
    public boolean visit(QualifiedNameReference name, ClassScope scope) {
      noteQualified(name);
      return true;
    }

    @Override
    public boolean visit(FieldReference field, BlockScope scope) {
      note(field.binding);
      return true;
    }

    @Override
    public boolean visit(FieldReference field, ClassScope scope) {
      note(field.binding);
      return true;
    }

    private void noteQualified(QualifiedNameReference name) {
      note(name.binding);
      if (name.otherBindings != null) {
        for (FieldBinding other : name.otherBindings) {
          note(other);
        }
      }
    }
  }
}
