package dev.loadstone.adapter.classloader;

/** Describes class loaders in messages; what their own {@code toString} says may be pages long. */
final class LoaderNames {

  private LoaderNames() {}

  static String of(ClassLoader loader) {
    String name = loader.getName();
    String type = loader.getClass().getName();
    return name == null || name.isEmpty()
        ? type + "@" + Integer.toHexString(System.identityHashCode(loader))
        : "'" + name + "' (" + type + ")";
  }
}
