package dev.loadstone;

import dev.loadstone.internal.wiring.LibraryStamps;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A copy of this library's files by module, to be changed, packaged in other ways, and loaded again
 * beside the original. Immutable.
 */
final class LibraryCopy {

  private static final String STAMPS = "META-INF/loadstone/";

  private final Map<String, Map<String, byte[]>> modules;

  private LibraryCopy(Map<String, Map<String, byte[]>> modules) {
    this.modules = modules;
  }

  static LibraryCopy ofThisBuild() {
    Map<String, Map<String, byte[]>> modules = new TreeMap<>();
    LibraryStamps.MODULES.forEach((module, type) -> modules.put(module, files(type)));
    return new LibraryCopy(modules);
  }

  /** A build that differs from this one in one module, and knows so. */
  static LibraryCopy ofAnotherBuild() {
    LibraryCopy copy = ofThisBuild();
    String original = copy.stamp("domain");
    String changed = original.replaceAll("[0-9a-f]{64}", "0".repeat(64));
    return copy.with("domain", STAMPS + "domain.build", changed)
        .with(
            "bootstrap",
            STAMPS + "library.build",
            copy.text("bootstrap", STAMPS + "library.build").replace(original, changed));
  }

  String stamp(String module) {
    return text(module, STAMPS + module + ".build");
  }

  private String text(String module, String name) {
    return new String(modules.get(module).get(name), StandardCharsets.UTF_8);
  }

  Map<String, byte[]> files(String module) {
    return Collections.unmodifiableMap(modules.get(module));
  }

  /** With another text for a stamp, {@code library} being that of all. */
  LibraryCopy withStamp(String stamp, String text) {
    return with(moduleOf(stamp), STAMPS + stamp + ".build", text);
  }

  LibraryCopy withoutStamp(String stamp) {
    return without((module, name) -> name.equals(STAMPS + stamp + ".build"));
  }

  /** Without the files whose name fits, as a shrinker leaves it. */
  LibraryCopy without(Predicate<String> names) {
    return without((module, name) -> names.test(name));
  }

  private LibraryCopy without(BiPredicate<String, String> unwanted) {
    Map<String, Map<String, byte[]>> fewer = new TreeMap<>();
    modules.forEach(
        (module, files) -> {
          Map<String, byte[]> kept = new TreeMap<>(files);
          kept.keySet().removeIf(name -> unwanted.test(module, name));
          fewer.put(module, kept);
        });
    return new LibraryCopy(fewer);
  }

  private LibraryCopy with(String module, String name, String text) {
    Map<String, Map<String, byte[]>> more = new TreeMap<>(modules);
    Map<String, byte[]> files = new TreeMap<>(modules.get(module));
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
    more.put(module, files);
    return new LibraryCopy(more);
  }

  /** With a class of these tests, in the module that makes the library. */
  LibraryCopy withTestClass(Class<?> type) {
    Map<String, Map<String, byte[]>> more = new TreeMap<>(modules);
    Map<String, byte[]> files = new TreeMap<>(modules.get("bootstrap"));
    String start = type.getName().replace('.', '/');
    files(type)
        .forEach(
            (name, content) -> {
              if (name.equals(start + ".class") || name.startsWith(start + "$")) {
                files.put(name, content);
              }
            });
    more.put("bootstrap", files);
    return new LibraryCopy(more);
  }

  private static String moduleOf(String stamp) {
    return stamp.equals("library") ? "bootstrap" : stamp;
  }

  Map<String, byte[]> allFiles() {
    Map<String, byte[]> all = new TreeMap<>();
    modules.values().forEach(all::putAll);
    return all;
  }

  List<Path> asFolders(Path folder) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, Map<String, byte[]>> module : modules.entrySet()) {
      Path root = folder.resolve(module.getKey());
      for (Map.Entry<String, byte[]> file : module.getValue().entrySet()) {
        Path target = root.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.write(target, file.getValue());
      }
      written.add(root);
    }
    return written;
  }

  List<Path> asJars(Path folder) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, Map<String, byte[]>> module : modules.entrySet()) {
      written.add(jar(folder.resolve(module.getKey() + ".jar"), module.getValue()));
    }
    return written;
  }

  Path asOneJar(Path file) throws IOException {
    return jar(file, allFiles());
  }

  private static Path jar(Path file, Map<String, byte[]> content) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : content.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return file;
  }

  /** Asks the library that a loader gives for its identity. */
  @SuppressWarnings("unchecked")
  static Try<Object> identity(ClassLoader loader) throws ReflectiveOperationException {
    Method identity =
        Class.forName(LibraryStamps.class.getName(), true, loader).getDeclaredMethod("identity");
    identity.setAccessible(true);
    return (Try<Object>) identity.invoke(null);
  }

  /** Returns a loader of what the library needs, without any of the library. */
  static ClassLoader withoutLibrary() {
    return new ClassLoader(LibraryCopy.class.getClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("dev.loadstone.")) {
          throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
      }

      @Override
      public URL getResource(String name) {
        return isOfLibrary(name) ? null : super.getResource(name);
      }

      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        return isOfLibrary(name) ? Collections.emptyEnumeration() : super.getResources(name);
      }

      private static boolean isOfLibrary(String name) {
        return name.startsWith(STAMPS) || name.startsWith("dev/loadstone/");
      }
    };
  }

  /** Returns the JARs of what the library needs. */
  static List<Path> dependencies() {
    return Stream.of(
            "io.vavr.control.Option",
            "io.vavr.Patterns",
            "dagger.internal.DoubleCheck",
            "jakarta.inject.Provider",
            "javax.inject.Provider",
            "org.objectweb.asm.ClassReader")
        .flatMap(LibraryCopy::place)
        .distinct()
        .toList();
  }

  private static Stream<Path> place(String type) {
    try {
      return Stream.of(place(Class.forName(type)));
    } catch (ClassNotFoundException notThere) {
      return Stream.of();
    }
  }

  private static Path place(Class<?> type) {
    return Path.of(
        URI.create(type.getProtectionDomain().getCodeSource().getLocation().toExternalForm()));
  }

  static URLClassLoader loader(List<Path> places) {
    return new URLClassLoader(urls(places), withoutLibrary());
  }

  static URL[] urls(List<Path> places) {
    return places.stream()
        .map(
            place -> {
              try {
                return place.toUri().toURL();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toArray(URL[]::new);
  }

  private static Map<String, byte[]> files(Class<?> type) {
    try {
      Path place = place(type);
      if (Files.isDirectory(place)) {
        return files(place);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return files(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the descriptor of a module: one of many would be in the JAR of all. */
  private static Map<String, byte[]> files(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        if (file.endsWith("module-info.class")) {
          continue;
        }
        try (InputStream content = Files.newInputStream(file)) {
          files.put(
              root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/"),
              content.readAllBytes());
        }
      }
    }
    return files;
  }
}
