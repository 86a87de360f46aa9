package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.classfile.ClassFile;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Whether the classes of a host link among themselves: their own errors are not a plugin's. */
final class HostSoundness {

  private final ClassLoader loader;
  private final List<Object> objects = new ArrayList<>();

  private HostSoundness(ClassLoader loader) {
    this.loader = loader;
  }

  static boolean isSound(Map<String, ClassFile> host) {
    try {
      new HostSoundness(new MemoryLoader(ClassLoader.getPlatformClassLoader(), host))
          .check(host.keySet());
      return true;
    } catch (LinkageError e) {
      return false;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void check(Iterable<String> names) throws ReflectiveOperationException {
    List<Class<?>> classes = new ArrayList<>();
    for (String name : names) {
      classes.add(Class.forName(name, true, loader));
    }
    for (Class<?> type : classes) {
      create(type);
    }
    for (Class<?> type : classes) {
      for (Method method : type.getDeclaredMethods()) {
        call(method);
      }
    }
    for (Method method : Object.class.getMethods()) {
      if (!Modifier.isFinal(method.getModifiers())) {
        call(method);
      }
    }
  }

  private void create(Class<?> type) throws ReflectiveOperationException {
    for (Field field : type.getDeclaredFields()) {
      boolean isConstant = Modifier.isStatic(field.getModifiers()) && field.getType() == type;
      if (isConstant && field.trySetAccessible() && field.get(null) != null) {
        objects.add(field.get(null));
      }
    }
    if (!Modifier.isAbstract(type.getModifiers())) {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (!type.isEnum() && constructor.trySetAccessible()) {
          try {
            objects.add(constructor.newInstance(arguments(constructor.getParameterTypes())));
          } catch (InvocationTargetException e) {
            rethrowLinkageError(e.getCause());
          }
        }
      }
    }
  }

  // An abstract method too: an object whose class does not implement it is not the plugin's fault.
  private void call(Method method) throws ReflectiveOperationException {
    if (!method.trySetAccessible()) {
      return;
    }
    if (Modifier.isStatic(method.getModifiers())) {
      call(method, null);
      return;
    }
    for (Object object : objects) {
      if (method.getDeclaringClass().isInstance(object)) {
        call(method, object);
      }
    }
  }

  private static void call(Method method, Object object) throws ReflectiveOperationException {
    try {
      method.invoke(object, arguments(method.getParameterTypes()));
    } catch (InvocationTargetException e) {
      rethrowLinkageError(e.getCause());
    }
  }

  private static void rethrowLinkageError(Throwable thrown) {
    if (thrown instanceof LinkageError error && !(error instanceof ExceptionInInitializerError)) {
      throw error;
    }
  }

  private static Object[] arguments(Class<?>[] types) {
    return Arrays.stream(types).map(type -> type == int.class ? (Object) 0 : null).toArray();
  }
}
