package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.compilation.StartRule;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;

/** What the compiler knows of classes, as far as a plugin's start depends on it. */
final class StartClasses implements StartRule.Classes<ReferenceBinding, MethodBinding> {

  private static final char[] CLINIT = "<clinit>".toCharArray();

  private final Initializers initializers;

  StartClasses(Initializers initializers) {
    this.initializers = initializers;
  }

  @Override
  public String simpleName(ReferenceBinding type) {
    return new String(type.sourceName());
  }

  @Override
  public boolean isEnum(ReferenceBinding type) {
    return type.isEnum();
  }

  @Override
  public boolean isAbstract(ReferenceBinding type) {
    return type.isAbstract() || type.isInterface();
  }

  @Override
  public Option<ReferenceBinding> superclass(ReferenceBinding type) {
    return type.isInterface() ? Option.none() : Option.of(type.superclass());
  }

  @Override
  public List<ReferenceBinding> interfaces(ReferenceBinding type) {
    return Stream.ofNullable(type.superInterfaces()).flatMap(Stream::of).toList();
  }

  @Override
  public List<MethodBinding> methods(ReferenceBinding type) {
    return declared(type).filter(method -> !method.isConstructor()).toList();
  }

  @Override
  public List<MethodBinding> constructors(ReferenceBinding type) {
    return declared(type).filter(MethodBinding::isConstructor).toList();
  }

  private Stream<MethodBinding> declared(ReferenceBinding type) {
    return Stream.ofNullable(type.methods())
        .flatMap(Stream::of)
        .filter(method -> !method.isSynthetic() && !CharOperation.equals(method.selector, CLINIT))
        .sorted(Comparator.comparingInt(initializers::start)); // The compiler sorts by name.
  }

  @Override
  public String name(MethodBinding method) {
    return new String(method.selector);
  }

  @Override
  public String description(MethodBinding method, ReferenceBinding mainClass) {
    String variables = names(method.typeVariables());
    String signature =
        (variables.isEmpty() ? "" : "<" + variables + ">")
            + name(method)
            + "("
            + names(method.parameters)
            + ")";
    return TypeBinding.equalsEquals(method.declaringClass, mainClass)
        ? signature
        : signature + " of " + CharOperation.charToString(method.declaringClass.readableName());
  }

  private static String names(TypeBinding[] types) {
    return Stream.of(types)
        .map(type -> new String(type.readableName()))
        .collect(Collectors.joining(","));
  }

  @Override
  public boolean isStatic(MethodBinding method) {
    return method.isStatic();
  }

  @Override
  public boolean isPublic(MethodBinding method) {
    return method.isPublic();
  }

  @Override
  public boolean isPrivate(MethodBinding method) {
    return method.isPrivate();
  }

  @Override
  public boolean isVoid(MethodBinding method) {
    return method.returnType != null && method.returnType.id == TypeIds.T_void;
  }

  @Override
  public boolean takesArguments(MethodBinding method) {
    if (method.parameters.length != 1) {
      return false;
    }
    TypeBinding parameter = method.parameters[0].erasure();
    return parameter.dimensions() == 1
        && parameter.leafComponentType().erasure().id == TypeIds.T_JavaLangString;
  }

  @Override
  public boolean takesNothing(MethodBinding method) {
    return method.parameters.length == 0;
  }

  @Override
  public boolean runsWhenInitialized(ReferenceBinding type) {
    return initializers.runs(type);
  }

  @Override
  public boolean isCalled(String name) {
    return initializers.isCalled(name);
  }
}
