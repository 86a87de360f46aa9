package dev.loadstone.adapter.classloader;

import io.vavr.control.Option;

/**
 * Says for each package whether its classes are the JDK's, the host's, or nobody's for a plugin.
 *
 * <p>The one place that does: the host view and the loader behind plugins both ask here, so
 * whatever narrows the answer narrows compiling and running alike.
 */
final class HostPackages {

  private final RuntimeImage jdk;

  HostPackages(RuntimeImage jdk) {
    this.jdk = jdk;
  }

  /** Returns the JDK's module that gives the package's classes; no class of the host is in it. */
  Option<Module> jdkModule(String packageName) {
    return jdk.moduleOf(packageName);
  }

  boolean isOfJdk(String packageName) {
    return jdk.hasPackage(packageName);
  }

  /**
   * Tells whether the host's classes in a package exist for plugins. Those in the unnamed package
   * do not: no class in a named one can refer to them.
   */
  boolean isOfHost(String packageName) {
    return !packageName.isEmpty() && jdk.moduleOf(packageName).isEmpty();
  }
}
