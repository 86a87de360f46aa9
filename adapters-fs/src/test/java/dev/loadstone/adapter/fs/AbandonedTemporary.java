package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process leaves that is killed while it writes. */
final class AbandonedTemporary {

  private AbandonedTemporary() {}

  /** Makes one and returns its folder. */
  static Path in(Path folder, String name) throws IOException {
    Path made = folder.resolve(name);
    Files.createDirectory(made, OwnerOnly.folder(made));
    Files.writeString(made.resolve(name), "half of it");
    return made;
  }
}
