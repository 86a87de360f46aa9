package dev.loadstone;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of this process's class path that consists of JARs only: other users can read it, wherever
 * the original is, and the JVM makes archives of what is in JARs alone.
 */
final class JarredClassPath {

  private JarredClassPath() {}

  static String in(Path folder) throws IOException {
    List<Path> copies = new ArrayList<>();
    for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path original = Path.of(element);
      Path copy = folder.resolve(copies.size() + ".jar");
      if (Files.isDirectory(original)) {
        pack(original, copy);
        copies.add(copy);
      } else if (Files.isRegularFile(original)) {
        copies.add(Files.copy(original, copy));
      }
    }
    return copies.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** As {@link #in}, with the stamps of another build of the library. */
  static String ofAnotherBuild(Path folder) throws IOException {
    String classPath = in(folder);
    for (String jar : classPath.split(File.pathSeparator, -1)) {
      try (FileSystem members = FileSystems.newFileSystem(Path.of(jar))) {
        for (String stamp : List.of("domain", "library")) {
          Path file = members.getPath("META-INF/loadstone/" + stamp + ".build");
          if (Files.exists(file)) {
            String another = "domain sha256:" + "0".repeat(64);
            Files.writeString(
                file,
                Files.readString(file).replaceAll("domain sha256:[0-9a-f]{64}", another),
                StandardOpenOption.TRUNCATE_EXISTING);
          }
        }
      }
    }
    return classPath;
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
  }
}
