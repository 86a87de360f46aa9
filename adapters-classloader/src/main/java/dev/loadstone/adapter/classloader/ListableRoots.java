package dev.loadstone.adapter.classloader;

import io.vavr.control.Option;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * Finds the places that a class loader and its ancestors, up to the platform's, take classes from.
 *
 * <p>A class loader cannot be asked for its classes. The URLs of a {@link URLClassLoader}, the
 * application's class path and the modules of the boot layer are known; other loaders are asked for
 * the manifests and module descriptors that JARs and modules have at their roots. What none of this
 * finds can only be probed for by name.
 *
 * <p>Loaders may grow, so the places are collected anew where it cannot be told that none has; each
 * JAR is looked into once.
 */
final class ListableRoots {

  private final ClassLoader loader;
  private final boolean complete;
  private final ConcurrentMap<String, JarListing> jars = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, ClassRoot> modules = new ConcurrentHashMap<>();
  private volatile Collected last = new Collected(Option.none(), List.of());

  ListableRoots(ClassLoader loader) {
    this.loader = loader;
    this.complete = areKnown(loader);
  }

  /**
   * Returns whether the roots hold every class that the loaders give: each loader is of a class
   * whose places are known. Agents and options of {@code java} may still have added some to the
   * loaders of the JDK.
   */
  boolean areComplete() {
    return complete;
  }

  List<ClassRoot> collect() {
    Option<List<Object>> size = size();
    Collected known = last;
    if (size.isDefined() && size.equals(known.size())) {
      return known.roots();
    }
    Collected now = new Collected(size, collectNow());
    last = now;
    return now.roots();
  }

  /** Describes for people each loader up to the platform's, and how its classes are found. */
  List<String> describe() {
    List<String> lines = new ArrayList<>();
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    for (ClassLoader next = loader; next != null && next != platform; next = next.getParent()) {
      lines.add(LoaderNames.of(next) + ": " + howFound(next));
    }
    return lines;
  }

  private static String howFound(ClassLoader loader) {
    if (isApplicationLoader(loader)) {
      return "listed by the class path and the module path";
    }
    if (isOurs(loader)) {
      return "listed by this library";
    }
    if (loader instanceof URLClassLoader) {
      return loader.getClass() == URLClassLoader.class
          ? "listed by its URLs"
          : "listed by its URLs, others found by name";
    }
    return "found by name";
  }

  private static boolean areKnown(ClassLoader loader) {
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    for (ClassLoader next = loader; next != null && next != platform; next = next.getParent()) {
      if (next.getClass() != URLClassLoader.class && !isApplicationLoader(next) && !isOurs(next)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOurs(ClassLoader candidate) {
    return candidate instanceof PluginClassLoader || candidate instanceof PluginParentLoader;
  }

  /** What changes when one of the loaders grows; none where nobody can know. */
  private Option<List<Object>> size() {
    List<Object> size = new ArrayList<>();
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    for (ClassLoader next = loader; next != null && next != platform; next = next.getParent()) {
      if (next instanceof URLClassLoader urls) {
        size.add(urls.getURLs().length); // None is ever taken away.
      } else if (isApplicationLoader(next)) {
        size.add(System.getProperty("java.class.path", ""));
      } else if (!isOurs(next)) {
        return Option.none();
      }
    }
    return Option.some(size);
  }

  private List<ClassRoot> collectNow() {
    LocatedRoots found = new LocatedRoots(jars);
    List<ClassRoot> roots = new ArrayList<>();
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    for (ClassLoader next = loader; next != null && next != platform; next = next.getParent()) {
      if (next instanceof URLClassLoader urls) {
        List.of(urls.getURLs()).forEach(found::add);
      } else if (isApplicationLoader(next)) {
        applicationClassPath().forEach(found::add);
        roots.addAll(bootModules(next));
      } else if (next instanceof PluginClassLoader plugin) {
        roots.add(plugin.classes());
      } else if (!isOurs(next)) {
        locationsOf(next).forEach(found::add);
      }
    }
    roots.addAll(found.roots());
    return List.copyOf(roots);
  }

  private record Collected(Option<List<Object>> size, List<ClassRoot> roots) {}

  private static boolean isApplicationLoader(ClassLoader candidate) {
    return "app".equals(candidate.getName())
        && candidate.getClass().getModule().equals(Object.class.getModule());
  }

  private static List<URL> applicationClassPath() {
    String classPath = System.getProperty("java.class.path", "");
    if (classPath.isEmpty() && System.getProperty("jdk.module.main") != null) {
      return List.of();
    }
    List<URL> locations = new ArrayList<>();
    for (String element : classPath.split(File.pathSeparator, -1)) {
      try {
        locations.add(Path.of(element).toUri().toURL());
      } catch (InvalidPathException | MalformedURLException noPath) {
        // The launcher takes anything; its loader finds nothing there.
      }
    }
    return locations;
  }

  private List<ClassRoot> bootModules(ClassLoader definingLoader) {
    ModuleLayer boot = ModuleLayer.boot();
    return boot.configuration().modules().stream()
        .filter(module -> !RuntimeImage.isOfJdk(module.reference()))
        .filter(module -> boot.findLoader(module.name()) == definingLoader)
        .map(this::bootModule)
        .toList();
  }

  private ClassRoot bootModule(ResolvedModule module) {
    return modules.computeIfAbsent(module.name(), unused -> index(module.reference()));
  }

  private static ClassRoot index(ModuleReference module) {
    try (ModuleReader reader = module.open()) {
      return new PackageIndex(reader.list());
    } catch (IOException | UncheckedIOException unreadable) {
      return new PackageIndex(Stream.of());
    }
  }

  private static List<URL> locationsOf(ClassLoader loader) {
    List<URL> locations = new ArrayList<>();
    for (String marker : List.of("module-info.class", "META-INF/MANIFEST.MF")) {
      try {
        for (URL url : Collections.list(loader.getResources(marker))) {
          String text = url.toExternalForm();
          if (text.endsWith(marker)) {
            // With the URL as context, which hands on a stream handler of its own.
            locations.add(new URL(url, text.substring(0, text.length() - marker.length())));
          }
        }
      } catch (IOException notListable) {
        // Left to probing by name.
      }
    }
    return locations;
  }
}
