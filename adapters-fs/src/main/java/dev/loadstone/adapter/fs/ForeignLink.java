package dev.loadstone.adapter.fs;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds a symbolic link that somebody else may have planted, to have another file written than the
 * one that was named: it belongs neither to this process's user nor to root, and others can write
 * to its folder. Linux refuses such links itself, but only in folders with the sticky bit, and not
 * everywhere.
 */
final class ForeignLink {

  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  private static final int ROOT = 0;

  private final ProcessOwner owner;
  private final Deque<Path> names = new ArrayDeque<>();
  private Path reached;
  private int links;

  private ForeignLink(Path start, ProcessOwner owner) {
    this.reached = start;
    this.owner = owner;
  }

  /** Returns the first such link on the way to a file, the file itself included. */
  static Option<Path> onTheWayTo(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path start = absolute.getRoot();
    if (start == null || !UnixRights.areKnownFor(file)) {
      return Option.none();
    }
    ForeignLink way = new ForeignLink(start, ProcessOwner.ofThisProcess());
    way.addFirst(absolute);
    return way.find();
  }

  private void addFirst(Path path) {
    for (int i = path.getNameCount() - 1; i >= 0; i--) {
      names.addFirst(path.getName(i));
    }
  }

  private Option<Path> find() throws IOException {
    while (!names.isEmpty() && links <= MOST_LINKS) {
      Path name = names.removeFirst();
      if (name.toString().equals("..")) {
        Path above = reached.getParent();
        reached = above == null ? reached : above;
      } else if (!name.toString().equals(".")) {
        Path next = reached.resolve(name);
        if (!Files.isSymbolicLink(next)) {
          reached = next;
        } else if (isForeign(next)) {
          return Option.some(next);
        } else {
          follow(next);
        }
      }
    }
    return Option.none();
  }

  private boolean isForeign(Path link) throws IOException {
    int uid = UnixRights.of(link, LinkOption.NOFOLLOW_LINKS).uid();
    return UnixRights.of(reached).areWritableByOthers() && uid != ROOT && !owner.is(uid);
  }

  private void follow(Path link) throws IOException {
    links++;
    Path target = Files.readSymbolicLink(link);
    Path root = target.getRoot();
    reached = root == null ? reached : root;
    addFirst(target);
  }
}
