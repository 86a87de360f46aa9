package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import java.io.IOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The library's own build, told by its classes: alike for the same classes, whether they lie in
 * class folders, in the modules' JARs, or in one JAR together.
 *
 * <p>Where the classes are is found by each module's {@code package-info}, so that test classes of
 * the same packages, elsewhere, are not among them.
 *
 * <p>Loops, as this is on the way of every start: each lambda expression and stream costs a fresh
 * process.
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
      for (Map.Entry<String, Fingerprint> found :
          LibraryClasses.in(location, FACADE, LibraryBuild::isOfLibrary).entrySet()) {
        classes.putIfAbsent(found.getKey(), found.getValue());
      }
    }
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Fingerprint> found : classes.entrySet()) {
      text.append(found.getKey()).append(' ').append(found.getValue().text()).append('\n');
    }
    return Digest.of(Bytes.ofUtf8(text.toString()));
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
        && (isOfFacade(entryName) || isBelowOtherModule(entryName));
  }

  private static boolean isBelowOtherModule(String entryName) {
    for (String folder : WITH_SUBPACKAGES) {
      if (entryName.startsWith(folder)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfFacade(String entryName) {
    return entryName.startsWith(FACADE) && entryName.lastIndexOf('/') == FACADE.length() - 1;
  }
}
