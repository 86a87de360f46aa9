package dev.loadstone.adapter.classloader;

import io.vavr.control.Option;
import java.io.IOException;
import java.lang.module.ModuleReader;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The named modules that the host's classes are in, as far as they can be known without loading a
 * class; the JDK's are not among them.
 *
 * <p>Those of the boot layer, and of the layer of this library with its parents, are known by their
 * packages. The loaders of other layers, the JDK's or those with the descriptor of a module, do not
 * tell their layer: there one class of a package is loaded, which initializes nothing.
 */
final class HostModules {

  private static final String DESCRIPTOR = "module-info.class";
  private static final String LAYER_LOADER = "jdk.internal.loader.Loader";

  /** Stands for the module of every plugin: {@code ALL-UNNAMED} covers each unnamed module. */
  private static final Module UNNAMED = new ClassLoader(null) {}.getUnnamedModule();

  private final ClassLoader host;
  private final ListableRoots roots;
  private final boolean hasLayerLoader;
  private final Map<String, Module> known = new HashMap<>();
  private final ConcurrentMap<String, Option<Module>> ofOtherLayers = new ConcurrentHashMap<>();

  HostModules(ClassLoader host, ListableRoots roots) {
    this.host = host;
    this.roots = roots;
    this.hasLayerLoader = hasLayerLoader(host);
    add(ModuleLayer.boot());
    ModuleLayer own = HostModules.class.getModule().getLayer();
    if (own != null) {
      add(own);
    }
  }

  /** Returns whether every unnamed module can use the public classes of a module's package. */
  static boolean isExported(Module module, String packageName) {
    return module.isExported(packageName, UNNAMED);
  }

  /** Returns the named module that a package of the host belongs to. */
  Option<Module> moduleOf(String packageName) {
    Module module = known.get(packageName);
    if (module != null) {
      return isAsked(module.getClassLoader())
          ? Option.some(module)
          : ofOtherLayers.computeIfAbsent(packageName, name -> givenOf(module, name));
    }
    return hasLayerLoader
        ? ofOtherLayers.computeIfAbsent(packageName, this::moduleOfLoadedClass)
        : Option.none();
  }

  private void add(ModuleLayer layer) {
    for (Module module : layer.modules()) {
      if (!RuntimeImage.isOfJdk(layer, module)) {
        for (String packageName : module.getPackages()) {
          known.putIfAbsent(packageName, module);
        }
      }
    }
    for (ModuleLayer parent : layer.parents()) {
      if (parent != ModuleLayer.boot()) {
        add(parent);
      }
    }
  }

  private Option<Module> moduleOfLoadedClass(String packageName) {
    for (ClassRoot root : roots.collect()) {
      for (String name : root.classesIn(packageName)) {
        try {
          Module module = Class.forName(name, false, host).getModule();
          return Option.when(module.isNamed(), module);
        } catch (ClassNotFoundException | LinkageError notGiven) {
          // Another class of the package may be given.
        }
      }
    }
    return Option.none();
  }

  /**
   * Returns the module of a package if the host's loader gives its classes: one that asks others
   * without having them for parents does, and an isolated one has its own, or none.
   */
  private Option<Module> givenOf(Module module, String packageName) {
    String folder = packageName.replace('.', '/') + '/';
    try (ModuleReader content =
        module.getLayer().configuration().findModule(module.getName()).get().reference().open()) {
      List<String> entries = content.list().toList();
      for (String entry : entries) {
        if (isClassIn(folder, entry)) {
          String name = packageName + '.' + entry.substring(folder.length(), entry.length() - 6);
          try {
            return Option.when(Class.forName(name, false, host).getModule() == module, module);
          } catch (ClassNotFoundException | LinkageError notGiven) {
            // Another class of the package may be given.
          }
        }
      }
      return Option.none();
    } catch (IOException unreadable) {
      return Option.some(module); // What is not known to be the host's own is not taken for it.
    }
  }

  private static boolean isClassIn(String folder, String entry) {
    return entry.startsWith(folder)
        && entry.endsWith(".class")
        && entry.indexOf('/', folder.length()) < 0;
  }

  /** Returns whether the host's loader is, or has among its parents, another one. */
  private boolean isAsked(@Nullable ClassLoader loader) {
    for (ClassLoader next = host; next != null; next = next.getParent()) {
      if (next == loader) {
        return true;
      }
    }
    return loader == null;
  }

  private static boolean hasLayerLoader(ClassLoader host) {
    for (ClassLoader next = host; next != null; next = next.getParent()) {
      if (next.getClass().getName().equals(LAYER_LOADER) || hasModuleDescriptor(next)) {
        return true;
      }
    }
    return false;
  }

  /** A layer can have modules in any loader, which then has the descriptor of one. */
  private static boolean hasModuleDescriptor(ClassLoader loader) {
    return loader instanceof URLClassLoader urls && urls.findResource(DESCRIPTOR) != null;
  }
}
