package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.context.JdkModuleRule;
import io.vavr.Lazy;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Shows javac those modules of the JDK that this process has resolved, as plugins run with no
 * others.
 *
 * <p>Left to itself it sees all that the runtime image has, or the release that is compiled for:
 * those, too, that the process was started without, that have been removed since, or that an
 * application was linked into the image with. Mostly there are none, and javac is told nothing.
 * Before release 9 there are no modules that could be named.
 *
 * <p>Safe for use by many threads. What was found out about a release is kept, as it takes a task
 * of its own. Refers to no class of javac.
 */
final class JdkModules {

  private static final String LIMIT = "--limit-modules";
  private static final String ADD = "--add-modules";
  private static final String ADD_EXPORTS = "--add-exports";

  /** Those are resolved only on demand (JEP 11), here as in javac. */
  private static final String INCUBATING = "jdk.incubator.";

  private static final int FIRST_RELEASE_WITH_MODULES = 9;

  private final Lazy<List<String>> ofImage = Lazy.of(JdkModules::ofImage);
  private final ConcurrentMap<Integer, List<String>> ofReleases = new ConcurrentHashMap<>();

  /**
   * Returns whether javac was told of incubating modules. It warns of them then in every
   * compilation, and the process has been warned when it was started with them.
   */
  static boolean areIncubatingAdded(List<String> options) {
    return options.contains(ADD);
  }

  /** Returns the options that make javac see what this process has. */
  List<String> options(CompilerSettings settings) {
    return JavacOptions.release(settings).map(this::ofRelease).getOrElse(ofImage);
  }

  private List<String> ofRelease(int release) {
    return release < FIRST_RELEASE_WITH_MODULES
        ? List.of()
        : ofReleases.computeIfAbsent(
            release, unused -> limit(ReleaseModules.exportingModules(release)));
  }

  private static List<String> ofImage() {
    Set<String> seen = new TreeSet<>();
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      if (isExporting(module.descriptor()) && !isIncubating(module.descriptor().name())) {
        seen.add(module.descriptor().name());
      }
    }
    List<String> added =
        ModuleLayer.boot().configuration().modules().stream()
            .map(ResolvedModule::name)
            .filter(JdkModules::isIncubating)
            .sorted()
            .toList();
    List<String> options = new ArrayList<>(limit(seen));
    if (!added.isEmpty()) {
      options.addAll(List.of(ADD, String.join(",", added)));
    }
    options.addAll(addedExports());
    return List.copyOf(options);
  }

  /** What this process was started to export to plugins beside what the modules declare. */
  private static List<String> addedExports() {
    Module unnamed = unnamed();
    List<String> options = new ArrayList<>();
    for (Module module : ModuleLayer.boot().modules()) {
      if (isResolvedOfJdk(module.getName())) {
        for (String packageName : new TreeSet<>(module.getPackages())) {
          if (module.isExported(packageName, unnamed) && !isDeclared(module, packageName)) {
            options.addAll(
                List.of(ADD_EXPORTS, module.getName() + "/" + packageName + "=ALL-UNNAMED"));
          }
        }
      }
    }
    return options;
  }

  /** Returns a module like those that plugins are in. */
  static Module unnamed() {
    return new ClassLoader(null) {}.getUnnamedModule();
  }

  private static boolean isDeclared(Module module, String packageName) {
    return module.getDescriptor().exports().stream()
        .anyMatch(exports -> !exports.isQualified() && exports.source().equals(packageName));
  }

  /** Limits what javac sees to the JDK's modules in this process, unless that is all of it. */
  private static List<String> limit(Set<String> seen) {
    List<String> resolved = seen.stream().filter(JdkModules::isResolvedOfJdk).toList();
    return resolved.size() == seen.size() ? List.of() : List.of(LIMIT, String.join(",", resolved));
  }

  // A module of the host that was linked into the image is seen through the host view.
  private static boolean isResolvedOfJdk(String name) {
    return ModuleLayer.boot()
        .findModule(name)
        .filter(
            module ->
                JdkModuleRule.isOfJdk(
                    name,
                    module.getDescriptor().rawVersion().orElse(""),
                    Object.class.getModule().getDescriptor().rawVersion().orElse("")))
        .isPresent();
  }

  private static boolean isExporting(ModuleDescriptor module) {
    return module.exports().stream().anyMatch(exports -> !exports.isQualified());
  }

  private static boolean isIncubating(String moduleName) {
    return moduleName.startsWith(INCUBATING);
  }
}
