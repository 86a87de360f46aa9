package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.context.Hiding;
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
  private final HostModules modules;
  private final AllowedPackages allowed;

  HostPackages(RuntimeImage jdk, HostModules modules, AllowedPackages allowed) {
    this.jdk = jdk;
    this.modules = modules;
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
   * Returns whether the host's classes in a package exist for plugins. Those in the unnamed package
   * do not: no class in a named one can refer to them.
   */
  boolean isOfHost(String packageName) {
    return canBeOfHost(packageName) && hiding(packageName).isEmpty();
  }

  /**
   * Returns whether the host's classes in a package are given to plugins when they run. Those that
   * a module does not export are: the JVM itself refuses their use, and reflection of the host's
   * own needs them.
   */
  boolean isGiven(String packageName) {
    return canBeOfHost(packageName) && allowed.contains(packageName);
  }

  /** Returns why classes of the host in a package do not exist for plugins. */
  Option<Hiding> hiding(String packageName) {
    if (!canBeOfHost(packageName)) {
      return Option.none();
    }
    return allowed.contains(packageName)
        ? modules
            .moduleOf(packageName)
            .filter(module -> !HostModules.isExported(module, packageName))
            .map(module -> new Hiding.NotExported(module.getName(), packageName))
        : Option.some(new Hiding.NotAllowed(allowed));
  }

  /** Returns whether classes of the host may be in a package, hidden or not. */
  boolean canBeOfHost(String packageName) {
    return BinaryNames.isPlausible(packageName) && jdk.moduleOf(packageName).isEmpty();
  }
}
