package dev.loadstone.documentation;

import dev.loadstone.examples.pricing.PricingRule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The folder that a document's reader would be in: the examples' plugins in {@code examples}, a
 * plugin of theirs in {@code rules} and one in {@code Task.java}, and the JAR that an application
 * gives to its operators, {@code app/pricing-api.jar}, with those of its {@link NextReleases} in
 * {@code app-2} and {@code app-3}. The library's JARs are in {@code lib}, and those of the second
 * compiler in {@code compiler}, once the build has packaged them.
 *
 * @param folder the folder
 */
record Workspace(Path folder) {

  private static final List<Class<?>> API =
      List.of(PricingRule.class, dev.loadstone.examples.pricing.Order.class);

  /** Empties the folder and fills it anew. */
  static Workspace in(Path folder) throws IOException {
    Workspace workspace = new Workspace(folder);
    workspace.clear();
    Path examples = Repository.root().resolve("examples");
    for (Path file : Repository.files(examples).toList()) {
      String name = examples.relativize(file).toString();
      if (name.endsWith(".java") && !name.startsWith("src")) {
        workspace.write("examples/" + name, Repository.text(file));
      }
    }
    workspace.write(
        "rules/Pricing.java", Repository.text(examples.resolve("pricing/Pricing.java")));
    workspace.write(
        "Task.java", "public class Task implements Runnable { public void run() {} }\n");
    workspace.writeApi("app/pricing-api.jar");
    NextReleases.writeTo(folder);
    workspace.link("lib", Repository.own("target/library"));
    workspace.link("compiler", Repository.own("target/second-compiler"));
    return workspace;
  }

  private void link(String name, Path packaged) throws IOException {
    if (Files.isDirectory(packaged)) {
      Files.createSymbolicLink(folder.resolve(name), packaged.toAbsolutePath());
    }
  }

  Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new IllegalArgumentException(name);
    }
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void writeApi(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Class<?> type : API) {
        String entry = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(entry));
        try (var content = type.getClassLoader().getResourceAsStream(entry)) {
          content.transferTo(jar);
        }
      }
    }
  }

  /** Keeps the folder itself: it may be the process's working folder. */
  private void clear() throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        delete(entry);
      }
    }
  }

  /** Deletes a file, or a folder with all that is in it. */
  static void delete(Path entry) throws IOException {
    Files.walkFileTree(
        entry,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
