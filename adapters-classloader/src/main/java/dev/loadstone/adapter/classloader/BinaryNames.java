package dev.loadstone.adapter.classloader;

/** Reads binary names (JLS 13.1) and the names of the resources that hold the classes. */
final class BinaryNames {

  static final String CLASS_SUFFIX = ".class";

  private BinaryNames() {}

  /** Returns the package of a class, empty for the unnamed one. */
  static String packageOf(String binaryName) {
    return binaryName.substring(0, Math.max(binaryName.lastIndexOf('.'), 0));
  }

  /** Returns the package that a resource lies in, empty for one at the root. */
  static String packageOfResource(String resourceName) {
    return resourceName.substring(0, Math.max(resourceName.lastIndexOf('/'), 0)).replace('/', '.');
  }

  static String resourceName(String binaryName) {
    return binaryName.replace('.', '/') + CLASS_SUFFIX;
  }

  /**
   * Tells whether a name can be that of a class or package at all, and thus names no place outside
   * a class folder's root.
   */
  static boolean isPlausible(String name) {
    return !name.isEmpty()
        && !name.startsWith(".")
        && !name.endsWith(".")
        && !name.contains("..")
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c == 0);
  }
}
