package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles hosts. */
final class HostJar {

  private HostJar() {}

  /**
   * Compiles units and puts the classes into a JAR without folder entries.
   *
   * @param units sources of package {@code host}, each with one public type, without package and
   *     imports
   */
  static Path of(Path jar, String... units) {
    Path classes = classes(jar.resolveSibling(jar.getFileName() + ".classes"), units);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  /** Compiles units into a folder. */
  static Path classes(Path folder, String... units) {
    List<JavaFileObject> sources = new ArrayList<>();
    Arrays.stream(units).forEach(unit -> sources.add(unit(sources.size(), unit)));
    return compile(folder, sources);
  }

  /** Compiles units into a folder, for release 17 whatever compiles them. */
  static Path compile(Path folder, List<? extends JavaFileObject> units) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      Files.createDirectories(folder);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      List<String> options = List.of("--release", "17", "-proc:none", "-nowarn");
      boolean compiled = javac.getTask(output, files, null, options, null, units).call();
      assertThat(compiled).as("%s", output).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private static JavaFileObject unit(int number, String text) {
    String type =
        text.replaceFirst(
            "(?s).*?public (?:abstract |final |sealed |non-sealed )*(?:class|interface|enum|record|@interface) (\\w+).*",
            "$1");
    return unit(
        number + "/" + type + ".java",
        "package host; import java.util.*; import java.util.function.*; " + text);
  }

  static JavaFileObject unit(String name, String text) {
    return new SimpleJavaFileObject(URI.create("mem:///" + name), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
