package dev.loadstone.cli.init;

import static java.util.Comparator.comparing;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a class that is derived from another has to implement. */
final class MethodsToImplement {

  private static final Comparator<Method> ORDER =
      comparing(Method::getName)
          .thenComparing(method -> Arrays.toString(method.getParameterTypes()));

  private MethodsToImplement() {}

  /**
   * Finds the abstract methods of a class or interface, by name and parameters, each with its most
   * special return type.
   *
   * @param names names the types of the parameters; those of inherited methods are bound already
   */
  static Collection<Method> of(Class<?> type, TypeNames names) {
    TreeMap<String, Method> found = new TreeMap<>();
    Stream.concat(ofClasses(type).stream(), ofInterfaces(type).stream())
        .forEach(
            method ->
                found.merge(
                    method.getName() + "(" + names.list(method.getGenericParameterTypes()) + ")",
                    method,
                    MethodsToImplement::special));
    return found.values();
  }

  private static Method special(Method first, Method second) {
    return first.getReturnType().isAssignableFrom(second.getReturnType()) ? second : first;
  }

  /** The nearest declaration decides, whether it is abstract or not. */
  private static List<Method> ofClasses(Class<?> type) {
    Set<String> seen = new HashSet<>();
    Stream.Builder<Method> found = Stream.builder();
    for (Class<?> each = type; each != null && !each.isInterface(); each = each.getSuperclass()) {
      for (Method method : each.getDeclaredMethods()) {
        if (seen.add(erased(method)) && Modifier.isAbstract(method.getModifiers())) {
          found.add(method);
        }
      }
    }
    return found.build().filter(method -> !method.isBridge()).sorted(ORDER).toList();
  }

  private static List<Method> ofInterfaces(Class<?> type) {
    Set<String> ofObject = new HashSet<>();
    Arrays.stream(Object.class.getMethods()).map(MethodsToImplement::erased).forEach(ofObject::add);
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .filter(method -> method.getDeclaringClass().isInterface())
        .filter(method -> !ofObject.contains(erased(method)))
        .sorted(ORDER)
        .toList();
  }

  private static String erased(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }
}
