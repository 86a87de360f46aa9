package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.StartRule;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** What javac knows of classes, as far as a plugin's start depends on it. */
final class StartClasses implements StartRule.Classes<TypeElement, ExecutableElement> {

  private final Types types;
  private final Initializers initializers;
  private final Set<Element> ownMembers;

  /**
   * Makes the view.
   *
   * @param types of the task that has compiled the classes
   * @param initializers what the sources run when they are initialized
   * @param ownMembers the members that the main class declares
   */
  StartClasses(Types types, Initializers initializers, Set<Element> ownMembers) {
    this.types = types;
    this.initializers = initializers;
    this.ownMembers = ownMembers;
  }

  @Override
  public String simpleName(TypeElement type) {
    return type.getSimpleName().toString();
  }

  @Override
  public boolean isEnum(TypeElement type) {
    return type.getKind() == ElementKind.ENUM;
  }

  @Override
  public boolean isAbstract(TypeElement type) {
    return type.getModifiers().contains(Modifier.ABSTRACT);
  }

  @Override
  public Option<TypeElement> superclass(TypeElement type) {
    return element(type.getSuperclass());
  }

  @Override
  public List<TypeElement> interfaces(TypeElement type) {
    return type.getInterfaces().stream().flatMap(above -> element(above).toJavaStream()).toList();
  }

  @Override
  public List<ExecutableElement> methods(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements());
  }

  @Override
  public List<ExecutableElement> constructors(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements());
  }

  @Override
  public String name(ExecutableElement method) {
    return method.getSimpleName().toString();
  }

  @Override
  public String description(ExecutableElement method, TypeElement mainClass) {
    return ownMembers.contains(method)
        ? method.toString()
        : method + " of " + method.getEnclosingElement();
  }

  @Override
  public boolean isStatic(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC);
  }

  @Override
  public boolean isPublic(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.PUBLIC);
  }

  @Override
  public boolean isPrivate(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.PRIVATE);
  }

  @Override
  public boolean isVoid(ExecutableElement method) {
    return method.getReturnType().getKind() == TypeKind.VOID;
  }

  @Override
  public boolean takesArguments(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    return parameters.size() == 1
        && types.erasure(parameters.get(0).asType()) instanceof ArrayType array
        && array.getComponentType() instanceof DeclaredType component
        && component.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(String.class.getName());
  }

  @Override
  public boolean takesNothing(ExecutableElement method) {
    return method.getParameters().isEmpty();
  }

  @Override
  public boolean runsWhenInitialized(TypeElement type) {
    return initializers.runs(type);
  }

  @Override
  public boolean isCalled(String name) {
    return initializers.isCalled(name);
  }

  private static Option<TypeElement> element(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? Option.some(element)
        : Option.none();
  }
}
