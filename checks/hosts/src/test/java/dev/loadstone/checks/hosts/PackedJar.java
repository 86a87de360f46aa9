package dev.loadstone.checks.hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A JAR to be, with all that is put into it. */
final class PackedJar {

  private final Manifest manifest = new Manifest();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  PackedJar() {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  /** Adds a line to its manifest. */
  PackedJar header(String name, String value) {
    manifest.getMainAttributes().putValue(name, value);
    return this;
  }

  /** Adds class files of a folder, those below some packages. */
  PackedJar classes(String prefix, Path folder, String... packages) throws IOException {
    for (String each : packages) {
      Path root = folder.resolve(each.replace('.', '/'));
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          add(prefix + folder.relativize(file).toString().replace('\\', '/'), file);
        }
      }
    }
    return this;
  }

  /** Adds a file as it is. */
  PackedJar add(String name, Path file) throws IOException {
    entries.put(name, Files.readAllBytes(file));
    return this;
  }

  /** Adds what another JAR holds, but its manifest; what is there already stays. */
  PackedJar merge(Path jar) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        if (!entry.isDirectory()
            && !name.equals("META-INF/MANIFEST.MF")
            && !name.endsWith("module-info.class")) {
          entries.putIfAbsent(name, in.readAllBytes());
        }
      }
    }
    return this;
  }

  /** Stores its entries: loaders of JARs in a JAR can read no others. */
  Path write(Path file) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      for (String name : directories()) {
        out.putNextEntry(new ZipEntry(name));
      }
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        CRC32 crc = new CRC32();
        crc.update(each.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(each.getValue().length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(each.getValue());
      }
    }
    return file;
  }

  private SortedSet<String> directories() {
    SortedSet<String> directories = new TreeSet<>();
    for (String name : entries.keySet()) {
      for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
        directories.add(name.substring(0, end + 1));
      }
    }
    return directories;
  }

  /** Returns the packages that hold classes, in order. */
  Stream<String> packages() {
    return entries.keySet().stream()
        .filter(name -> name.endsWith(".class") && name.indexOf('/') > 0)
        .filter(name -> !name.startsWith("META-INF/"))
        .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
        .distinct()
        .sorted();
  }
}
