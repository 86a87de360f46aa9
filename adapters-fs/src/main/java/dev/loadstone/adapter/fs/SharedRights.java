package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Gives a new file of this process what the root of a shared cache gives to its group and to
 * others, whatever the process's umask takes from new files. Otherwise the first user who makes a
 * folder in there would shut out all others.
 *
 * <p>No link is followed, for which the JDK opens the file. Closing it again drops the locks that
 * this process has on it, so it is not locked yet. No set of permissions could say all of it, as
 * the JDK takes away the set-group-ID bit with one.
 */
final class SharedRights {

  private static final int OWNER = 0700;
  private static final int GROUP = 0070;
  private static final int OTHERS = 0007;
  private static final int SET_GROUP_ID = 02000;
  private static final int NO_EXECUTION = ~0111;

  private static final Map<PosixFilePermission, Integer> OF_FILES =
      Map.of(
          PosixFilePermission.GROUP_READ, 0040,
          PosixFilePermission.GROUP_WRITE, 0020,
          PosixFilePermission.OTHERS_READ, 0004,
          PosixFilePermission.OTHERS_WRITE, 0002);

  private final Path folder;
  private final UnixRights root;

  private SharedRights(Path folder, UnixRights root) {
    this.folder = folder;
    this.root = root;
  }

  static SharedRights of(Path root) throws IOException {
    return new SharedRights(root, UnixRights.of(root));
  }

  /** Does so for a file that others cannot replace. Failing means the same as below. */
  @SuppressWarnings("EmptyCatch")
  void giveTo(PosixFileAttributeView file) {
    try {
      PosixFileAttributes own = file.readAttributes();
      int given = isOfRootsGroup(file, own) ? root.mode() : withGroupLikeOthers(root.mode());
      file.setPermissions(permissions(own, given));
    } catch (IOException e) {
      // See below.
    }
  }

  /** Does so. A file system that refuses it decides itself who may do what, as a FAT one does. */
  @SuppressWarnings("EmptyCatch")
  void giveTo(Path file) {
    try {
      UnixRights own = UnixRights.of(file, LinkOption.NOFOLLOW_LINKS);
      if (own.isFile() || own.isFolder()) { // To open a pipe might block for ever.
        int given = isOfRootsGroup(file, own) ? root.mode() : withGroupLikeOthers(root.mode());
        Files.setAttribute(file, "unix:mode", bits(own, given), LinkOption.NOFOLLOW_LINKS);
      }
    } catch (IOException e) {
      // See above.
    }
  }

  private static int bits(UnixRights own, int given) {
    int shared = given & (GROUP | OTHERS);
    return own.isFolder()
        ? OWNER | shared | (given & SET_GROUP_ID)
        : (own.mode() & OWNER) | (shared & NO_EXECUTION);
  }

  private static Set<PosixFilePermission> permissions(PosixFileAttributes own, int given) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(own.permissions());
    for (Map.Entry<PosixFilePermission, Integer> each : OF_FILES.entrySet()) {
      if ((given & each.getValue()) == 0) {
        permissions.remove(each.getKey());
      } else {
        permissions.add(each.getKey());
      }
    }
    return permissions;
  }

  private boolean isOfRootsGroup(PosixFileAttributeView file, PosixFileAttributes own)
      throws IOException {
    GroupPrincipal group = Files.readAttributes(folder, PosixFileAttributes.class).group();
    if (own.group().equals(group)) {
      return true;
    }
    try {
      file.setGroup(group);
      return true;
    } catch (IOException e) {
      return false; // This process is no member of it.
    }
  }

  /** Makes the file one of the root's group, which only its members can. */
  private boolean isOfRootsGroup(Path file, UnixRights own) {
    if (own.gid() == root.gid()) {
      return true;
    }
    try {
      Files.setAttribute(file, "unix:gid", root.gid(), LinkOption.NOFOLLOW_LINKS);
      return true;
    } catch (IOException e) {
      return false; // This process is no member of it.
    }
  }

  /** To the root, the group of a process that is not in the root's own is among the others. */
  private static int withGroupLikeOthers(int mode) {
    return (mode & OTHERS) | (mode & OTHERS) << 3;
  }
}
