package dev.loadstone.adapter.javac;

import dev.loadstone.domain.error.Tries;
import io.vavr.control.Try;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Names that would be a class's if the host had one of that name, and then mean something else:
 *
 * <ul>
 *   <li>a simple name that is looked for in packages of the host that are imported on demand, or
 *       before that in the plugin's own package: where that cannot be listed, nothing but a class
 *       of this name tells that the host has the package, too;
 *   <li>a package that an import declaration names: it is looked for as a class first (JLS
 *       6.5.4.2);
 *   <li>a package of the plugin's, or one around it, with which a class of its name clashes (JLS
 *       7.1).
 * </ul>
 */
final class AbsentClasses {

  /** No class of the host's is in such a package (java.lang.ClassLoader.defineClass). */
  private static final String JAVA = "java.";

  private final HostClasses hostClasses;
  private final TreeSet<String> packages = new TreeSet<>();

  AbsentClasses(HostClasses hostClasses) {
    this.hostClasses = hostClasses;
  }

  /** Adds a package and all around it: no class may have the name of one. */
  void addPackageAndOuter(String packageName) {
    String name = packageName;
    while (name.indexOf('.') >= 0) {
      packages.add(name);
      name = name.substring(0, name.lastIndexOf('.'));
    }
  }

  /** Finds those that the host does not have; a failure is the host view's. */
  Try<SortedSet<String>> among(Collection<UnitNames> units) {
    units.forEach(unit -> unit.packages().forEach(this::addPackageAndOuter));
    SortedSet<String> absent = new TreeSet<>();
    return Tries.traverse(packages, name -> addUnlessClass(name, absent))
        .flatMap(packagesDone -> Tries.traverse(units, unit -> addNames(unit, absent)))
        .map(allDone -> absent);
  }

  private Try<Boolean> addUnlessClass(String packageName, Set<String> absent) {
    return packageName.startsWith(JAVA)
        ? Try.success(false)
        : hostClasses.has(packageName).map(isClass -> !isClass && absent.add(packageName));
  }

  private Try<Boolean> addNames(UnitNames unit, Set<String> absent) {
    return Tries.traverse(unit.onDemand(), name -> addNamesOnDemand(name, unit, absent))
        .flatMap(onDemandDone -> isOwnPackageListed(unit))
        .peek(
            isListed -> {
              if (!isListed) {
                add(unit.packageName(), unit, List.of(), absent);
              }
            });
  }

  private Try<List<String>> addNamesOnDemand(
      String packageName, UnitNames unit, Set<String> absent) {
    return hostClasses
        .namesIn(packageName)
        .peek(
            present -> {
              if (!present.isEmpty()) {
                add(packageName, unit, present, absent);
              }
            });
  }

  // No class of the host in the unnamed package exists for plugins.
  private Try<Boolean> isOwnPackageListed(UnitNames unit) {
    return unit.packageName().isEmpty()
        ? Try.success(true)
        : hostClasses.listsAll(unit.packageName());
  }

  private static void add(
      String packageName, UnitNames unit, List<String> present, Set<String> absent) {
    unit.lookedFor().stream()
        .map(name -> packageName + "." + name)
        .filter(name -> !present.contains(name))
        .forEach(absent::add);
  }
}
