package dev.loadstone;

import java.nio.file.Path;
import java.util.function.IntSupplier;

/** A program that loads an artifact without the scheduler and prints its value. */
final class LoadInAnotherProcess {

  private LoadInAnotherProcess() {}

  public static void main(String[] arguments) {
    try (Loadstone loadstone = Loadstone.create()) {
      IntSupplier plugin =
          loadstone
              .loader(IntSupplier.class)
              .expert()
              .blockingLoadArtifact(Path.of(arguments[0]))
              .get();
      System.out.println(plugin.getAsInt());
    }
  }
}
