package dev.loadstone.examples.menu;

import dev.loadstone.Loadstone;
import dev.loadstone.domain.error.PluginException;
import java.nio.file.Path;
import java.util.List;

/** Runs a plugin of several files, given its main file. */
public final class MainFileRunner {

  private MainFileRunner() {}

  /**
   * Runs the example.
   *
   * @param args the main file
   */
  public static void main(String[] args) {
    if (args.length != 1) {
      System.err.println("usage: MainFileRunner MAIN.java");
      System.exit(2);
    }
    System.exit(run(Path.of(args[0])));
  }

  private static int run(Path mainFile) {
    try (Loadstone loadstone = Loadstone.create()) {
      List<Path> files = loadstone.findDependencies(mainFile).get();
      System.out.println("files: " + files);
      loadstone.sideEffects().load(files).get();
      return 0;
    } catch (PluginException error) {
      System.err.println(error.getMessage());
      return 1;
    }
  }
}
