package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.classfile.HostClassSource;
import dev.loadstone.domain.context.AllowedPackages;
import io.vavr.control.Option;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;

/**
 * The host's classes: a class loader, the class path below it, and what of them plugins may see.
 *
 * <p>Closing it closes the class path, releases what the JDK keeps of records, and leaves the
 * host's loader alone.
 */
final class HostEnvironment implements AutoCloseable {

  private final ClassLoader classes;
  private final Option<URLClassLoader> classPath;
  private final HostClassSource source;
  private final ListableRoots roots;
  private final HostPackages packages;
  private final PluginParentLoader pluginParent;
  private final LinkedRecords records = new LinkedRecords();

  private HostEnvironment(
      ClassLoader host,
      Option<URLClassLoader> classPath,
      AllowedPackages allowed,
      HostClassSource source) {
    this.classes = classPath.map(ClassLoader.class::cast).getOrElse(host);
    this.classPath = classPath;
    this.source = source;
    this.roots = new ListableRoots(classes);
    this.packages = new HostPackages(new RuntimeImage(), new HostModules(classes, roots), allowed);
    this.pluginParent = new PluginParentLoader(classes, packages);
  }

  static HostEnvironment open(
      ClassLoader host, List<Path> classPath, AllowedPackages allowed, HostClassSource source) {
    Objects.requireNonNull(host, "host");
    URL[] locations = classPath.stream().map(HostEnvironment::location).toArray(URL[]::new);
    return new HostEnvironment(
        host,
        Option.when(
            locations.length > 0,
            () -> new URLClassLoader("loadstone:class-path", locations, host)),
        allowed,
        source);
  }

  /** The loader that the host's classes come from, those that plugins may not see included. */
  ClassLoader classes() {
    return classes;
  }

  /** What the host itself says of its classes. */
  HostClassSource source() {
    return source;
  }

  /** Where classes can be listed. */
  ListableRoots roots() {
    return roots;
  }

  HostPackages packages() {
    return packages;
  }

  PluginParentLoader pluginParent() {
    return pluginParent;
  }

  LinkedRecords records() {
    return records;
  }

  @Override
  public void close() throws IOException {
    records.releaseAll();
    if (classPath.isDefined()) {
      classPath.get().close();
    }
  }

  private static URL location(Path entry) {
    checkReadable(entry);
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("class path entry " + entry + " has no URL", e);
    }
  }

  // The JDK's own loaders skip such entries silently, and what is missing shows up much later.
  private static void checkReadable(Path entry) {
    if (!Files.exists(entry)) {
      throw new IllegalArgumentException("class path entry " + entry + " does not exist");
    }
    if (!Files.isReadable(entry)) {
      throw new IllegalArgumentException("class path entry " + entry + " cannot be read");
    }
    if (Files.isRegularFile(entry)) {
      checkJar(entry);
    } else if (!Files.isDirectory(entry)) {
      // To open a pipe might block for ever.
      throw new IllegalArgumentException(
          "class path entry "
              + entry
              + " is neither a folder nor a JAR: it is a device, a pipe or a socket");
    }
  }

  private static void checkJar(Path entry) {
    try {
      new ZipFile(entry.toFile()).close();
    } catch (IOException | UnsupportedOperationException e) {
      throw new IllegalArgumentException(
          "class path entry " + entry + " is neither a folder nor a JAR: " + e.getMessage(), e);
    }
  }
}
