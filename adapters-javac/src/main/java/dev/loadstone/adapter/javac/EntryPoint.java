package dev.loadstone.adapter.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import io.vavr.control.Option;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/**
 * How a main class makes a plugin, as far as its tree tells before javac adds what is implicit.
 *
 * @param mainClass the main class
 * @param provider its {@code provider()}, if it declares one: then that is the way
 * @param constructor its no-argument constructor, if it declares one
 */
record EntryPoint(
    ClassTree mainClass, Option<MethodTree> provider, Option<MethodTree> constructor) {

  private static final String CONSTRUCTOR = "<init>";
  private static final String PROVIDER = "provider";

  static EntryPoint of(ClassTree mainClass) {
    boolean isInterface = mainClass.getKind() == Tree.Kind.INTERFACE;
    return new EntryPoint(
        mainClass,
        method(mainClass, PROVIDER, method -> isPublicStatic(method, isInterface)),
        method(mainClass, CONSTRUCTOR, method -> true));
  }

  /** Returns where the fault is, when the plugin does not fit: the provider, else the class. */
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
   * Tells whether the plugin would be made by a constructor that others in the package may call,
   * but not everyone. The compiler has nothing against that.
   */
  boolean hasHiddenConstructor() {
    return provider.isEmpty()
        && constructor.exists(
            method -> {
              Set<Modifier> flags = method.getModifiers().getFlags();
              return mainClass.getKind() != Tree.Kind.ENUM
                  && !flags.contains(Modifier.PUBLIC)
                  && !flags.contains(Modifier.PRIVATE);
            });
  }

  /** Tells whether the user wants to hear of no unchecked conversion here. */
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

  private static Option<MethodTree> method(
      ClassTree type, String name, Predicate<MethodTree> condition) {
    return Option.ofOptional(
        type.getMembers().stream()
            .filter(MethodTree.class::isInstance)
            .map(MethodTree.class::cast)
            .filter(method -> method.getName().contentEquals(name))
            .filter(method -> method.getParameters().isEmpty())
            .filter(condition)
            .findFirst());
  }

  private static boolean isPublicStatic(MethodTree method, boolean inInterface) {
    Set<Modifier> flags = method.getModifiers().getFlags();
    return flags.contains(Modifier.STATIC)
        && (flags.contains(Modifier.PUBLIC) || (inInterface && !flags.contains(Modifier.PRIVATE)));
  }
}
