package dev.loadstone.cli.command;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the type that {@code --contract} names: a class, or a generic one with its type arguments,
 * every class by its full name, as in {@code acme.Rule<java.util.List<? extends
 * java.lang.Number>>}.
 */
final class ContractType {

  private static final Map<String, Class<?>> PRIMITIVES =
      Map.of(
          "boolean", boolean.class,
          "byte", byte.class,
          "char", char.class,
          "double", double.class,
          "float", float.class,
          "int", int.class,
          "long", long.class,
          "short", short.class);

  private final String text;
  private final ClassLoader host;
  private int next;

  private ContractType(String text, ClassLoader host) {
    this.text = text;
    this.host = host;
  }

  /**
   * Reads a type of the host's classes. Runs nothing of them.
   *
   * @throws UsageException if it is not written like a type, or there is no such class
   */
  static Type parse(String text, ClassLoader host) {
    ContractType parser = new ContractType(text, host);
    Type type = parser.type();
    if (parser.next < text.length()) {
      throw parser.malformed();
    }
    return type;
  }

  private Type type() {
    String name = name();
    Class<?> primitive = PRIMITIVES.get(name);
    Type type = primitive == null ? generic(name) : primitive;
    if (primitive != null && !text.startsWith("[", next)) {
      throw new UsageException(
          Options.CONTRACT + ": " + name + " in " + text + " is a primitive type; give a class");
    }
    while (take("[")) {
      expect("]");
      type = type instanceof Class<?> plain ? plain.arrayType() : new ArrayOf(type);
    }
    return type;
  }

  /** Reads what follows a class's name, up to an array's brackets. */
  private Type generic(String name) {
    Class<?> raw = ContractClass.find(name, host);
    Type type = take("<") ? new Parameterized(raw, raw.getDeclaringClass(), arguments(raw)) : raw;
    while (type instanceof Parameterized && take(".")) {
      Class<?> inner = ContractClass.find(raw.getName() + "$" + name(), host);
      type = new Parameterized(inner, type, take("<") ? arguments(inner) : List.of());
      raw = inner;
    }
    return type;
  }

  private List<Type> arguments(Class<?> raw) {
    List<Type> arguments = new ArrayList<>();
    do {
      arguments.add(argument());
    } while (take(","));
    expect(">");
    int parameters = raw.getTypeParameters().length;
    if (arguments.size() != parameters) {
      throw new UsageException(
          "%s: expected %d type argument%s of %s, found %d in %s"
              .formatted(
                  Options.CONTRACT,
                  parameters,
                  parameters == 1 ? "" : "s",
                  raw.getName(),
                  arguments.size(),
                  text));
    }
    return arguments;
  }

  private Type argument() {
    if (!take("?")) {
      return type();
    }
    if (take("extends ")) {
      return new Wildcard(List.of(type()), List.of());
    }
    return take("super ")
        ? new Wildcard(List.of(Object.class), List.of(type()))
        : new Wildcard(List.of(Object.class), List.of());
  }

  private String name() {
    skipSpaces();
    int start = next;
    while (next < text.length() && "<>,[]? ".indexOf(text.charAt(next)) < 0) {
      next++;
    }
    String name = text.substring(start, next);
    skipSpaces();
    return name;
  }

  private boolean take(String token) {
    skipSpaces();
    boolean isThere = text.startsWith(token, next);
    if (isThere) {
      next += token.length();
    }
    return isThere;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw malformed();
    }
  }

  private void skipSpaces() {
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
  }

  private UsageException malformed() {
    return new UsageException(
        "%s: '%s' is not a type: it is malformed after '%s'"
            .formatted(Options.CONTRACT, text, text.substring(0, next)));
  }

  private static String list(List<Type> types) {
    return types.stream().map(Type::getTypeName).collect(Collectors.joining(", "));
  }

  private record Parameterized(Class<?> raw, @Nullable Type owner, List<Type> arguments)
      implements ParameterizedType {

    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return owner;
    }

    @Override
    public String toString() {
      String name =
          owner instanceof Parameterized outer ? outer + "." + raw.getSimpleName() : raw.getName();
      return arguments.isEmpty() ? name : name + "<" + list(arguments) + ">";
    }
  }

  private record ArrayOf(Type component) implements GenericArrayType {

    @Override
    public Type getGenericComponentType() {
      return component;
    }

    @Override
    public String toString() {
      return component.getTypeName() + "[]";
    }
  }

  private record Wildcard(List<Type> upper, List<Type> lower) implements WildcardType {

    @Override
    public Type[] getUpperBounds() {
      return upper.toArray(Type[]::new);
    }

    @Override
    public Type[] getLowerBounds() {
      return lower.toArray(Type[]::new);
    }

    @Override
    public String toString() {
      if (!lower.isEmpty()) {
        return "? super " + list(lower);
      }
      return upper.equals(List.of(Object.class)) ? "?" : "? extends " + list(upper);
    }
  }
}
