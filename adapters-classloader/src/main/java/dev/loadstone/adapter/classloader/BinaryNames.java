package dev.loadstone.adapter.classloader;

/** Reads binary names (JLS 13.1) and the names of the resources that hold the classes. */
final class BinaryNames {

  static final String CLASS_SUFFIX = ".class";

  private BinaryNames() {}

  /** Returns the package that a resource lies in, empty for one at the root. */
  static String packageOfResource(String resourceName) {
    return resourceName.substring(0, Math.max(resourceName.lastIndexOf('/'), 0)).replace('/', '.');
  }

  static String withoutSlashesAtTheEnd(String resourceName) {
    int end = resourceName.length();
    while (end > 0 && resourceName.charAt(end - 1) == '/') {
      end--;
    }
    return resourceName.substring(0, end);
  }

  /**
   * Returns whether a resource's name is the only one that it has: without empty and dotted parts.
   */
  static boolean isNormal(String resourceName) {
    String name = '/' + resourceName + '/';
    return resourceName.isEmpty()
        || !(name.contains("//") || name.contains("/./") || name.contains("/../"));
  }

  static String resourceName(String binaryName) {
    return binaryName.replace('.', '/') + CLASS_SUFFIX;
  }

  /**
   * Returns whether a name can be that of a class or package at all, and thus names no place
   * outside a class folder's root.
   */
  static boolean isPlausible(String name) {
    if (name.isEmpty() || name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '/' || c == '\\' || c == ':' || c == 0) {
        return false;
      }
    }
    return true;
  }
}
