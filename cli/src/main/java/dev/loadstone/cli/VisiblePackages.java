package dev.loadstone.cli;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Counts the packages that plugins can use. */
final class VisiblePackages {

  private static final String CLASS = ".class";

  private VisiblePackages() {}

  /** Returns how many packages the JDK's modules export to all. */
  static long ofJdk() {
    return ModuleFinder.ofSystem().findAll().stream()
        .map(ModuleReference::descriptor)
        .flatMap(module -> module.exports().stream())
        .filter(exports -> !exports.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .distinct()
        .count();
  }

  /** Returns how many named packages have classes in a JAR or class folder. */
  static int of(Path entry) throws IOException {
    Set<String> folders = new HashSet<>();
    if (Files.isDirectory(entry)) {
      try (Stream<Path> files = Files.walk(entry)) {
        files
            .map(file -> entry.relativize(file).toString())
            .forEach(name -> addFolder(name.replace('\\', '/'), folders));
      }
    } else {
      try (ZipFile jar = new ZipFile(entry.toFile())) {
        jar.stream().map(ZipEntry::getName).forEach(name -> addFolder(name, folders));
      }
    }
    return folders.size();
  }

  private static void addFolder(String name, Set<String> folders) {
    int slash = name.lastIndexOf('/');
    if (slash > 0 && name.endsWith(CLASS) && !name.startsWith("META-INF/")) {
      folders.add(name.substring(0, slash));
    }
  }
}
