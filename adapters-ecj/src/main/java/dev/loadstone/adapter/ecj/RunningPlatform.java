package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.context.JdkModuleRule;
import io.vavr.Lazy;
import io.vavr.control.Option;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;

/**
 * Those modules of the JDK that this process has resolved, as plugins run with no others, whatever
 * else the runtime image has.
 */
final class RunningPlatform implements PlatformClasses {

  private static final String SUFFIX = ".class";

  private final Lazy<Packages> packages = Lazy.of(Packages::new);
  private final ConcurrentMap<String, ModuleReader> readers = new ConcurrentHashMap<>();
  private final PlatformTypes types = new PlatformTypes();

  /** Which packages there are, with slashes. */
  private static final class Packages {

    private final Map<String, Module> modules = new HashMap<>();
    private final Set<String> exported = new HashSet<>();
    private final Set<String> around = new HashSet<>();

    Packages() {
      Module unnamed = new ClassLoader(null) {}.getUnnamedModule();
      String version = version(Object.class.getModule());
      for (Module module : ModuleLayer.boot().modules()) {
        if (JdkModuleRule.isOfJdk(module.getName(), version(module), version)) {
          for (String name : module.getPackages()) {
            add(name.replace('.', '/'), module, module.isExported(name, unnamed));
          }
        }
      }
    }

    private void add(String name, Module module, boolean isExported) {
      modules.put(name, module);
      if (isExported) {
        exported.add(name);
      }
      addEnclosing(name, '/', around);
    }

    private static String version(Module module) {
      return module.getDescriptor().rawVersion().orElse("");
    }
  }

  @Override
  public Option<ClassFileReader> type(String name) {
    Module module = packages.get().modules.get(packageOf(name));
    return module == null ? Option.none() : types.get(name, each -> read(module, each));
  }

  @Override
  public boolean isPackage(String name) {
    return hasClasses(name) || packages.get().around.contains(name);
  }

  @Override
  public boolean hasClasses(String packageName) {
    return packages.get().modules.containsKey(packageName);
  }

  @Override
  public boolean isExported(String packageName) {
    return packages.get().exported.contains(packageName);
  }

  @Override
  public Option<Exports> module(String name) {
    return Option.ofOptional(ModuleLayer.boot().findModule(name))
        .filter(module -> packages.get().modules.containsValue(module) || isAggregator(module))
        .map(module -> new Exports(exported(module.getDescriptor()), transitive(module)));
  }

  private static boolean isAggregator(Module module) {
    return module.getPackages().isEmpty();
  }

  private static List<String> exported(ModuleDescriptor module) {
    return module.exports().stream()
        .filter(each -> !each.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .sorted()
        .toList();
  }

  /** Returns the modules that whoever reads a module reads beside it. */
  static List<String> transitive(Module module) {
    return module.getDescriptor().requires().stream()
        .filter(each -> each.modifiers().contains(ModuleDescriptor.Requires.Modifier.TRANSITIVE))
        .map(ModuleDescriptor.Requires::name)
        .filter(each -> ModuleLayer.boot().findModule(each).isPresent())
        .sorted()
        .toList();
  }

  /** Adds the names of the packages around one. */
  static void addEnclosing(String packageName, char separator, Set<String> names) {
    for (int end = packageName.indexOf(separator);
        end >= 0;
        end = packageName.indexOf(separator, end + 1)) {
      names.add(packageName.substring(0, end));
    }
  }

  static String packageOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  private Option<byte[]> read(Module module, String name) throws IOException {
    ModuleReader reader = reader(module);
    Optional<ByteBuffer> found = reader.read(name + SUFFIX);
    if (found.isEmpty()) {
      return Option.none();
    }
    try {
      byte[] bytes = new byte[found.get().remaining()];
      found.get().get(bytes);
      return Option.some(bytes);
    } finally {
      reader.release(found.get());
    }
  }

  // Those of the runtime image hold no file open that the JVM would not.
  private ModuleReader reader(Module module) throws IOException {
    ModuleReader known = readers.get(module.getName());
    if (known == null) {
      ModuleReference reference =
          ModuleLayer.boot().configuration().findModule(module.getName()).orElseThrow().reference();
      known = reference.open();
      readers.put(module.getName(), known);
    }
    return known;
  }
}
