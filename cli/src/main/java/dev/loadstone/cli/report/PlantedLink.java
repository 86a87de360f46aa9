package dev.loadstone.cli.report;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds a symbolic link that somebody else may have planted to have another file written than the
 * one that was named: it belongs neither to this process's user nor to root, and others can write
 * to its folder.
 */
final class PlantedLink {

  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  private static final int WRITABLE_BY_OTHERS = 0022;

  private final Deque<Path> names = new ArrayDeque<>();
  private Path reached;

  private PlantedLink(Path start) {
    this.reached = start;
  }

  /** Returns the first such link on the way to a file, the file itself included. */
  static Option<Path> onTheWayTo(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path start = absolute.getRoot();
    if (start == null || !file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return Option.none();
    }
    PlantedLink way = new PlantedLink(start);
    way.addFirst(absolute);
    return way.find();
  }

  private void addFirst(Path path) {
    for (int i = path.getNameCount() - 1; i >= 0; i--) {
      names.addFirst(path.getName(i));
    }
  }

  private Option<Path> find() throws IOException {
    int links = 0;
    while (!names.isEmpty() && links <= MOST_LINKS) {
      Path next = reached.resolve(names.removeFirst());
      if (!Files.isSymbolicLink(next)) {
        reached = next.endsWith("..") ? next.normalize() : next;
      } else if (isPlanted(next)) {
        return Option.some(next);
      } else {
        links++;
        Path target = Files.readSymbolicLink(next);
        reached = target.isAbsolute() ? target.getRoot() : reached;
        addFirst(target);
      }
    }
    return Option.none();
  }

  private boolean isPlanted(Path link) throws IOException {
    int mode = (int) Files.getAttribute(reached, "unix:mode");
    int user = owner(link);
    return (mode & WRITABLE_BY_OTHERS) != 0 && user != 0 && user != ownUser();
  }

  private static int owner(Path file) throws IOException {
    return (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  /** Returns the user that this process makes files as, which Java itself does not know. */
  private static int ownUser() throws IOException {
    try {
      return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (NoSuchFileException e) {
      Path file = Files.createTempFile(".loadstone-", ".tmp");
      try {
        return owner(file);
      } finally {
        Files.deleteIfExists(file);
      }
    }
  }
}
