package dev.loadstone.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Files for plugins to be made of.
 *
 * @param folder where they are
 */
public record PluginFiles(Path folder) {

  /** Writes a source and returns its name. */
  public String source(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return name;
  }

  /** Writes a source whose {@code main} has some statements. */
  public String main(String className, String statements) throws IOException {
    return source(
        className + ".java",
        """
        public class %s {
          public static void main(String[] args) throws Exception {
            %s
          }
        }
        """
            .formatted(className, statements));
  }

  /** Compiles a class of a host into a JAR, and returns the JAR's name. */
  public String hostJar(String jarName, String className, String text) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(jarName + "-classes"));
    Path source = folder.resolve(jarName + "-sources/" + className.replace('.', '/') + ".java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, text);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("--release", "17", "-d", classes.toString());
      if (!compiler
          .getTask(null, files, null, options, null, files.getJavaFileObjects(source))
          .call()) {
        throw new AssertionError(className + " does not compile");
      }
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve(jarName));
        JarOutputStream jar = new JarOutputStream(out);
        Stream<Path> compiled = Files.walk(classes)) {
      for (Path file : compiled.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, jar);
      }
    }
    return jarName;
  }
}
