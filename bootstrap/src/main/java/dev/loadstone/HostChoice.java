package dev.loadstone;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The class loader that gives the host's classes.
 *
 * @param loader the loader
 * @param reason why it is that one
 */
record HostChoice(ClassLoader loader, String reason) {

  /** Chooses on the thread that builds a {@link Loadstone}. */
  static HostChoice of(@Nullable ClassLoader given) {
    if (given != null) {
      return new HostChoice(given, "which hostClassLoader was given");
    }
    Thread thread = Thread.currentThread();
    ClassLoader context = thread.getContextClassLoader();
    return context == null
        ? new HostChoice(
            Objects.requireNonNull(Loadstone.class.getClassLoader()),
            "the library's own, since hostClassLoader was given none and the building thread, "
                + thread.getName()
                + ", has no context class loader")
        : new HostChoice(
            context,
            "the context class loader of the building thread, "
                + thread.getName()
                + ", since hostClassLoader was given none");
  }

  /** Says what to do about a class that the loader does not give, or not as that very class. */
  String cure(Class<?> type) {
    ClassLoader giving = type.getClassLoader();
    return ". The host class loader is "
        + name(loader)
        + ", "
        + reason
        + (giving == null
            ? ""
            : "; this class was loaded by "
                + name(giving)
                + ". Build with hostClassLoader("
                + type.getCanonicalName()
                + ".class.getClassLoader())");
  }

  // Not toString, which is anybody's code and may say anything.
  private static String name(ClassLoader loader) {
    String type = loader.getClass().getName();
    return loader.getName() == null ? "a " + type : type + " '" + loader.getName() + "'";
  }
}
