package dev.loadstone.adapter.classloader;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Calls into plugin code by reflection, and lets what that threw pass as it was thrown. */
final class PluginCode {

  private PluginCode() {}

  /** A reflective call. */
  @FunctionalInterface
  interface Call {

    @Nullable Object invoke() throws ReflectiveOperationException;
  }

  static @Nullable Object call(Call call) throws Throwable {
    try {
      return call.invoke();
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  static void initialize(Class<?> type) throws ReflectiveOperationException {
    Class.forName(type.getName(), true, type.getClassLoader());
  }

  /** Returns what an initialiser threw, if that is why; else what was thrown. */
  static Throwable ownThrowable(Throwable thrown) {
    return thrown instanceof ExceptionInInitializerError && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }
}
