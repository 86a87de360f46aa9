package dev.loadstone.cli.init;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The names of types in one source file, and the imports that they need. */
final class TypeNames {

  private static final String LANGUAGE = "java.lang";

  private final Map<String, Class<?>> bySimpleName = new TreeMap<>();
  private final Map<TypeVariable<?>, String> variables = new HashMap<>();

  /** Makes the names of a file in which one type is declared, in the unnamed package. */
  TypeNames(String declared) {
    bySimpleName.put(declared, TypeNames.class);
  }

  /** Has a variable stand for a type that has a name. */
  void bind(TypeVariable<?> variable, String name) {
    variables.put(variable, name);
  }

  /** Returns a type as the file calls it. */
  String of(Type type) {
    if (type instanceof Class<?> plain) {
      return plain.isArray() ? of(plain.getComponentType()) + "[]" : name(plain);
    }
    if (type instanceof ParameterizedType generic) {
      return of(generic.getRawType()) + "<" + list(generic.getActualTypeArguments()) + ">";
    }
    if (type instanceof GenericArrayType array) {
      return of(array.getGenericComponentType()) + "[]";
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard(wildcard);
    }
    TypeVariable<?> variable = (TypeVariable<?>) type;
    return variables.getOrDefault(variable, variable.getName());
  }

  /** Returns types as the file lists them. */
  String list(Type... types) {
    return Arrays.stream(types).map(this::of).collect(Collectors.joining(", "));
  }

  /** Returns the import declarations, sorted. */
  List<String> imports() {
    return bySimpleName.values().stream()
        .filter(type -> type != TypeNames.class && !type.getPackageName().equals(LANGUAGE))
        .map(type -> "import " + type.getName() + ";")
        .sorted()
        .toList();
  }

  private String wildcard(WildcardType type) {
    if (type.getLowerBounds().length > 0) {
      return "? super " + list(type.getLowerBounds());
    }
    Type bound = type.getUpperBounds()[0];
    return bound == Object.class ? "?" : "? extends " + of(bound);
  }

  private String name(Class<?> type) {
    if (type.isPrimitive()) {
      return type.getName();
    }
    Class<?> outermost = type;
    while (outermost.getEnclosingClass() != null) {
      outermost = outermost.getEnclosingClass();
    }
    Class<?> known = bySimpleName.putIfAbsent(outermost.getSimpleName(), outermost);
    String name = type.getCanonicalName();
    return known == null || known == outermost
        ? name.substring(outermost.getName().length() - outermost.getSimpleName().length())
        : name;
  }
}
