package acme.host;

import acme.api.Task;
import dev.loadstone.Loadstone;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import java.util.concurrent.CompletableFuture;

/** A host that builds the library and loads on a thread of the common pool. */
public final class PoolProgram {

  private PoolProgram() {}

  public static void main(String[] arguments) {
    CompletableFuture.runAsync(
            () -> {
              System.out.println(load(Loadstone.builder()));
              System.out.println(
                  load(Loadstone.builder().hostClassLoader(Task.class.getClassLoader())));
            })
        .join();
  }

  private static String load(Loadstone.Builder builder) {
    try (Loadstone loadstone = builder.build()) {
      SourceSet source =
          SourceSet.of(
              SourceFile.of(
                  "P.java",
                  "public class P implements acme.api.Task { public String work() {"
                      + " return acme.api.Greeting.to(\"pool\"); } }"));
      return loadstone.loader(Task.class).load(source).get().work();
    } catch (IllegalArgumentException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage().replace("\n", " | ");
    }
  }
}
