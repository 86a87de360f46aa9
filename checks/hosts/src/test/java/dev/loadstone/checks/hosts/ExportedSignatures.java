package dev.loadstone.checks.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What code that requires one module can use of it and of those that it passes on, and which types
 * that names.
 */
final class ExportedSignatures {

  private final String prefix;
  private final Set<Module> passedOn = new HashSet<>();
  private final List<Class<?>> types;
  private final SortedSet<String> hidden = new TreeSet<>();
  private final Set<TypeVariable<?>> seen = new HashSet<>();

  /**
   * Reads them.
   *
   * @param layer has the module
   * @param required the module's name, with which the names of those begin whose signatures count
   */
  ExportedSignatures(ModuleLayer layer, String required) {
    this.prefix = required;
    passOn(layer.findModule(required).orElseThrow());
    this.types =
        passedOn.stream()
            .filter(module -> module.getName().startsWith(prefix))
            .flatMap(this::accessible)
            .toList();
    types.forEach(this::check);
  }

  /** Returns the types that the code can use, of the modules that count. */
  List<Class<?>> types() {
    return types;
  }

  /** Returns what in their signatures the code cannot name. */
  SortedSet<String> hidden() {
    return hidden;
  }

  private void passOn(Module module) {
    if (passedOn.add(module)) {
      for (Requires requires : module.getDescriptor().requires()) {
        if (requires.modifiers().contains(Requires.Modifier.TRANSITIVE)) {
          passOn(module.getLayer().findModule(requires.name()).orElseThrow());
        }
      }
    }
  }

  private Stream<Class<?>> accessible(Module module) {
    List<String> packages =
        module.getDescriptor().exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(Exports::source)
            .toList();
    return entries(module)
        .filter(entry -> entry.endsWith(".class") && !entry.endsWith("-info.class"))
        .map(entry -> entry.substring(0, entry.length() - ".class".length()).replace('/', '.'))
        .filter(name -> packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.')))))
        .<Class<?>>map(name -> Class.forName(module, name))
        .filter(ExportedSignatures::isAccessible);
  }

  private static Stream<String> entries(Module module) {
    try (ModuleReader reader =
        module
            .getLayer()
            .configuration()
            .findModule(module.getName())
            .orElseThrow()
            .reference()
            .open()) {
      return reader.list().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAccessible(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (each.isAnonymousClass() || each.isLocalClass() || !isOpen(each.getModifiers())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private void check(Class<?> type) {
    String place = type.getName();
    check(type.getGenericSuperclass(), place);
    check(type.getGenericInterfaces(), place);
    check(type.getTypeParameters(), place);
    for (Field field : type.getDeclaredFields()) {
      if (isOpen(field.getModifiers())) {
        check(field.getGenericType(), place + "." + field.getName());
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      check(constructor, place + "()");
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isOpen(method.getModifiers()) && !method.isSynthetic()) {
        check(method.getGenericReturnType(), place + "." + method.getName() + "()");
        check(method, place + "." + method.getName() + "()");
      }
    }
  }

  private void check(Executable executable, String place) {
    if (isOpen(executable.getModifiers()) && !executable.isSynthetic()) {
      check(executable.getGenericParameterTypes(), place);
      check(executable.getGenericExceptionTypes(), place);
      check(executable.getTypeParameters(), place);
    }
  }

  private void check(Type[] used, String place) {
    Arrays.stream(used).forEach(type -> check(type, place));
  }

  private void check(Type used, String place) {
    if (used instanceof Class<?> type) {
      checkClass(type, place);
    } else if (used instanceof ParameterizedType parameterized) {
      check(parameterized.getRawType(), place);
      check(parameterized.getActualTypeArguments(), place);
    } else if (used instanceof WildcardType wildcard) {
      check(wildcard.getLowerBounds(), place);
      check(wildcard.getUpperBounds(), place);
    } else if (used instanceof GenericArrayType array) {
      check(array.getGenericComponentType(), place);
    } else if (used instanceof TypeVariable<?> variable && seen.add(variable)) {
      check(variable.getBounds(), place);
    }
  }

  private void checkClass(Class<?> type, String place) {
    if (type.isArray()) {
      checkClass(type.getComponentType(), place);
    } else if (!type.isPrimitive() && !isNameable(type)) {
      hidden.add(place + " names " + type.getName() + " of " + type.getModule());
    }
  }

  private boolean isNameable(Class<?> type) {
    Module module = type.getModule();
    return isAccessible(type)
        && module.isExported(type.getPackageName())
        && (module == Object.class.getModule() || passedOn.contains(module));
  }
}
