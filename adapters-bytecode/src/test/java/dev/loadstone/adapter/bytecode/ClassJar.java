package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The ABIs of all classes in one place, by name. */
record ClassJar(Map<String, ClassAbi> classes) {

  private static final AsmClassFileReader READER = new AsmClassFileReader();
  private static final String SUFFIX = ".class";

  static ClassJar ofJar(Path jar) throws IOException {
    Map<String, ClassAbi> classes = new HashMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (ZipEntry entry : file.stream().filter(ClassJar::isClass).toList()) {
        put(classes, entry.getName(), file.getInputStream(entry).readAllBytes());
      }
    }
    return new ClassJar(classes);
  }

  private static boolean isClass(ZipEntry entry) {
    return isClass(entry.getName()) && !entry.getName().startsWith("META-INF/");
  }

  static ClassJar ofFolder(Path folder) throws IOException {
    Map<String, ClassAbi> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> isClass(file.toString()))
          .forEach(
              file -> {
                try {
                  put(classes, folder.relativize(file).toString(), Files.readAllBytes(file));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return new ClassJar(classes);
  }

  private static boolean isClass(String name) {
    return name.endsWith(SUFFIX) && !name.endsWith("module-info.class");
  }

  private static void put(Map<String, ClassAbi> classes, String entryName, byte[] bytes) {
    String name = entryName.substring(0, entryName.length() - SUFFIX.length()).replace('/', '.');
    classes.put(name, READER.abi(new ClassFile(name, Bytes.of(bytes))).get());
  }

  /** The class and all of its supertypes, as far as they are here. */
  Set<String> withSupertypes(String name) {
    Set<String> found = new HashSet<>();
    collect(name, found);
    return found;
  }

  private void collect(String name, Set<String> found) {
    ClassAbi type = classes.get(name);
    if (type != null && found.add(name)) {
      type.superclass().forEach(superclass -> collect(superclass, found));
      List<String> interfaces = type.interfaces();
      interfaces.forEach(each -> collect(each, found));
    }
  }
}
