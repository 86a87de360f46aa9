package dev.loadstone.adapter.classloader;

import io.vavr.Lazy;
import io.vavr.control.Option;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The modules of the Java runtime image that this process runs on. */
final class RuntimeImage {

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
      if (isInImage(resolved.reference())) {
        resolvedModules.add(resolved.name());
        Module module = boot.findModule(resolved.name()).orElseThrow();
        for (String packageName : module.getPackages()) {
          moduleByPackage.put(packageName, module);
        }
      }
    }
    modules = Collections.unmodifiableSortedSet(resolvedModules);
  }

  /** Returns the names of the modules of the image that this process has resolved. */
  SortedSet<String> modules() {
    return modules;
  }

  /** Returns the module in this process that a package belongs to, exported or not. */
  Option<Module> moduleOf(String packageName) {
    return Option.of(moduleByPackage.get(packageName));
  }

  /**
   * Tells whether a module of the image has a package, also one that was not resolved when the
   * process started: a compiler sees all of them.
   */
  boolean hasPackage(String packageName) {
    return moduleByPackage.containsKey(packageName)
        || unresolvedPackages.get().contains(packageName);
  }

  static boolean isInImage(ModuleReference module) {
    URI location = module.location().orElse(null);
    return location != null && "jrt".equals(location.getScheme());
  }

  private static Set<String> packagesOfUnresolvedModules() {
    Configuration resolved = ModuleLayer.boot().configuration();
    Set<String> packages = new HashSet<>();
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      if (resolved.findModule(module.descriptor().name()).isEmpty()) {
        packages.addAll(module.descriptor().packages());
      }
    }
    return packages;
  }
}
