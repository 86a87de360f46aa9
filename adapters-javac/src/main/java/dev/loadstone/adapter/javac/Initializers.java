package dev.loadstone.adapter.javac;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * What the trees of the user's files tell before javac attributes and changes them: which classes
 * run something when they are initialised (JLS 12.4), and the names of the methods that are called.
 *
 * <p>An initialiser runs something if it is a block with statements, or calls a method or a
 * constructor for the value of a static field, or takes that from another class, which it
 * initialises. Making an array or a lambda expression has no effect that anybody could see.
 */
final class Initializers extends TreeScanner<@Nullable Void, Deque<ClassTree>> {

  private final Set<String> running = new HashSet<>();
  private final Map<String, Set<String>> selecting = new HashMap<>();
  private final Set<String> called = new HashSet<>();
  private String packageName = "";

  /** Adds a file. */
  void add(CompilationUnitTree unit) {
    packageName = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
    scan(unit, new ArrayDeque<>());
  }

  /** Returns whether a class runs something when it is initialised. */
  boolean runs(TypeElement type) {
    String name = type.getQualifiedName().toString();
    Set<String> fields = selecting.getOrDefault(name, Set.of());
    return running.contains(name)
        || ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> fields.contains(field.getSimpleName().toString()))
            .anyMatch(field -> field.getConstantValue() == null);
  }

  /** Returns whether a method of a name is called or referred to anywhere. */
  boolean isCalled(CharSequence name) {
    return called.contains(name.toString());
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, Deque<ClassTree> outer) {
    outer.addLast(type);
    if (runs(type)) {
      running.add(canonicalName(outer));
    }
    selecting.put(
        canonicalName(outer),
        staticFields(type)
            .filter(field -> contains(field.getInitializer(), Selections::new))
            .map(field -> field.getName().toString())
            .collect(Collectors.toSet()));
    super.visitClass(type, outer);
    outer.removeLast();
    return null;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, Deque<ClassTree> outer) {
    if (call.getMethodSelect() instanceof IdentifierTree name) {
      called.add(name.getName().toString());
    } else if (call.getMethodSelect() instanceof MemberSelectTree select) {
      called.add(select.getIdentifier().toString());
    }
    return super.visitMethodInvocation(call, outer);
  }

  @Override
  public @Nullable Void visitMemberReference(
      MemberReferenceTree reference, Deque<ClassTree> outer) {
    called.add(reference.getName().toString());
    return super.visitMemberReference(reference, outer);
  }

  private String canonicalName(Deque<ClassTree> outer) {
    return packageName + String.join(".", outer.stream().map(ClassTree::getSimpleName).toList());
  }

  private static boolean runs(ClassTree type) {
    return type.getMembers().stream()
            .anyMatch(
                member ->
                    member instanceof BlockTree block
                        && block.isStatic()
                        && !block.getStatements().isEmpty())
        || staticFields(type)
            .anyMatch(
                field ->
                    isConstantOf(type, field)
                        ? runsForConstant(type, field)
                        : calls(field.getInitializer()));
  }

  private static Stream<VariableTree> staticFields(ClassTree type) {
    boolean isInterface =
        type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
    return type.getMembers().stream()
        .filter(VariableTree.class::isInstance)
        .map(VariableTree.class::cast)
        .filter(field -> isInterface || isStatic(field));
  }

  private static boolean isStatic(VariableTree field) {
    return field.getModifiers().getFlags().contains(Modifier.STATIC);
  }

  /** Only an enum's constants are made by its constructor there (JLS 8.9). */
  private static boolean isConstantOf(ClassTree type, VariableTree field) {
    return type.getKind() == Tree.Kind.ENUM
        && field.getInitializer() instanceof NewClassTree made
        && made.getIdentifier().toString().equals(type.getSimpleName().toString());
  }

  private static boolean runsForConstant(ClassTree type, VariableTree constant) {
    NewClassTree made = (NewClassTree) constant.getInitializer();
    return made.getArguments().stream().anyMatch(Initializers::calls)
        || (made.getClassBody() != null && runsForInstance(made.getClassBody()))
        || runsForInstance(type);
  }

  private static boolean runsForInstance(ClassTree type) {
    return type.getMembers().stream()
        .anyMatch(
            member ->
                member instanceof BlockTree block
                    ? !block.isStatic() && !block.getStatements().isEmpty()
                    : member instanceof VariableTree field
                        ? !isStatic(field) && calls(field.getInitializer())
                        : member instanceof MethodTree method
                            && method.getReturnType() == null
                            && calls(method.getBody()));
  }

  private static boolean calls(@Nullable Tree code) {
    return contains(code, Calls::new);
  }

  private static boolean contains(
      @Nullable Tree code, Supplier<TreeScanner<Boolean, @Nullable Void>> search) {
    return Boolean.TRUE.equals(search.get().scan(code, null));
  }

  /** Looks for fields of other classes that are used when the code runs. */
  private static final class Selections extends Executed {

    @Override
    public Boolean visitMemberSelect(MemberSelectTree select, @Nullable Void none) {
      return true;
    }
  }

  /** Looks for calls that are made when the code runs. */
  private static final class Calls extends Executed {

    @Override
    public Boolean visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
      String name = call.getMethodSelect().toString();
      return (!name.equals("super") && !name.equals("this"))
          || Boolean.TRUE.equals(scan(call.getArguments(), null));
    }

    @Override
    public Boolean visitNewClass(NewClassTree made, @Nullable Void none) {
      return true;
    }
  }

  /** Scans what is executed when the code runs, and not what it only makes. */
  private abstract static sealed class Executed extends TreeScanner<Boolean, @Nullable Void>
      permits Selections, Calls {

    @Override
    public Boolean visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void none) {
      return false;
    }

    @Override
    public Boolean visitClass(ClassTree type, @Nullable Void none) {
      return false;
    }

    @Override
    public Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
      return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
    }
  }
}
