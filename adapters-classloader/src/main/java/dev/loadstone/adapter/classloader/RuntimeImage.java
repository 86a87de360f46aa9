package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.context.JdkModuleRule;
import io.vavr.Lazy;
import io.vavr.control.Option;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The JDK's own modules in the Java runtime image that this process runs on. Other modules that
 * were linked into the image are the host's.
 */
final class RuntimeImage {

  private static final String VERSION =
      Object.class.getModule().getDescriptor().rawVersion().orElse("");

  private final Map<String, Module> moduleByPackage;
  private final SortedSet<String> modules;
  private final Lazy<Set<String>> unresolvedPackages =
      Lazy.of(RuntimeImage::packagesOfUnresolvedModules);

  // Loops, as this is on the way of every start: the first streams of a process cost some 20 ms.
  RuntimeImage() {
    moduleByPackage = new HashMap<>();
    SortedSet<String> resolvedModules = new TreeSet<>();
    ModuleLayer boot = ModuleLayer.boot();
    for (ResolvedModule resolved : boot.configuration().modules()) {
      if (isOfJdk(resolved.reference())) {
        resolvedModules.add(resolved.name());
        Module module = boot.findModule(resolved.name()).orElseThrow();
        for (String packageName : module.getPackages()) {
          moduleByPackage.put(packageName, module);
        }
      }
    }
    modules = Collections.unmodifiableSortedSet(resolvedModules);
  }

  /** Returns the names of the modules that this process has resolved. */
  SortedSet<String> modules() {
    return modules;
  }

  /** Returns the module in this process that a package belongs to, exported or not. */
  Option<Module> moduleOf(String packageName) {
    return Option.of(moduleByPackage.get(packageName));
  }

  /**
   * Returns whether a module of the JDK has a package, also one that was not resolved when the
   * process started: a compiler sees all of them.
   */
  boolean hasPackage(String packageName) {
    return moduleByPackage.containsKey(packageName)
        || unresolvedPackages.get().contains(packageName);
  }

  static boolean isOfJdk(ModuleLayer layer, Module module) {
    Optional<ResolvedModule> resolved = layer.configuration().findModule(module.getName());
    return resolved.isPresent() && isOfJdk(resolved.get().reference());
  }

  static boolean isOfJdk(ModuleReference module) {
    URI location = module.location().orElse(null);
    ModuleDescriptor descriptor = module.descriptor();
    return location != null
        && "jrt".equals(location.getScheme())
        && JdkModuleRule.isOfJdk(descriptor.name(), descriptor.rawVersion().orElse(""), VERSION);
  }

  private static Set<String> packagesOfUnresolvedModules() {
    Configuration resolved = ModuleLayer.boot().configuration();
    Set<String> packages = new HashSet<>();
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      if (isOfJdk(module) && resolved.findModule(module.descriptor().name()).isEmpty()) {
        packages.addAll(module.descriptor().packages());
      }
    }
    return packages;
  }
}
