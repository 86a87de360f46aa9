package dev.loadstone.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What becomes of {@code app/pricing-api.jar}: in the second release a rule has got a name, in the
 * third a quantity is a {@code long}.
 */
final class NextReleases {

  private static final String PACKAGE = "dev/loadstone/examples/pricing/";
  private static final String METHOD = "BigDecimal price(Order order);";

  private static final byte[] SECOND =
      jar(
          Map.of(
              "PricingRule.java",
              source("PricingRule.java")
                  .replace(METHOD, METHOD + " default String name() { return \"\"; }"),
              "Order.java",
              source("Order.java")));
  private static final byte[] THIRD =
      jar(
          Map.of(
              "PricingRule.java",
              source("PricingRule.java"),
              "Order.java",
              source("Order.java").replace("int quantity", "long quantity")));

  private NextReleases() {}

  /** Writes a JAR into each release's folder, which there is not yet. */
  static void writeTo(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> release : Map.of("app-2", SECOND, "app-3", THIRD).entrySet()) {
      Path app = Files.createDirectory(folder.resolve(release.getKey()));
      Files.write(app.resolve("pricing-api.jar"), release.getValue());
    }
  }

  private static String source(String name) {
    return Repository.text(Repository.root().resolve("examples/src/main/java/" + PACKAGE + name));
  }

  private static byte[] jar(Map<String, String> sources) {
    try {
      Path folder = Files.createTempDirectory("release");
      try {
        return jar(folder, sources);
      } finally {
        Workspace.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] jar(Path folder, Map<String, String> sources) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      files.add(Files.writeString(folder.resolve(source.getKey()), source.getValue(), UTF_8));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
      List<String> options = List.of("-proc:none", "-d", folder.resolve("classes").toString());
      if (!compiler
          .getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call()) {
        throw new AssertionError("the next release does not compile");
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      for (String name : List.of("Order.class", "PricingRule.class")) {
        jar.putNextEntry(new JarEntry(PACKAGE + name));
        Files.copy(folder.resolve("classes").resolve(PACKAGE + name), jar);
      }
    }
    return bytes.toByteArray();
  }
}
