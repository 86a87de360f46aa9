package dev.loadstone;

import dev.loadstone.adapter.classloader.ClassLoaderAdapter;
import dev.loadstone.application.CacheTerms;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.content.Limits;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.internal.wiring.LoadstoneComponent;
import dev.loadstone.internal.wiring.Settings;
import io.vavr.control.Option;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A host of thirty classes in a JAR, the same in a folder, and an artifact of a plugin that uses
 * all of them.
 */
final class Fixture {

  static final String FOLDER = "loadstone.benchmarks.folder";
  static final int HOST_CLASSES = 30;
  static final String MAIN_CLASS = "Main";

  private Fixture() {}

  static Path artifact() {
    return folder().resolve("plugin.jar");
  }

  static Path hostJar() {
    return folder().resolve("host.jar");
  }

  static Path hostFolder() {
    return folder().resolve("host");
  }

  static Path source() {
    return folder().resolve(MAIN_CLASS + ".java");
  }

  /** Makes a folder that nobody else uses. */
  static Path newFolder(String name) throws IOException {
    return Files.createTempDirectory(folder(), name);
  }

  /** Names a folder for a cache that is not there yet. */
  static Path newCache() throws IOException {
    return newFolder("caches").resolve("cache");
  }

  /** Begins a library whose host is the JAR. */
  static Loadstone.Builder loadstone() {
    return Loadstone.builder()
        .hostClassLoader(ClassLoader.getPlatformClassLoader())
        .classPath(List.of(hostJar()));
  }

  /** Fails where there was a miss beside the load that filled the cache. */
  static void requireHitsOnly(Loadstone loadstone) {
    CacheReport report = loadstone.cache().report().get();
    if (report.misses() != 1) {
      throw new IllegalStateException("not only hits: " + report);
    }
  }

  private static Path folder() {
    return Path.of(System.getProperty(FOLDER));
  }

  static LoadstoneComponent useCases(Path host) {
    return LoadstoneComponent.create(
        new Settings(
            new CompilerSettings(
                Option.none(),
                List.of(),
                new WarningPolicy(WarningPolicy.Treatment.ERRORS, Set.of())),
            SourceRetention.KEPT,
            List.of(),
            List.of(),
            Limits.defaults(),
            AllowedPackages.everything(),
            ContextPolicy.EXACT,
            Option.none(),
            CacheTerms.DEFAULT,
            event -> {},
            new Settings.Substitutes(Option.none(), Option.none(), Option.none()),
            new Settings.Scheduling(Option.none(), Option.none(), Option.none())),
        new ClassLoaderAdapter(
            ClassLoader.getPlatformClassLoader(), List.of(host), AllowedPackages.everything()));
  }

  static void prepare(Path folder) throws IOException {
    List<JavaFileObject> units = new ArrayList<>();
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < HOST_CLASSES; i++) {
      units.add(unit(i));
      calls.append("    sum += new Service").append(i).append("().value(").append(i).append(");\n");
    }
    Path classes = Files.createDirectories(folder.resolve("host"));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      if (!javac.getTask(null, files, null, List.of("-proc:none"), null, units).call()) {
        throw new IllegalStateException("the host does not compile");
      }
    }
    jar(classes, folder.resolve("host.jar"));
    String plugin =
        "import host.*;\npublic class Main implements Runnable {\n  public void run() {\n    int sum = 0;\n"
            + calls
            + "    if (sum < 0) throw new IllegalStateException();\n  }\n}\n";
    Path source = Files.writeString(folder.resolve(MAIN_CLASS + ".java"), plugin);
    try (Loadstone loadstone =
        Loadstone.builder()
            .hostClassLoader(ClassLoader.getPlatformClassLoader())
            .classPath(List.of(folder.resolve("host.jar")))
            .build()) {
      loadstone
          .loader(Runnable.class)
          .expert()
          .compile(List.of(source), folder.resolve("plugin.jar"))
          .get();
    }
  }

  /** A class as services have them: some ten members, generics, a constant, a nested class. */
  private static JavaFileObject unit(int number) {
    String text =
        """
        package host;
        import java.util.*;
        import java.util.function.*;
        /** A service. */
        public class Service%1$d {
          public static final int LIMIT = %1$d;
          public static final String NAME = "service %1$d";
          private final Map<String, List<Integer>> values = new HashMap<>();
          public Service%1$d() {}
          public int value(int x) { return values.isEmpty() ? x : LIMIT; }
          public Optional<String> find(String key, Predicate<? super String> filter) { return Optional.of(key).filter(filter); }
          public <T extends Comparable<T>> List<T> sorted(Collection<? extends T> all) { return all.stream().<T>map(x -> x).sorted().toList(); }
          public void put(String key, int value) throws IllegalStateException { values.computeIfAbsent(key, k -> new ArrayList<>()).add(value); }
          protected void changed(String key) {}
          @Deprecated public String name() { return NAME; }
          public enum Mode { FAST, SAFE }
          public record Entry(String key, int value) {}
        }
        """
            .formatted(number);
    return new SimpleJavaFileObject(
        URI.create("mem:///Service" + number + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static void jar(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        out.write(Files.readAllBytes(file));
      }
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
