package dev.loadstone;

import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Short ways to write sources. */
final class Sources {

  private Sources() {}

  static SourceSet of(String name, String text) {
    return SourceSet.of(SourceFile.of(name, text));
  }

  static Path write(Path folder, String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
