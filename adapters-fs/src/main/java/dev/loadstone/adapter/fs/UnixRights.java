package dev.loadstone.adapter.fs;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
  private static final int OF_OTHERS = 0077;

  /** Returns whether files have rights there: not in Windows, and not within a ZIP file. */
  static boolean areKnownFor(Path file) {
    return file.getFileSystem() == FileSystems.getDefault()
        && file.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  static UnixRights of(Path file, LinkOption... options) throws IOException {
    return of(Files.readAttributes(file, "unix:uid,gid,mode", options));
  }

  /** Returns the rights of a file; none if it is not the one of a key. */
  static Option<UnixRights> ofSame(Path file, @Nullable Object key, LinkOption... options)
      throws IOException {
    Map<String, Object> read = Files.readAttributes(file, "unix:fileKey,uid,gid,mode", options);
    return Objects.equals(read.get("fileKey"), key) ? Option.some(of(read)) : Option.none();
  }

  private static UnixRights of(Map<String, Object> read) throws IOException {
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

  /** Tells whether nobody but the owner may do anything. */
  boolean areOwnersAlone() {
    return (mode & OF_OTHERS) == 0;
  }

  boolean areWritableByOthers() {
    return (mode & WRITABLE_BY_OTHERS) != 0;
  }

  /** Returns the permission bits as {@code chmod(1)} takes them. */
  String octal() {
    return String.format("%04o", mode & PERMISSIONS);
  }
}
