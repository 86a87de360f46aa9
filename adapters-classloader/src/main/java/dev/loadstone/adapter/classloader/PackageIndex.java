package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.classfile.ClassFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The classes of a JAR or module by package, from the names of its entries alone. */
final class PackageIndex implements ClassRoot {

  private final Map<String, List<String>> classesByPackage = new HashMap<>();

  /** Indexes entry names; what is no class file in a named package is left out. */
  PackageIndex(Stream<String> entryNames) {
    entryNames.filter(PackageIndex::isInNamedPackage).distinct().forEach(this::add);
  }

  private static boolean isInNamedPackage(String entryName) {
    return entryName.endsWith(BinaryNames.CLASS_SUFFIX)
        && entryName.indexOf('/') > 0
        && !entryName.startsWith("META-INF/");
  }

  private void add(String entryName) {
    String name =
        entryName
            .substring(0, entryName.length() - BinaryNames.CLASS_SUFFIX.length())
            .replace('/', '.');
    classesByPackage
        .computeIfAbsent(ClassFile.packageOf(name), unused -> new ArrayList<>())
        .add(name);
  }

  @Override
  public Collection<String> classesIn(String packageName) {
    return classesByPackage.getOrDefault(packageName, List.of());
  }

  @Override
  public boolean isFixed() {
    return true;
  }
}
