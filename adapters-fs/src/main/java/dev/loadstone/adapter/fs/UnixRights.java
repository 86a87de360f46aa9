package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * Whose a file is, and who may do what with it, as {@code stat(2)} says it. All in numbers: the
 * names of users may have to be asked for in a network.
 *
 * @param uid the user
 * @param gid the group
 * @param mode the kind of file and the permission bits
 */
record UnixRights(int uid, int gid, int mode) {

  private static final int KIND = 0170000;
  private static final int FOLDER = 0040000;
  private static final int FILE = 0100000;
  private static final int LINK = 0120000;
  private static final int PERMISSIONS = 07777;
  private static final int WRITABLE_BY_OTHERS = 0022;

  /** Returns whether files have rights there: not in Windows, and not within a ZIP file. */
  static boolean areKnownFor(Path file) {
    return file.getFileSystem() == FileSystems.getDefault()
        && file.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  static UnixRights of(Path file, LinkOption... options) throws IOException {
    Map<String, Object> read = Files.readAttributes(file, "unix:uid,gid,mode", options);
    return new UnixRights(number(read, "uid"), number(read, "gid"), number(read, "mode"));
  }

  private static int number(Map<String, Object> attributes, String name) throws IOException {
    if (attributes.get(name) instanceof Integer number) {
      return number;
    }
    throw new IOException("the file system does not tell the attribute " + name);
  }

  boolean isFolder() {
    return (mode & KIND) == FOLDER;
  }

  boolean isFile() {
    return (mode & KIND) == FILE;
  }

  boolean isLink() {
    return (mode & KIND) == LINK;
  }

  boolean areWritableByOthers() {
    return (mode & WRITABLE_BY_OTHERS) != 0;
  }

  /** Returns the permission bits as {@code chmod(1)} takes them. */
  String octal() {
    return String.format("%04o", mode & PERMISSIONS);
  }
}
