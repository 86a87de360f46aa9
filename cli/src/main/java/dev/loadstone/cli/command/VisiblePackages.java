package dev.loadstone.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the packages that plugins can use. */
final class VisiblePackages {

  private static final String CLASS = ".class";

  private VisiblePackages() {}

  /** Returns how many packages those of the JDK's modules export to all that this process has. */
  static long ofJdk() {
    return ModuleLayer.boot().configuration().modules().stream()
        .map(ResolvedModule::reference)
        .filter(VisiblePackages::isOfJdk)
        .map(ModuleReference::descriptor)
        .flatMap(module -> module.exports().stream())
        .filter(exports -> !exports.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .distinct()
        .count();
  }

  /** Returns the named packages that have classes in a JAR or class folder. */
  static Set<String> of(Path entry) throws IOException {
    Set<String> folders = new HashSet<>();
    if (Files.isDirectory(entry)) {
      try (Stream<Path> files = Files.walk(entry)) {
        files
            .map(file -> entry.relativize(file).toString())
            .forEach(name -> addFolder(name.replace('\\', '/'), folders));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    } else {
      try (ZipFile jar = new ZipFile(entry.toFile())) {
        jar.stream().map(ZipEntry::getName).forEach(name -> addFolder(name, folders));
      }
    }
    return folders.stream()
        .map(folder -> folder.replace('/', '.'))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isOfJdk(ModuleReference module) {
    return module.location().filter(place -> "jrt".equals(place.getScheme())).isPresent();
  }

  private static void addFolder(String name, Set<String> folders) {
    int slash = name.lastIndexOf('/');
    if (slash > 0 && name.endsWith(CLASS) && !name.startsWith("META-INF/")) {
      folders.add(name.substring(0, slash));
    }
  }
}
