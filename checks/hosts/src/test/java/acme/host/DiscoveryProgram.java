package acme.host;

import dev.loadstone.Loadstone;
import java.nio.file.Path;

/** A host that tells which files a plugin's main file needs. */
public final class DiscoveryProgram {

  private DiscoveryProgram() {}

  public static void main(String[] arguments) {
    try (Loadstone loadstone = Loadstone.create()) {
      loadstone
          .findDependencies(Path.of(arguments[0]))
          .get()
          .forEach(file -> System.out.println(file.getFileName()));
    }
  }
}
