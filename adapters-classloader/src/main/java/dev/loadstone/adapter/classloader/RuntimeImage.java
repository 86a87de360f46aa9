package dev.loadstone.adapter.classloader;

import io.vavr.Lazy;
import io.vavr.control.Option;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The modules of the Java runtime image that this process runs on. */
final class RuntimeImage {

  private final Map<String, Module> moduleByPackage;
  private final Lazy<Set<String>> unresolvedPackages =
      Lazy.of(RuntimeImage::packagesOfUnresolvedModules);

  RuntimeImage() {
    moduleByPackage = new HashMap<>();
    ModuleLayer boot = ModuleLayer.boot();
    boot.configuration().modules().stream()
        .filter(module -> isInImage(module.reference()))
        .flatMap(module -> boot.findModule(module.name()).stream())
        .forEach(module -> module.getPackages().forEach(name -> moduleByPackage.put(name, module)));
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
    return module.location().filter(location -> "jrt".equals(location.getScheme())).isPresent();
  }

  private static Set<String> packagesOfUnresolvedModules() {
    Set<String> resolved =
        ModuleLayer.boot().configuration().modules().stream()
            .map(ResolvedModule::name)
            .collect(Collectors.toSet());
    return ModuleFinder.ofSystem().findAll().stream()
        .filter(module -> !resolved.contains(module.descriptor().name()))
        .flatMap(module -> module.descriptor().packages().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
