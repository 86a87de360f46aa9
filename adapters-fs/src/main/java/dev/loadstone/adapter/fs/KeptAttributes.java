package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import org.jspecify.annotations.Nullable;

/** What a replaced file hands on to the one that replaces it: permission bits, owner and group. */
final class KeptAttributes {

  private KeptAttributes() {}

  static void copy(Path from, Path to) throws IOException {
    PosixFileAttributeView source = view(from);
    PosixFileAttributeView target = view(to);
    if (source == null || target == null) {
      return;
    }
    PosixFileAttributes kept = source.readAttributes();
    PosixFileAttributes fresh = target.readAttributes();
    if (!kept.owner().equals(fresh.owner())) {
      whereAllowed(() -> target.setOwner(kept.owner()));
    }
    if (!kept.group().equals(fresh.group())) {
      whereAllowed(() -> target.setGroup(kept.group()));
    }
    target.setPermissions(kept.permissions());
  }

  private static @Nullable PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }

  private interface Change {
    void make() throws IOException;
  }

  private static void whereAllowed(Change change) {
    try {
      change.make();
    } catch (IOException e) {
      // Giving files away is a privilege in most systems; without it the file is the writer's, as a
      // new one would be.
      return;
    }
  }
}
