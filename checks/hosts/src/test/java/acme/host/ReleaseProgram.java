package acme.host;

import acme.api.Task;
import dev.loadstone.Loadstone;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;

/** A host that has a plugin compiled for a release, and tells what it does, or what is wrong. */
public final class ReleaseProgram {

  private ReleaseProgram() {}

  public static void main(String[] arguments) {
    SourceFile plugin =
        SourceFile.of(
            "P.java",
            "public class P implements acme.api.Task { public String work() { return \"done\"; } }");
    try (Loadstone loadstone =
        Loadstone.builder().release(Integer.parseInt(arguments[0])).build()) {
      System.out.println(loadstone.loader(Task.class).load(SourceSet.of(plugin)).get().work());
    } catch (PluginException e) {
      System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }
}
