package dev.loadstone.adapter.javac;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.testkit.InMemoryHostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * A host whose classes are those of some JARs, read as a class path is: the first class of a name
 * counts, and multi-release JARs give those for this runtime.
 */
final class JarsHostView implements HostView, AutoCloseable {

  private static final String CLASS = ".class";

  private final Map<Path, JarFile> jars = new LinkedHashMap<>();
  private final Map<String, SortedSet<String>> packages = new TreeMap<>();
  private final Map<String, JarFile> classes = new TreeMap<>();

  private JarsHostView() {}

  static JarsHostView of(List<Path> files) throws IOException {
    JarsHostView view = new JarsHostView();
    for (Path file : files) {
      view.add(file);
    }
    return view;
  }

  private void add(Path file) throws IOException {
    JarFile jar = new JarFile(file.toFile(), true, ZipFile.OPEN_READ, Runtime.version());
    jars.put(file, jar);
    jar.versionedStream()
        .map(entry -> entry.getName())
        .filter(name -> name.endsWith(CLASS) && name.contains("/"))
        .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
        .forEach(
            name -> {
              classes.putIfAbsent(name, jar);
              packages.computeIfAbsent(packageOf(name), none -> new TreeSet<>()).add(name);
            });
  }

  /** Returns the JARs, in the order of the class path. */
  List<Path> classPath() {
    return List.copyOf(jars.keySet());
  }

  @Override
  public Try<List<String>> classesIn(String packageName) {
    SortedSet<String> names = packages.get(packageName);
    return Try.success(names == null ? List.of() : List.copyOf(names));
  }

  @Override
  public Try<Option<ClassFile>> classFile(String binaryName) {
    JarFile jar = classes.get(binaryName);
    return jar == null ? Try.success(Option.none()) : Try.of(() -> read(jar, binaryName));
  }

  private static Option<ClassFile> read(JarFile jar, String binaryName) throws IOException {
    String name = binaryName.replace('.', '/') + CLASS;
    try (InputStream content = jar.getInputStream(jar.getJarEntry(name))) {
      return Option.some(new ClassFile(binaryName, Bytes.of(content.readAllBytes())));
    }
  }

  @Override
  public Try<Boolean> hasPackage(String packageName) {
    return packages.containsKey(packageName)
        ? Try.success(true)
        : InMemoryHostView.empty().hasPackage(packageName);
  }

  @Override
  public Try<Option<Hiding>> hiddenBy(String packageName) {
    return Try.success(Option.none());
  }

  @Override
  public Try<Option<Hiding>> hidingOf(String binaryName) {
    return Try.success(Option.none());
  }

  @Override
  public Try<Boolean> listsAll(String packageName) {
    return Try.success(true);
  }

  @Override
  public Try<Option<ClassFile>> classFileForHost(String binaryName) {
    return classFile(binaryName);
  }

  @Override
  public HostView snapshot() {
    return this;
  }

  @Override
  public void close() throws IOException {
    for (JarFile jar : jars.values()) {
      jar.close();
    }
  }

  private static String packageOf(String binaryName) {
    return binaryName.substring(0, binaryName.lastIndexOf('.'));
  }
}
