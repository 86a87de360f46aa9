package dev.loadstone.adapter.classloader;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.lang.runtime.ObjectMethods;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * What the JDK keeps of the records whose {@code equals}, {@code hashCode} or {@code toString} were
 * linked last.
 *
 * <p>{@link ObjectMethods} adapts a few handles to each record and to the types of its components,
 * and each handle keeps its last adapted form: strongly in JDK 17, softly in later ones. So a
 * plugin that was dropped, or an application that was undeployed, stays in memory until another
 * record is linked. This class links one that nobody minds.
 *
 * <p>Safe for use by many threads.
 */
final class LinkedRecords {

  private static final int FIRST_THAT_KEEPS_SOFTLY = 18;

  private volatile boolean arePluginsAmongThem;

  /** Notes a class of a plugin. */
  void add(Class<?> type) {
    if (type.isRecord()) {
      arePluginsAmongThem = true;
    }
  }

  /** Releases the records of plugins, if there may be any. */
  void releasePlugins() {
    if (arePluginsAmongThem) {
      release();
    }
  }

  /** Releases the records of plugins, and this library's own, which may be undeployed. */
  void releaseAll() {
    if (arePluginsAmongThem || canBeUndeployed()) {
      release();
    }
  }

  private static boolean canBeUndeployed() {
    ClassLoader own = LinkedRecords.class.getClassLoader();
    return own != null && own != ClassLoader.getSystemClassLoader();
  }

  private static void release() {
    Class<?> type = Substitute.TYPE;
    MethodHandle component = MethodHandles.empty(MethodType.methodType(type, type));
    link("equals", MethodType.methodType(boolean.class, type, Object.class), component);
    link("hashCode", MethodType.methodType(int.class, type), component);
    link("toString", MethodType.methodType(String.class, type), component);
  }

  private static void link(String method, MethodType form, MethodHandle component) {
    try {
      ObjectMethods.bootstrap(
          MethodHandles.lookup(), method, form, form.parameterType(0), "component", component);
    } catch (Throwable unexpected) {
      throw new AssertionError("a method that every record has cannot be linked", unexpected);
    }
  }

  /**
   * The record that is kept from then on. For JDK 17 any class of the JDK will do. Later ones keep
   * classes that are never unloaded in another place, so there it is a proxy in a loader of its
   * own.
   */
  private static final class Substitute {

    static final Class<?> TYPE =
        Runtime.version().feature() < FIRST_THAT_KEEPS_SOFTLY
            ? Record.class
            : Proxy.newProxyInstance(
                    new URLClassLoader(new URL[0], null),
                    new Class<?>[] {Runnable.class},
                    (proxy, method, arguments) -> null)
                .getClass();
  }
}
