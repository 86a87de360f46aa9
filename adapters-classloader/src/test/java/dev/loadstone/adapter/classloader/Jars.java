package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.content.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Writes JARs and class folders for tests. */
final class Jars {

  private Jars() {}

  /** Writes a JAR without entries for its folders. */
  static Path write(Path jar, Map<String, Bytes> entries) throws IOException {
    return write(jar, Map.of(), entries);
  }

  static Path write(Path jar, Map<String, String> manifest, Map<String, Bytes> entries)
      throws IOException {
    Files.createDirectories(jar.getParent());
    try (JarOutputStream out =
        new JarOutputStream(Files.newOutputStream(jar), manifestOf(manifest))) {
      for (Map.Entry<String, Bytes> entry : new TreeMap<>(entries).entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().toByteArray());
      }
    }
    return jar;
  }

  static Path writeWithFolders(Path jar, Map<String, Bytes> entries) throws IOException {
    Map<String, Bytes> all = new TreeMap<>(entries);
    for (String name : new TreeSet<>(entries.keySet())) {
      for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
        all.put(name.substring(0, end + 1), Bytes.of(new byte[0]));
      }
    }
    return write(jar, all);
  }

  static Path writeFolder(Path folder, Map<String, Bytes> entries) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, Bytes> entry : entries.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue().toByteArray());
    }
    return folder;
  }

  private static Manifest manifestOf(Map<String, String> attributes) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
    return manifest;
  }

  /** Makes a pipe that nobody writes to. */
  static Path pipe(Path place) throws IOException, InterruptedException {
    int status = new ProcessBuilder("mkfifo", place.toString()).start().waitFor();
    if (status != 0) {
      throw new IOException("mkfifo ended with " + status);
    }
    return place;
  }
}
