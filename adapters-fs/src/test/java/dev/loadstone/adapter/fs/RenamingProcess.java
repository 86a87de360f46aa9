package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Renames each temporary folder or file that it finds, and puts what a second folder holds in its
 * place for a moment, until its input says to end.
 */
final class RenamingProcess {

  private RenamingProcess() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<Path> planted;
    try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(arguments[1]))) {
      planted = new ArrayList<>();
      found.forEach(planted::add);
    }
    planted.sort(Comparator.naturalOrder());
    System.out.println("begins");
    for (int taken = 0; System.in.available() == 0; ) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, ".loadstone-*.tmp")) {
        for (Path each : found) {
          Files.move(each, folder.resolve("taken-" + taken++));
          plant(planted.get(taken % planted.size()), each);
        }
      } catch (IOException | DirectoryIteratorException e) {
        Thread.onSpinWait(); // It has gone meanwhile.
      }
    }
    System.out.println("ends");
  }

  private static void plant(Path file, Path place) throws IOException {
    Files.move(file, place);
    try {
      long end = System.nanoTime() + 1_000_000;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    } finally {
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(place, file);
      }
    }
  }
}
