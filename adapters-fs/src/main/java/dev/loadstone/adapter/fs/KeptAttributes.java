package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * What a file hands on to the one that replaces it: permission bits, owner and group. Nothing where
 * files have none of these, and for a file that replaces none.
 */
final class KeptAttributes {

  static final KeptAttributes NONE = new KeptAttributes(null);

  private final @Nullable PosixFileAttributes kept;

  private KeptAttributes(@Nullable PosixFileAttributes kept) {
    this.kept = kept;
  }

  static KeptAttributes of(Path file) throws IOException {
    PosixFileAttributeView view = view(file);
    if (view == null) {
      return NONE;
    }
    PosixFileAttributes kept = view.readAttributes();
    if (!kept.isRegularFile()) {
      throw new WriteRefused("somebody else replaced it while it was to be written", null);
    }
    return new KeptAttributes(kept);
  }

  /** Returns what the new file is made with: the process's umask may take some of it away. */
  FileAttribute<?>[] mode() {
    return kept == null
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(kept.permissions())};
  }

  /** Gives the new file the rest, where that is allowed. */
  void giveTo(PosixFileAttributeView target) throws IOException {
    if (kept == null) {
      return;
    }
    PosixFileAttributes fresh = target.readAttributes();
    if (!kept.owner().equals(fresh.owner())) {
      whereAllowed(() -> target.setOwner(kept.owner()));
    }
    if (!kept.group().equals(fresh.group())) {
      whereAllowed(() -> target.setGroup(kept.group()));
    }
    if (!kept.permissions().equals(fresh.permissions())) {
      target.setPermissions(kept.permissions());
    }
  }

  private static @Nullable PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(
        file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
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
