package acme.host;

import acme.api.Task;
import dev.loadstone.Loadstone;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A host that names the annotation processors of its arguments, has a plugin compiled that needs
 * them, and tells what it does, or what is wrong.
 */
public final class ProcessorProgram {

  private ProcessorProgram() {}

  public static void main(String[] jars) {
    SourceFile plugin =
        SourceFile.of(
            "P.java",
            "public class P implements acme.api.Task {"
                + " public String work() { return acme.made.Made.TEXT; } }");
    List<Path> processors = Stream.of(jars).map(Path::of).toList();
    try (Loadstone loadstone = Loadstone.builder().annotationProcessors(processors).build()) {
      System.out.println(loadstone.loader(Task.class).load(SourceSet.of(plugin)).get().work());
    } catch (PluginException e) {
      System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }
}
