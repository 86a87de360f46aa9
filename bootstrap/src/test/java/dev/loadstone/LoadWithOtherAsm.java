package dev.loadstone;

import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.source.SourceSet;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.ToolProvider;

/**
 * A program that compiles two versions of a host, and a plugin with the first, for the release that
 * runs; or that prints what becomes of the plugin, whichever ASM is in the class path.
 */
final class LoadWithOtherAsm {

  private static final SourceSet PLUGIN =
      Sources.of(
          "Main.java",
          "public class Main implements java.util.function.Supplier<String>, host.Rule {"
              + " public int price(int i) { return i; }"
              + " public String get() { return \"price \" + price(3); } }");

  private LoadWithOtherAsm() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    if (arguments[0].equals("compile")) {
      host(folder.resolve("1"), "int price(int i);");
      host(folder.resolve("2"), "long price(long i);");
      try (Loadstone loadstone = loadstone(folder.resolve("1"), Loadstone.builder())) {
        Path source = Sources.write(folder, "Main.java", PLUGIN.mainFile().text());
        loadstone
            .loader(new TypeRef<Supplier<String>>() {})
            .expert()
            .compile(List.of(source), jar(folder))
            .get();
      }
      return;
    }
    for (ContextPolicy policy : ContextPolicy.values()) {
      for (String version : List.of("1", "2")) {
        try (Loadstone loadstone =
            loadstone(folder.resolve(version), Loadstone.builder().contextPolicy(policy))) {
          for (Difference difference : loadstone.differences(jar(folder)).get()) {
            System.out.println(policy + " " + version + " " + difference);
          }
        }
      }
    }
    Loadstone.Builder builder =
        Loadstone.builder()
            .cache(CacheSettings.at(folder.resolve("cache")))
            .listener(LoadWithOtherAsm::print);
    try (Loadstone loadstone = loadstone(folder.resolve("1"), builder)) {
      PluginLoader<Supplier<String>> loader = loadstone.loader(new TypeRef<Supplier<String>>() {});
      System.out.println("support " + loadstone.classFileSupport());
      System.out.println("sources " + loader.load(PLUGIN).get().get());
      System.out.println(
          "write "
              + loader
                  .expert()
                  .compile(List.of(folder.resolve("Main.java")), folder.resolve("other.jar"))
                  .await()
                  .getCause()
                  .get());
      System.out.println("written " + Files.exists(folder.resolve("other.jar")));
    }
  }

  private static void print(Event event) {
    if (event instanceof Event.CacheUnusable unusable) {
      System.out.println("cache " + unusable.problem());
    }
  }

  private static Path jar(Path folder) {
    return folder.resolve("main.jar");
  }

  private static Loadstone loadstone(Path host, Loadstone.Builder builder)
      throws MalformedURLException {
    URL[] classes = {host.toUri().toURL()};
    return builder
        .hostClassLoader(new URLClassLoader(classes, ClassLoader.getPlatformClassLoader()))
        .build();
  }

  private static void host(Path classes, String member) throws Exception {
    Files.createDirectories(classes);
    Path source =
        Files.writeString(
            classes.resolve("Rule.java"), "package host; public interface Rule { " + member + " }");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), source.toString());
    if (failed != 0) {
      throw new IllegalStateException("the host does not compile");
    }
  }
}
