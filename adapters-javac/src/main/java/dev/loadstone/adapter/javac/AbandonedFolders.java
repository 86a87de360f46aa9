package dev.loadstone.adapter.javac;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Removes the {@link OwnedFolder}s that killed processes left.
 *
 * <p>Others can write to the folder for temporary files, and give what is theirs such a name. So a
 * folder goes only if it is this user's, shuts out all others, and nobody has its lock; it is held
 * open meanwhile, no link is followed, and no name is looked up twice. Where the operating system
 * has no such folders, as Windows, nothing is removed.
 */
final class AbandonedFolders {

  /** One compilation is not to pay for all that many processes left. */
  private static final int MOST_AT_ONCE = 64;

  private static final Set<PosixFilePermission> OWNERS_ALONE =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private AbandonedFolders() {}

  /**
   * Removes what it can, beside a folder of this process. Failing is no reason not to compile: the
   * next one will try again.
   */
  @SuppressWarnings("EmptyCatch")
  static void sweep(Path own) {
    Path parent = own.getParent();
    if (parent == null) {
      return;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent)) {
      if (found instanceof SecureDirectoryStream<Path> above) {
        sweep(above, Files.getOwner(own));
      }
    } catch (IOException
        | DirectoryIteratorException
        | UnsupportedOperationException
        | SecurityException e) {
      // See above.
    }
  }

  private static void sweep(SecureDirectoryStream<Path> above, UserPrincipal user) {
    List<Path> candidates = new ArrayList<>();
    for (Path each : above) {
      Path name = each.getFileName();
      if (OwnedFolder.isOfAnotherProcess(name.toString()) && candidates.size() < MOST_AT_ONCE) {
        candidates.add(name);
      }
    }
    candidates.forEach(name -> deleteIfAbandoned(above, name, user));
  }

  @SuppressWarnings("EmptyCatch")
  private static void deleteIfAbandoned(
      SecureDirectoryStream<Path> above, Path name, UserPrincipal user) {
    try {
      boolean isEmpty;
      try (SecureDirectoryStream<Path> folder =
          above.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
        isEmpty = isOf(user, folder) && isEmptied(folder);
      }
      if (isEmpty) {
        above.deleteDirectory(name);
      }
    } catch (IOException
        | DirectoryIteratorException
        | OverlappingFileLockException
        | SecurityException e) {
      // Somebody else's, or already gone.
    }
  }

  private static boolean isOf(UserPrincipal user, SecureDirectoryStream<Path> folder)
      throws IOException {
    PosixFileAttributes attributes =
        folder.getFileAttributeView(PosixFileAttributeView.class).readAttributes();
    return attributes.owner().equals(user) && attributes.permissions().equals(OWNERS_ALONE);
  }

  /** Removes the files, the lock last, so that another sweep has it if this one is killed. */
  private static boolean isEmptied(SecureDirectoryStream<Path> folder) throws IOException {
    try (SeekableByteChannel channel =
        folder.newByteChannel(
            OwnedFolder.LOCK, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
      if (!(channel instanceof FileChannel file) || file.tryLock() == null) {
        return false;
      }
      for (Path each : folder) {
        if (!each.getFileName().equals(OwnedFolder.LOCK)) {
          folder.deleteFile(each.getFileName());
        }
      }
      folder.deleteFile(OwnedFolder.LOCK);
      return true;
    }
  }
}
