package acme.host;

import acme.api.Task;
import dev.loadstone.CacheSettings;
import dev.loadstone.Loadstone;
import dev.loadstone.PluginLoader;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A host, whatever it is packed in: it loads plugins that name its classes in each form, by an
 * artifact and from a cache, and tells a line of each. It names no type of the library's
 * dependencies, so that it compiles against a copy in which they have other names.
 */
public final class HostProgram implements Function<Path, List<String>> {

  private final Map<String, String> forms = new LinkedHashMap<>();
  private String artifactSource = plugin("import acme.api.Greeting;", "Greeting.to(\"you\")");

  public HostProgram() {
    forms.put("single import", artifactSource);
    forms.put("star import", plugin("import acme.api.*;", "Greeting.to(\"all\")"));
    forms.put("qualified name", plugin("", "acme.api.Greeting.to(\"me\")"));
    forms.put("nested type", plugin("import acme.api.Greeting.Kind;", "Kind.LOUD.name()"));
    forms.put("package of the host", "package acme.api; " + plugin("", "\"\""));
  }

  /**
   * Begins in the folder that is the first argument; each two more are imports and an expression, a
   * form of their own. The last form is that of the artifact.
   */
  public static void main(String[] arguments) {
    HostProgram host = new HostProgram();
    for (int i = 1; i < arguments.length; i += 2) {
      host.artifactSource = plugin(arguments[i], arguments[i + 1]);
      host.forms.put((arguments[i] + " " + arguments[i + 1]).strip(), host.artifactSource);
    }
    host.apply(Path.of(arguments[0])).forEach(System.out::println);
  }

  private static String plugin(String imports, String expression) {
    return imports
        + " public class P implements acme.api.Task { public String work() { return "
        + expression
        + "; } }";
  }

  @Override
  public List<String> apply(Path folder) {
    List<String> lines = new ArrayList<>();
    try (Loadstone loadstone = builder().build()) {
      PluginLoader<Task> tasks = loadstone.loader(Task.class);
      forms.forEach(
          (name, text) ->
              lines.add(name + ": " + told(() -> tasks.load(memory(text)).get().work())));
      Path artifact = folder.resolve("p.jar");
      lines.add("artifact: " + told(() -> compiled(tasks, folder, artifact).work()));
      lines.add("library: " + told(() -> "" + loadstone.libraryBuild().isSuccess()));
    }
    lines.add("cache: " + told(() -> cached(folder)));
    return lines;
  }

  /** As a host whose loader asks the application's without having it for a parent. */
  public static final class Delegating extends ClassLoader {

    private final ClassLoader application = ClassLoader.getSystemClassLoader();

    private Delegating() {
      super(null);
    }

    public static void main(String[] arguments) {
      Thread.currentThread().setContextClassLoader(new Delegating());
      HostProgram.main(arguments);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      return application.loadClass(name);
    }

    @Override
    public URL getResource(String name) {
      return application.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return application.getResources(name);
    }
  }

  /** Only loads an artifact, that of another process. */
  public static final class Later {

    private Later() {}

    public static void main(String[] arguments) {
      try (Loadstone loadstone =
          builder().contextPolicy(ContextPolicy.valueOf(arguments[1])).build()) {
        PluginLoader<Task> tasks = loadstone.loader(Task.class);
        System.out.println(
            told(() -> tasks.expert().loadArtifact(Path.of(arguments[0])).get().work()));
      }
    }
  }

  private static Loadstone.Builder builder() {
    return Loadstone.builder().hostClassLoader(HostProgram.class.getClassLoader());
  }

  private static SourceSet memory(String text) {
    return SourceSet.of(SourceFile.of("P.java", text));
  }

  private Task compiled(PluginLoader<Task> tasks, Path folder, Path artifact) throws IOException {
    Path source = Files.writeString(folder.resolve("P.java"), artifactSource);
    tasks.expert().compile(List.of(source), artifact).get();
    return tasks.expert().loadArtifact(artifact).get();
  }

  /** Loads a plugin twice, and gives what the cache had each time. */
  private String cached(Path folder) {
    List<String> events = new ArrayList<>();
    IntStream.range(0, 2)
        .forEach(
            time -> {
              try (Loadstone loadstone =
                  builder()
                      .cache(CacheSettings.at(folder.resolve("cache")))
                      .listener(event -> note(event, events))
                      .build()) {
                loadstone.loader(Task.class).load(memory(artifactSource)).get();
              }
            });
    return String.join(", ", events);
  }

  private static void note(Event event, List<String> events) {
    if (event instanceof Event.CacheHit) {
      events.add("hit");
    } else if (event instanceof Event.CacheMiss) {
      events.add("miss");
    } else if (event instanceof Event.CacheUnusable) {
      events.add("unusable");
    }
  }

  private static String told(Callable<String> work) {
    try {
      return work.call();
    } catch (Exception e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage().replace("\n", " | ");
    }
  }
}
