package dev.loadstone.cli.init;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Writes a plugin of a contract, in which every method does as little as it can. Looks at the
 * contract without initialising it. Whether the plugin fits is for the compiler to say.
 */
public final class ContractExample {

  private static final String NAME = "Example";

  private final Type type;
  private final Class<?> contract;
  private final TypeNames names = new TypeNames(NAME);

  private ContractExample(Type type) {
    this.type = type;
    this.contract =
        (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }

  /**
   * Writes the plugin.
   *
   * @param contract a class, or a generic one with its type arguments
   * @throws LinkageError if a type that the contract mentions is not there
   * @throws TypeNotPresentException if a type that the contract mentions is not there
   */
  public static ExamplePlugin of(Type contract) {
    return new ExamplePlugin(NAME + ".java", new ContractExample(contract).text());
  }

  private String text() {
    String supertype = supertype();
    bindInherited(contract);
    String methods =
        MethodsToImplement.of(contract, names).stream().map(this::method).collect(joining("\n"));
    String imports = names.imports().stream().map(line -> line + "\n").collect(joining());
    return (imports.isEmpty() ? "" : imports + "\n")
        + "/** A plugin to begin with. */\n"
        + "public final class %s %s %s {\n"
            .formatted(NAME, contract.isInterface() ? "implements" : "extends", supertype)
        + methods
        + "}\n";
  }

  private String supertype() {
    if (type instanceof ParameterizedType) {
      bindSupertype(type);
      return names.of(type);
    }
    bind(contract.getTypeParameters());
    return contract.getTypeParameters().length == 0
        ? names.of(contract)
        : names.of(contract) + "<" + names.list(contract.getTypeParameters()) + ">";
  }

  /** What the plugin's author is free to choose is what it must at least be. */
  private void bind(TypeVariable<?>... variables) {
    for (TypeVariable<?> variable : variables) {
      names.bind(variable, names.of(variable.getBounds()[0]));
    }
  }

  private void bindInherited(Class<?> type) {
    Stream.concat(
            Stream.ofNullable(type.getGenericSuperclass()),
            Arrays.stream(type.getGenericInterfaces()))
        .forEach(this::bindSupertype);
  }

  private void bindSupertype(Type supertype) {
    if (supertype instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      Type[] arguments = generic.getActualTypeArguments();
      TypeVariable<?>[] variables = raw.getTypeParameters();
      for (int i = 0; i < variables.length; i++) {
        names.bind(variables[i], names.of(arguments[i]));
      }
      bindInherited(raw);
    } else {
      bindInherited((Class<?>) supertype);
    }
  }

  private String method(Method method) {
    String access = Modifier.isProtected(method.getModifiers()) ? "protected " : "public ";
    return "  @Override\n  "
        + access
        + variables(method)
        + names.of(method.getGenericReturnType())
        + " "
        + method.getName()
        + "("
        + Arrays.stream(method.getParameters()).map(this::parameter).collect(joining(", "))
        + ") {"
        + body(method.getReturnType())
        + "}\n";
  }

  private String variables(Method method) {
    TypeVariable<?>[] variables = method.getTypeParameters();
    return variables.length == 0
        ? ""
        : Arrays.stream(variables).map(this::variable).collect(joining(", ", "<", "> "));
  }

  private String variable(TypeVariable<?> variable) {
    String bounds = Arrays.stream(variable.getBounds()).map(names::of).collect(joining(" & "));
    return bounds.equals("Object") ? variable.getName() : variable.getName() + " extends " + bounds;
  }

  private String parameter(Parameter parameter) {
    String type = names.of(parameter.getParameterizedType());
    return (parameter.isVarArgs() ? type.substring(0, type.length() - 2) + "..." : type)
        + " "
        + parameter.getName();
  }

  private static String body(Class<?> type) {
    if (type == void.class) {
      return "";
    }
    return "\n    return " + value(type) + ";\n  ";
  }

  private static String value(Class<?> type) {
    if (type == boolean.class) {
      return "false";
    }
    if (type == String.class) {
      return "\"\"";
    }
    return type.isPrimitive() ? "0" : "null";
  }
}
