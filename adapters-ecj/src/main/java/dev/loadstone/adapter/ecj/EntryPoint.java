package dev.loadstone.adapter.ecj;

import io.vavr.control.Option;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Annotation;
import org.eclipse.jdt.internal.compiler.ast.ConstructorDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileConstants;

/**
 * How a main class makes a plugin, as far as its tree tells.
 *
 * @param mainClass the main class
 * @param provider its {@code provider()}, if it declares one: then that is the way
 * @param constructor its no-argument constructor, if it declares one
 * @param hasImplicitConstructor whether it has one without declaring it
 */
record EntryPoint(
    TypeDeclaration mainClass,
    Option<AbstractMethodDeclaration> provider,
    Option<AbstractMethodDeclaration> constructor,
    boolean hasImplicitConstructor) {

  private static final String PROVIDER = "provider";

  static EntryPoint of(TypeDeclaration mainClass) {
    boolean isInterface =
        TypeDeclaration.kind(mainClass.modifiers) == TypeDeclaration.INTERFACE_DECL;
    List<ConstructorDeclaration> constructors =
        methods(mainClass)
            .filter(ConstructorDeclaration.class::isInstance)
            .map(ConstructorDeclaration.class::cast)
            .filter(constructor -> !constructor.isDefaultConstructor())
            .toList();
    boolean hasComponents =
        mainClass.recordComponents != null && mainClass.recordComponents.length > 0;
    return new EntryPoint(
        mainClass,
        Option.ofOptional(
            methods(mainClass)
                .filter(method -> new String(method.selector).equals(PROVIDER))
                .filter(method -> !method.isConstructor() && takesNothing(method))
                .filter(method -> isPublicStatic(method, isInterface))
                .findFirst()),
        Option.ofOptional(
            constructors.stream()
                .filter(EntryPoint::takesNothing)
                .filter(constructor -> !hasComponents || !constructor.isCompactConstructor())
                .map(AbstractMethodDeclaration.class::cast)
                .findFirst()),
        constructors.isEmpty() && !hasComponents);
  }

  /** Returns where the fault is, when the plugin does not fit. */
  int maker() {
    return provider.map(method -> method.sourceStart).getOrElse(mainClass.sourceStart);
  }

  /** Returns where the fault is, when the plugin cannot be made for lack of access. */
  int guarded() {
    return provider
        .orElse(constructor)
        .map(method -> method.sourceStart)
        .getOrElse(mainClass.sourceStart);
  }

  /** Returns the expression that makes the plugin, in the main class's package. */
  String expression() {
    if (provider.isDefined()) {
      return name() + "." + PROVIDER + "()";
    }
    return "new " + name() + (mainClass.typeParameters == null ? "()" : "<>()");
  }

  String name() {
    return new String(mainClass.name);
  }

  /**
   * Returns whether the plugin would be made by a constructor, and there is none without
   * parameters. The compiler is content with one that takes any number of arguments.
   */
  boolean lacksConstructor() {
    return provider.isEmpty() && constructor.isEmpty() && !hasImplicitConstructor;
  }

  /** Returns whether the plugin would be made by a constructor that not everyone may call. */
  boolean hasHiddenConstructor() {
    return provider.isEmpty()
        && constructor.exists(method -> (method.modifiers & ClassFileConstants.AccPublic) == 0);
  }

  /** Returns whether the user wants to hear of no unchecked conversion here. */
  boolean suppressesUnchecked() {
    return suppressesUnchecked(mainClass.annotations)
        || provider.exists(method -> suppressesUnchecked(method.annotations));
  }

  private static boolean suppressesUnchecked(Annotation[] annotations) {
    return Stream.ofNullable(annotations)
        .flatMap(Stream::of)
        .map(Annotation::toString)
        .anyMatch(each -> each.contains("SuppressWarnings") && each.contains("\"unchecked\""));
  }

  private static Stream<AbstractMethodDeclaration> methods(TypeDeclaration type) {
    return Stream.ofNullable(type.methods).flatMap(Stream::of);
  }

  private static boolean takesNothing(AbstractMethodDeclaration method) {
    return method.arguments == null || method.arguments.length == 0;
  }

  private static boolean isPublicStatic(AbstractMethodDeclaration method, boolean inInterface) {
    int flags = method.modifiers;
    return (flags & ClassFileConstants.AccStatic) != 0
        && ((flags & ClassFileConstants.AccPublic) != 0
            || (inInterface && (flags & ClassFileConstants.AccPrivate) == 0));
  }
}
