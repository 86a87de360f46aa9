package dev.loadstone.domain.name;

/** The packages of this library, in which no plugin has classes. */
public final class LibraryPackages {

  private static final String ROOT = "dev.loadstone";

  /** What is below the root and the library's, with all that is below it. */
  private static final String[] BELOW = {
    ".adapter", ".application", ".cli", ".domain", ".internal", ".testkit"
  };

  private LibraryPackages() {}

  /**
   * {@return whether a package is one of the library's, whether or not it has classes in it}
   *
   * @param packageName the package's name
   */
  public static boolean has(String packageName) {
    if (packageName.equals(ROOT)) {
      return true;
    }
    for (String below : BELOW) {
      String name = ROOT + below;
      if (packageName.equals(name) || packageName.startsWith(name + ".")) {
        return true;
      }
    }
    return false;
  }
}
