package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import java.io.IOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The library's own build, told by its classes: alike for the same classes, whether they lie in
 * class folders, in the modules' JARs, or in one JAR together.
 *
 * <p>Where the classes are is found by each module's {@code package-info}, so that test classes of
 * the same packages, elsewhere, are not among them.
 */
final class LibraryBuild {

  /** The packages that the library's modules begin with; the command is none of them. */
  static final List<String> MODULES =
      List.of(
          "dev/loadstone/",
          "dev/loadstone/adapter/bytecode/",
          "dev/loadstone/adapter/classloader/",
          "dev/loadstone/adapter/fs/",
          "dev/loadstone/adapter/javac/",
          "dev/loadstone/application/",
          "dev/loadstone/domain/");

  private static final String FACADE = "dev/loadstone/";
  private static final List<String> WITH_SUBPACKAGES =
      List.of(FACADE + "adapter/", FACADE + "application/", FACADE + "domain/");

  private final ClassLoader loader;

  LibraryBuild(ClassLoader loader) {
    this.loader = loader;
  }

  Digest digest() throws IOException {
    Map<String, Fingerprint> classes = new TreeMap<>();
    for (URL location : locations().values()) {
      LibraryClasses.in(location, FACADE, LibraryBuild::isOfLibrary).forEach(classes::putIfAbsent);
    }
    return Digest.of(
        Bytes.ofUtf8(
            classes.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().text() + "\n")
                .collect(Collectors.joining())));
  }

  private Map<String, URL> locations() throws IOException {
    Map<String, URL> locations = new LinkedHashMap<>();
    for (String module : MODULES) {
      String anchor = module + "package-info" + BinaryNames.CLASS_SUFFIX;
      URL found = loader.getResource(anchor);
      if (found != null) {
        String text = found.toExternalForm();
        String location = text.substring(0, text.length() - anchor.length());
        locations.put(location, new URL(found, location));
      }
    }
    return locations;
  }

  private static boolean isOfLibrary(String entryName) {
    return entryName.endsWith(BinaryNames.CLASS_SUFFIX)
        && (isOfFacade(entryName) || WITH_SUBPACKAGES.stream().anyMatch(entryName::startsWith));
  }

  private static boolean isOfFacade(String entryName) {
    return entryName.startsWith(FACADE) && entryName.lastIndexOf('/') == FACADE.length() - 1;
  }
}
