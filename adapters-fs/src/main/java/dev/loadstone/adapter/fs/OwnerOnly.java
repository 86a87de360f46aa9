package dev.loadstone.adapter.fs;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What files and folders are made with that are nobody's but their owner's, whatever the process's
 * umask; nothing where files have no such rights.
 */
final class OwnerOnly {

  private OwnerOnly() {}

  static FileAttribute<?>[] file(Path path) {
    return attributes(path, "rw-------");
  }

  static FileAttribute<?>[] folder(Path path) {
    return attributes(path, "rwx------");
  }

  static boolean isSupported(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] attributes(Path path, String mode) {
    return isSupported(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
