package dev.loadstone.adapter.classloader;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/**
 * Collects folders and JARs by URL, with what the manifests of the JARs add (the JAR file
 * specification's {@code Class-Path}), each once.
 */
final class LocatedRoots {

  private final ConcurrentMap<String, JarListing> listed;
  private final Set<String> visited = new HashSet<>();
  private final List<ClassRoot> roots = new ArrayList<>();

  /**
   * Begins an empty collection.
   *
   * @param listed the JARs that have been looked into, by URL; others are added
   */
  LocatedRoots(ConcurrentMap<String, JarListing> listed) {
    this.listed = listed;
  }

  void add(URL location) {
    switch (location.getProtocol()) {
      case "file" -> addFile(location);
      case "jar" -> addJar(location, location);
      case "jrt" -> {} // The JDK's own, which are never the host's.
      default -> addOther(location);
    }
  }

  List<ClassRoot> roots() {
    return roots;
  }

  private void addFile(URL location) {
    Path file = pathOf(location);
    // As a URL class loader tells them apart: a folder may come to be there later.
    if (!location.getPath().endsWith("/") && !Files.isDirectory(file)) {
      addOther(location);
    } else if (visited.add(location.toExternalForm())) {
      roots.add(new FolderRoot(file));
    }
  }

  // What a URL class loader would take for a JAR.
  private void addOther(URL location) {
    if (!location.getPath().endsWith("/")) {
      try {
        addJar(new URL("jar:" + location.toExternalForm() + "!/"), location);
      } catch (MalformedURLException e) {
        throw new IllegalStateException("a jar URL around " + location + " is refused", e);
      }
    }
  }

  private void addJar(URL jar, URL base) {
    if (visited.add(jar.toExternalForm())) {
      JarListing listing =
          listed.computeIfAbsent(jar.toExternalForm(), unused -> JarListing.of(jar));
      roots.add(listing.classes());
      listing.classPath().forEach(element -> addElement(base, element));
    }
  }

  private void addElement(URL jar, String element) {
    try {
      URL location = new URL(jar, element);
      if (location.getProtocol().equals(jar.getProtocol())) {
        add(location);
      }
    } catch (MalformedURLException noUrl) {
      // The JDK's loaders ignore such an element.
    }
  }

  private static Path pathOf(URL file) {
    try {
      return Path.of(file.toURI());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      // File.toURL, long deprecated, leaves spaces as they are.
      return Path.of(URI.create("file:///").resolve(quoted(file.getPath())));
    }
  }

  private static URI quoted(String path) {
    try {
      return new URI(null, path, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path cannot be quoted: " + path, e);
    }
  }
}
