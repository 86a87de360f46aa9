package dev.loadstone.adapter.fs;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Returns whether a user id is the one that this process makes files as.
 *
 * <p>Java does not know it: the property {@code user.name} is a word that anybody can set. On Linux
 * the folder {@code /proc/self} belongs to the effective user, and where there is no such folder a
 * new file in {@code java.io.tmpdir} does, which is made once and deleted at once. Such a file is
 * asked as well before another user is believed in.
 */
final class ProcessOwner {

  private static final Path OF_LINUX = Path.of("/proc/self");

  private final Path self;
  private volatile Option<Integer> known = Option.none();

  private ProcessOwner(Path self) {
    this.self = self;
  }

  static ProcessOwner ofThisProcess() {
    return new ProcessOwner(OF_LINUX);
  }

  /** Takes another path for what belongs to the process's user. */
  static ProcessOwner toldBy(Path self) {
    return new ProcessOwner(self);
  }

  boolean is(int uid) {
    if (known.isEmpty()) {
      Option<Integer> told = ownerOf(self);
      known = told.contains(uid) ? told : ownerOfNewFile().orElse(told);
    }
    return known.contains(uid);
  }

  private static Option<Integer> ownerOf(Path file, LinkOption... options) {
    try {
      return Option.of((Integer) Files.getAttribute(file, "unix:uid", options));
    } catch (IOException | UnsupportedOperationException e) {
      return Option.none(); // Not known, so that no folder counts as this process's own.
    }
  }

  private static Option<Integer> ownerOfNewFile() {
    try {
      Path file = Files.createTempFile(".loadstone-", ".tmp");
      try {
        return ownerOf(file, LinkOption.NOFOLLOW_LINKS);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return Option.none(); // Not known, as above.
    }
  }
}
