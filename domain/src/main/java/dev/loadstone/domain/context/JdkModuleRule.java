package dev.loadstone.domain.context;

/**
 * Which modules of a runtime image are the JDK's own. An image that was made with {@code jlink} may
 * hold modules of the application too; those are the host's, as they would be on a module path.
 */
public final class JdkModuleRule {

  private JdkModuleRule() {}

  /**
   * {@return whether a module of the runtime image was made by the JDK's build: it has one of the
   * JDK's names, and the version of {@code java.base}} A standalone release of a {@code java.*}
   * module, such as {@code java.activation}, has a version of its own. Vendors' additions with
   * other names count as the host's, so they are recorded and compared.
   *
   * @param name the module's name
   * @param version its version as it is written, empty where it has none
   * @param jdkVersion the version of {@code java.base}
   */
  public static boolean isOfJdk(String name, String version, String jdkVersion) {
    return name.equals("java.base")
        || ((name.startsWith("java.") || name.startsWith("jdk.")) && version.equals(jdkVersion));
  }
}
