package dev.loadstone.adapter.javac;

import dev.loadstone.domain.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A well-known library, whose sources are real ones.
 *
 * @param name its name
 * @param jar its classes
 * @param sources its sources but module declarations, sorted by path
 */
record OracleLibrary(String name, Path jar, List<SourceFile> sources) {

  private static final String SOURCES = "-sources.jar";

  /** Returns the libraries that the build has copied, sorted by name. */
  static List<OracleLibrary> all() throws IOException {
    List<OracleLibrary> libraries = new ArrayList<>();
    for (Path sources : jars("sources")) {
      String name = sources.getFileName().toString().replace(SOURCES, "");
      Path jar = folder("libraries").resolve(name + ".jar");
      libraries.add(new OracleLibrary(name, jar, sourcesIn(sources)));
    }
    return List.copyOf(libraries);
  }

  /** Returns the classes of all libraries, and of what they need. */
  static List<Path> allJars() throws IOException {
    return jars("libraries");
  }

  /** Returns some sources, at equal distances, beginning a part of the distance after the first. */
  List<SourceFile> sample(int size, double begin) {
    int count = Math.min(size, sources.size());
    double distance = (double) sources.size() / count;
    return IntStream.range(0, count)
        .mapToObj(i -> sources.get((int) ((i + begin) * distance)))
        .toList();
  }

  /** Returns the sources by the package that they are in, sorted by its folder. */
  SortedMap<String, List<SourceFile>> packages() {
    return sources.stream()
        .collect(Collectors.groupingBy(OracleLibrary::folder, TreeMap::new, Collectors.toList()));
  }

  private static String folder(SourceFile source) {
    return source.path().substring(0, source.path().length() - source.baseName().length());
  }

  private static List<SourceFile> sourcesIn(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<SourceFile> sources = new ArrayList<>();
      for (ZipEntry entry : zip.stream().filter(OracleLibrary::isSource).toList()) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        sources.add(SourceFile.of(entry.getName(), new String(content, StandardCharsets.UTF_8)));
      }
      sources.sort((one, other) -> one.path().compareTo(other.path()));
      return List.copyOf(sources);
    }
  }

  // The application refuses module declarations before any compiler sees them.
  private static boolean isSource(ZipEntry entry) {
    return entry.getName().endsWith(".java") && !entry.getName().endsWith("module-info.java");
  }

  private static List<Path> jars(String folder) throws IOException {
    try (Stream<Path> files = Files.list(folder(folder))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static Path folder(String name) {
    return OracleSettings.folder().resolve(name);
  }
}
