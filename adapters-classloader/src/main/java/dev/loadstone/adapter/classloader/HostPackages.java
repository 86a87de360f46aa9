package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.context.AllowedPackages;
import io.vavr.control.Option;
import java.util.SortedSet;

/**
 * Says for each package whether its classes are the JDK's, the host's, or nobody's for a plugin.
 *
 * <p>The one place that does: the host view and the loader behind plugins both ask here, so
 * whatever narrows the answer narrows compiling and running alike.
 */
final class HostPackages {

  private final RuntimeImage jdk;
  private final AllowedPackages allowed;

  HostPackages(RuntimeImage jdk, AllowedPackages allowed) {
    this.jdk = jdk;
    this.allowed = allowed;
  }

  /** Returns the names of the JDK's modules that were resolved when this process started. */
  SortedSet<String> jdkModules() {
    return jdk.modules();
  }

  /** Returns the JDK's module that gives the package's classes; no class of the host is in it. */
  Option<Module> jdkModule(String packageName) {
    return jdk.moduleOf(packageName);
  }

  boolean isOfJdk(String packageName) {
    return jdk.hasPackage(packageName);
  }

  /**
   * Tells whether the host's classes in a package exist for plugins: those in an allowed one do.
   * Those in the unnamed package do not: no class in a named one can refer to them.
   */
  boolean isOfHost(String packageName) {
    return canBeOfHost(packageName) && allowed.contains(packageName);
  }

  /** Returns what is allowed, where a package would be the host's if it were. */
  Option<AllowedPackages> hiding(String packageName) {
    return Option.when(canBeOfHost(packageName) && !allowed.contains(packageName), allowed);
  }

  /** Tells whether classes of the host may be in a package, allowed or not. */
  boolean canBeOfHost(String packageName) {
    return BinaryNames.isPlausible(packageName) && jdk.moduleOf(packageName).isEmpty();
  }
}
