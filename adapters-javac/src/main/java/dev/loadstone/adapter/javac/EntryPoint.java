package dev.loadstone.adapter.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * How a main class makes a plugin, as far as its tree tells before javac adds what is implicit.
 *
 * @param mainClass the main class
 * @param provider its {@code provider()}, if it declares one: then that is the way
 * @param constructor its no-argument constructor, if it declares one
 * @param hasImplicitConstructor whether it has one without declaring it
 */
record EntryPoint(
    ClassTree mainClass,
    Option<MethodTree> provider,
    Option<MethodTree> constructor,
    boolean hasImplicitConstructor) {

  private static final String CONSTRUCTOR = "<init>";
  private static final String PROVIDER = "provider";

  /**
   * Finds it.
   *
   * @param mainClass the main class
   * @param isWritten whether a member is in the source: annotation processing adds members, and
   *     leaves implicit constructors in the tree
   */
  static EntryPoint of(ClassTree mainClass, Predicate<Tree> isWritten) {
    boolean isInterface = mainClass.getKind() == Tree.Kind.INTERFACE;
    List<MethodTree> constructors =
        methods(mainClass, CONSTRUCTOR)
            .filter(each -> isWritten.test(each) || !isLikeImplicit(each, mainClass))
            .toList();
    boolean hasComponents = hasComponents(mainClass);
    return new EntryPoint(
        mainClass,
        Option.ofOptional(
            methods(mainClass, PROVIDER)
                .filter(method -> method.getParameters().isEmpty())
                .filter(method -> isPublicStatic(method, isInterface))
                .findFirst()),
        Option.ofOptional(
            constructors.stream()
                .filter(constructor -> constructor.getParameters().isEmpty())
                .filter(constructor -> !hasComponents || callsAnother(constructor))
                .findFirst()),
        constructors.isEmpty() && !hasComponents);
  }

  /**
   * Returns where the fault is, when the plugin does not fit: the provider, otherwise the class.
   */
  Tree maker() {
    return provider.<Tree>map(method -> method).getOrElse(mainClass);
  }

  /** Returns where the fault is, when the plugin cannot be made for lack of access. */
  Tree guarded() {
    return provider.orElse(constructor).<Tree>map(method -> method).getOrElse(mainClass);
  }

  /** Returns the expression that makes the plugin, in the main class's package. */
  String expression() {
    String name = mainClass.getSimpleName().toString();
    if (provider.isDefined()) {
      return name + "." + PROVIDER + "()";
    }
    return "new " + name + (mainClass.getTypeParameters().isEmpty() ? "()" : "<>()");
  }

  /**
   * Returns whether the plugin would be made by a constructor, and there is none without
   * parameters. The compiler is content with one that takes any number of arguments.
   */
  boolean lacksConstructor() {
    return provider.isEmpty() && constructor.isEmpty() && !hasImplicitConstructor;
  }

  /**
   * Returns whether the plugin would be made by a constructor that not everyone may call. The
   * compiler has nothing against one for the package, nor against a private one beside another that
   * fits.
   */
  boolean hasHiddenConstructor() {
    return provider.isEmpty()
        && constructor.exists(
            method -> !method.getModifiers().getFlags().contains(Modifier.PUBLIC));
  }

  /**
   * An implicit constructor has the access of its class, and calls the superclass's (JLS 8.8.9).
   */
  private static boolean isLikeImplicit(MethodTree constructor, ClassTree type) {
    return constructor.getParameters().isEmpty()
        && constructor.getBody().getStatements().size() == 1
        && constructor.getBody().getStatements().get(0).toString().startsWith("super(")
        && constructor.getModifiers().getFlags().contains(Modifier.PUBLIC)
            == type.getModifiers().getFlags().contains(Modifier.PUBLIC)
        && !constructor.getModifiers().getFlags().contains(Modifier.PRIVATE);
  }

  /** A record has no instance fields but its components (JLS 8.10.3). */
  private static boolean hasComponents(ClassTree type) {
    return type.getKind() == Tree.Kind.RECORD
        && type.getMembers().stream()
            .filter(VariableTree.class::isInstance)
            .map(VariableTree.class::cast)
            .anyMatch(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC));
  }

  /**
   * Tells a record's own constructor from a compact one, whose tree has no parameters either: the
   * former must begin by calling another constructor, the latter may not (JLS 8.10.4).
   */
  private static boolean callsAnother(MethodTree constructor) {
    return constructor.getBody().getStatements().stream()
        .findFirst()
        .filter(ExpressionStatementTree.class::isInstance)
        .map(first -> ((ExpressionStatementTree) first).getExpression())
        .filter(MethodInvocationTree.class::isInstance)
        .map(call -> ((MethodInvocationTree) call).getMethodSelect().toString())
        .filter("this"::equals)
        .isPresent();
  }

  /** Returns whether the user wants to hear of no unchecked conversion here. */
  boolean suppressesUnchecked() {
    return suppressesUnchecked(mainClass.getModifiers())
        || provider.exists(method -> suppressesUnchecked(method.getModifiers()));
  }

  private static boolean suppressesUnchecked(ModifiersTree modifiers) {
    return modifiers.getAnnotations().stream()
        .filter(each -> each.getAnnotationType().toString().endsWith("SuppressWarnings"))
        .flatMap(each -> each.getArguments().stream())
        .anyMatch(argument -> argument.toString().contains("\"unchecked\""));
  }

  private static Stream<MethodTree> methods(ClassTree type, String name) {
    return type.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .filter(method -> method.getName().contentEquals(name));
  }

  private static boolean isPublicStatic(MethodTree method, boolean inInterface) {
    Set<Modifier> flags = method.getModifiers().getFlags();
    return flags.contains(Modifier.STATIC)
        && (flags.contains(Modifier.PUBLIC) || (inInterface && !flags.contains(Modifier.PRIVATE)));
  }
}
