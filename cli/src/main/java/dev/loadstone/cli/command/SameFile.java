package dev.loadstone.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares where two paths lead, also to files that are still to be made. */
final class SameFile {

  private static final int MOST_LINKS = 40;

  private SameFile() {}

  static boolean is(Path one, Path other) {
    try {
      if (Files.exists(one) && Files.exists(other)) {
        return Files.isSameFile(one, other);
      }
      return place(one).equals(place(other));
    } catch (IOException e) {
      return false; // What cannot be looked at cannot be written, which writing tells.
    }
  }

  private static Path place(Path path) throws IOException {
    Path file = path.toAbsolutePath();
    for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(file); i++) {
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    Path folder = file.getParent();
    return folder == null ? file : folder.toRealPath().resolve(file.getFileName());
  }
}
