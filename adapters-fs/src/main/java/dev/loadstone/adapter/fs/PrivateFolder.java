package dev.loadstone.adapter.fs;

import io.vavr.control.Option;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/**
 * A new folder that nobody but this process's user can use, for one file. Closing it removes it
 * unless it holds something.
 *
 * <p>Others who can write to the folder above may rename or replace it at any moment. So it is held
 * open, and it is used only if what was opened belongs to this process's user and shuts out all
 * others: then nobody else can swap a file in it, wherever it is.
 */
final class PrivateFolder implements Closeable {

  /**
   * File systems that tell an owner or mode of their own choice, or of the server's, for all files.
   */
  private static final Set<String> WITHOUT_OWNERS =
      Set.of(
          "9p", "afs", "cifs", "drvfs", "exfat", "hfs", "msdos", "ntfs", "ntfs3", "smb3", "smbfs",
          "vboxsf", "vfat", "vmhgfs");

  private final OpenFolder above;
  private final OpenFolder folder;
  private final Path name;

  private PrivateFolder(OpenFolder above, OpenFolder folder, Path name) {
    this.above = above;
    this.folder = folder;
    this.name = name;
  }

  /**
   * Makes one.
   *
   * @return the folder; none if a sweep has removed it at once
   */
  static Option<PrivateFolder> in(Path above, String name) throws IOException {
    Path path = above.resolve(name);
    Files.createDirectory(path, OwnerOnly.folder(path));
    OpenFolder parent = OpenFolder.of(above);
    PrivateFolder opened;
    try {
      opened = new PrivateFolder(parent, opened(parent, path.getFileName()), path.getFileName());
    } catch (IOException e) {
      parent.close();
      return noneIfSwept(e);
    }
    try {
      opened.requireOurs();
      return Option.some(opened);
    } catch (IOException e) {
      opened.close();
      return noneIfSwept(e);
    }
  }

  private static Option<PrivateFolder> noneIfSwept(IOException failure) throws IOException {
    if (failure instanceof NoSuchFileException) {
      return Option.none();
    }
    throw failure;
  }

  private static OpenFolder opened(OpenFolder above, Path name) throws IOException {
    try {
      return above.folder(name);
    } catch (AccessDeniedException e) {
      above.deleteFolder(name);
      throw new WriteRefused(
          "the folder "
              + above.path().resolve(name)
              + " was just made and cannot be opened: the process's umask takes rights away from"
              + " its own user",
          e);
    }
  }

  OpenFolder folder() {
    return folder;
  }

  OpenFolder above() {
    return above;
  }

  private void requireOurs() throws IOException {
    if (!isOurs(folder)) {
      throw new WriteRefused("somebody else replaced the temporary folder " + folder.path(), null);
    }
  }

  /** Returns whether nobody but this process's user can change what a folder holds. */
  static boolean isOurs(OpenFolder folder) throws IOException {
    Path path = folder.path();
    if (!UnixRights.areKnownFor(path)) {
      return true; // Such as in Windows, where the folder above decides.
    }
    Option<UnixRights> rights = UnixRights.ofSame(path, folder.key(), LinkOption.NOFOLLOW_LINKS);
    return rights.isDefined() && (isPrivate(rights.get()) || !hasOwners(path));
  }

  private static boolean isPrivate(UnixRights rights) {
    return rights.isFolder()
        && rights.areOwnersAlone()
        && ProcessOwner.ofThisProcess().is(rights.uid());
  }

  private static boolean hasOwners(Path path) throws IOException {
    String type = Files.getFileStore(path).type();
    return !WITHOUT_OWNERS.contains(type) && !type.startsWith("nfs") && !type.startsWith("fuse");
  }

  /** Never fails: a folder that stays is swept later. */
  @Override
  public void close() {
    bestEffort(this::deleteIfSame);
    bestEffort(folder);
    bestEffort(above);
  }

  private void deleteIfSame() throws IOException {
    if (Objects.equals(folder.key(), above.attributes(name).fileKey())) {
      above.deleteFolder(name);
    }
  }

  @SuppressWarnings("EmptyCatch")
  private static void bestEffort(Closeable deed) {
    try {
      deed.close();
    } catch (IOException | SecurityException e) {
      // See above.
    }
  }
}
