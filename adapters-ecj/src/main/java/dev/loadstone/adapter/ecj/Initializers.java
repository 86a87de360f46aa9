package dev.loadstone.adapter.ecj;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.AbstractVariableDeclaration;
import org.eclipse.jdt.internal.compiler.ast.AllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ConstructorDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.Initializer;
import org.eclipse.jdt.internal.compiler.ast.LambdaExpression;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.MethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.QualifiedAllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.ReferenceExpression;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.impl.Constant;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.ClassScope;
import org.eclipse.jdt.internal.compiler.lookup.CompilationUnitScope;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.jspecify.annotations.Nullable;

/**
 * What the trees of the user's files tell of their classes: which ones run something when they are
 * initialized (JLS 12.4), where their methods are, and the names of those that are called.
 *
 * <p>An initializer runs something if it is a block with statements, or calls a method or a
 * constructor for the value of a static field, or takes that from another class, which it
 * initializes. Making an array or a lambda expression has no effect that anybody could see.
 */
final class Initializers {

  private final IdentityHashMap<ReferenceBinding, TypeDeclaration> types = new IdentityHashMap<>();
  private final IdentityHashMap<MethodBinding, Integer> starts = new IdentityHashMap<>();
  private final Set<String> called = new HashSet<>();

  /** Adds a file that was compiled. */
  void add(CompilationUnitDeclaration unit) {
    if (unit.types != null && unit.scope != null) {
      unit.traverse(new Names(), unit.scope);
    }
  }

  /** Returns whether a class runs something when it is initialized. */
  boolean runs(ReferenceBinding type) {
    TypeDeclaration declaration = types.get(type);
    return declaration != null && fields(declaration).anyMatch(field -> runs(declaration, field));
  }

  /** Returns where a method's name is in its file; before all others if it is in none. */
  int start(MethodBinding method) {
    return starts.getOrDefault(method, 0);
  }

  /** Returns whether a method of a name is called or referred to anywhere. */
  boolean isCalled(String name) {
    return called.contains(name);
  }

  private static boolean runs(TypeDeclaration type, FieldDeclaration field) {
    if (field instanceof Initializer block) {
      return field.isStatic() && hasStatements(block);
    }
    if (field.getKind() == AbstractVariableDeclaration.ENUM_CONSTANT) {
      return runsForConstant(type, field);
    }
    boolean isStatic =
        field.isStatic() || TypeDeclaration.kind(type.modifiers) == TypeDeclaration.INTERFACE_DECL;
    return isStatic
        && (calls(field.initialization)
            || (isVariable(field) && executes(field.initialization, new Selections())));
  }

  private static boolean isVariable(FieldDeclaration field) {
    return field.binding == null || field.binding.constant() == Constant.NotAConstant;
  }

  private static boolean hasStatements(Initializer block) {
    return block.block.statements != null && block.block.statements.length > 0;
  }

  private static boolean runsForConstant(TypeDeclaration type, FieldDeclaration constant) {
    if (!(constant.initialization instanceof AllocationExpression made)) {
      return false;
    }
    boolean runsForArguments =
        Stream.ofNullable(made.arguments).flatMap(Stream::of).anyMatch(Initializers::calls);
    boolean runsForBody =
        made instanceof QualifiedAllocationExpression withBody
            && withBody.anonymousType != null
            && runsForInstance(withBody.anonymousType);
    return runsForArguments || runsForBody || runsForInstance(type);
  }

  private static boolean runsForInstance(TypeDeclaration type) {
    return fields(type)
            .anyMatch(
                field ->
                    !field.isStatic()
                        && field.getKind() != AbstractVariableDeclaration.ENUM_CONSTANT
                        && (field instanceof Initializer block
                            ? hasStatements(block)
                            : calls(field.initialization)))
        || Stream.ofNullable(type.methods)
            .flatMap(Stream::of)
            .filter(ConstructorDeclaration.class::isInstance)
            .anyMatch(Initializers::callsInBody);
  }

  private static boolean callsInBody(AbstractMethodDeclaration constructor) {
    return Stream.ofNullable(constructor.statements)
        .flatMap(Stream::of)
        .anyMatch(Initializers::calls);
  }

  private static Stream<FieldDeclaration> fields(TypeDeclaration type) {
    return Stream.ofNullable(type.fields).flatMap(Stream::of);
  }

  private static boolean calls(@Nullable ASTNode code) {
    return executes(code, new Calls());
  }

  private static boolean executes(@Nullable ASTNode code, Executed search) {
    if (code != null) {
      code.traverse(search, (BlockScope) null);
    }
    return search.isFound;
  }

  /** Notes types and calls. */
  private final class Names extends ASTVisitor {

    @Override
    public boolean visit(TypeDeclaration type, CompilationUnitScope scope) {
      types.put(type.binding, type);
      return true;
    }

    @Override
    public boolean visit(TypeDeclaration type, ClassScope scope) {
      types.put(type.binding, type);
      return true;
    }

    @Override
    public boolean visit(MethodDeclaration method, ClassScope scope) {
      if (method.binding != null) {
        starts.put(method.binding, method.sourceStart);
      }
      return true;
    }

    @Override
    public boolean visit(MessageSend call, BlockScope scope) {
      called.add(new String(call.selector));
      return true;
    }

    @Override
    public boolean visit(ReferenceExpression reference, BlockScope scope) {
      called.add(new String(reference.selector));
      return true;
    }
  }

  /** Walks through what is executed when the code runs, and not what it only makes. */
  private abstract static sealed class Executed extends ASTVisitor permits Selections, Calls {

    boolean isFound;

    @Override
    public boolean visit(LambdaExpression lambda, BlockScope scope) {
      return false;
    }

    @Override
    public boolean visit(TypeDeclaration type, BlockScope scope) {
      return false;
    }
  }

  /** Looks for fields of other classes that are used when the code runs. */
  private static final class Selections extends Executed {

    @Override
    public boolean visit(QualifiedNameReference name, BlockScope scope) {
      isFound = true;
      return false;
    }

    @Override
    public boolean visit(FieldReference field, BlockScope scope) {
      isFound = true;
      return false;
    }
  }

  /** Looks for calls that are made when the code runs. */
  private static final class Calls extends Executed {

    @Override
    public boolean visit(MessageSend call, BlockScope scope) {
      isFound = true;
      return false;
    }

    @Override
    public boolean visit(AllocationExpression made, BlockScope scope) {
      isFound = true;
      return false;
    }

    @Override
    public boolean visit(QualifiedAllocationExpression made, BlockScope scope) {
      isFound = true;
      return false;
    }
  }
}
