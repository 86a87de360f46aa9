package dev.loadstone.adapter.fs;

import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings.Sharing;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Refuses folders in which others could lay code for this process to run: such as others can write
 * to, or as belong to another user, unless sharing is allowed. The cache's folder may be given as a
 * symbolic link, since people move it to where there is space, and then the folder that it leads to
 * counts; inside of it no link is followed. The file of an entry is held to the same.
 *
 * <p>Where files have no such rights, in Windows and in file systems other than the machine's own,
 * whose a folder is cannot be told in these terms, and is not checked: there the default place, in
 * the user's own profile, is what keeps others out.
 */
final class FolderCheck {

  private static final String HOW_TO_ALLOW = ", or allow a shared folder";

  private final Path root;
  private final Sharing sharing;
  private final ProcessOwner owner;
  private final boolean hasRights;

  FolderCheck(Path root, Sharing sharing, ProcessOwner owner) {
    this.root = root;
    this.sharing = sharing;
    this.owner = owner;
    this.hasRights = UnixRights.areKnownFor(root);
  }

  /** Returns whether the cache's folder exists, and refuses one that is not to be used. */
  boolean hasRoot() throws IOException {
    try {
      requireUsable(root);
      return true;
    } catch (NoSuchFileException e) {
      if (Files.isSymbolicLink(root)) {
        throw new WriteRefused("is a link to a folder that does not exist", e);
      }
      requireFoldersAbove(e);
      return false;
    } catch (FileSystemException e) {
      throw explained(e);
    }
  }

  /** Returns whether a folder inside of it exists, and refuses one that is not to be used. */
  boolean has(Path inside) throws IOException {
    try {
      requireUsable(inside, LinkOption.NOFOLLOW_LINKS);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (FileSystemException e) {
      throw e instanceof AccessDeniedException ? e : explained(e);
    }
  }

  /** Refuses what is no regular file, or not to be used. */
  void requireFile(Path inside) throws IOException {
    if (!hasRights) {
      BasicFileAttributes attributes =
          Files.readAttributes(inside, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      requireRegular(inside, attributes.isRegularFile());
      return;
    }
    UnixRights rights = UnixRights.of(inside, LinkOption.NOFOLLOW_LINKS);
    requireRegular(inside, rights.isFile());
    if (sharing == Sharing.OWNER_ONLY) {
      requireOwn("the entry " + inside + " ", rights);
    }
  }

  private static void requireRegular(Path inside, boolean isRegular) throws WriteRefused {
    if (!isRegular) {
      throw new WriteRefused("the entry " + inside + " is no regular file: remove it", null);
    }
  }

  private void requireUsable(Path folder, LinkOption... options) throws IOException {
    if (!hasRights) {
      requireFolder(folder, options);
      return;
    }
    UnixRights rights = UnixRights.of(folder, options);
    if (rights.isLink()) {
      throw isLink(folder);
    }
    if (!rights.isFolder()) {
      throw isNoFolder(folder);
    }
    if (sharing == Sharing.OWNER_ONLY) {
      requireOwn(subject(folder), rights);
    }
  }

  private void requireFolder(Path folder, LinkOption... options) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(folder, BasicFileAttributes.class, options);
    if (attributes.isSymbolicLink()) {
      throw isLink(folder);
    }
    if (!attributes.isDirectory()) {
      throw isNoFolder(folder);
    }
  }

  private void requireOwn(String subject, UnixRights rights) throws WriteRefused {
    if (rights.areWritableByOthers()) {
      throw new WriteRefused(
          subject
              + "can be written to by others (mode "
              + rights.octal()
              + "), who could put code there that this process would run: remove that permission (chmod -R go-w "
              + root
              + ")"
              + HOW_TO_ALLOW,
          null);
    }
    if (!owner.is(rights.uid())) {
      throw new WriteRefused(
          subject
              + "belongs to another user (uid "
              + rights.uid()
              + "), who could put code there that this process would run: use a folder of your own"
              + HOW_TO_ALLOW,
          null);
    }
  }

  private void requireFoldersAbove(@Nullable Throwable cause) throws WriteRefused {
    if (RegularFile.isBelowFile(root)) {
      throw new WriteRefused("a part of its path is a file, not a folder", cause);
    }
  }

  private IOException explained(FileSystemException thrown) throws WriteRefused {
    if (thrown instanceof AccessDeniedException) {
      return new WriteRefused("this process has no permission to use it", thrown);
    }
    requireFoldersAbove(thrown);
    return thrown;
  }

  private WriteRefused isLink(Path folder) {
    return new WriteRefused(
        subject(folder) + "is a symbolic link, which is never followed inside a cache: remove it",
        null);
  }

  private WriteRefused isNoFolder(Path folder) {
    return new WriteRefused(subject(folder) + "is a file, not a folder", null);
  }

  /** Names what a reason is about, unless it is the cache's folder itself. */
  private String subject(Path folder) {
    return folder.equals(root) ? "" : "the folder " + folder + " ";
  }
}
