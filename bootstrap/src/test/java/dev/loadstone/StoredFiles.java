package dev.loadstone;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What is in the folder of a cache. */
final class StoredFiles {

  private static final Set<String> KNOWN = Set.of("counts", "CACHEDIR.TAG");

  private StoredFiles() {}

  /** Lists the entries. */
  static List<Path> entries(Path cache) throws IOException {
    return all(cache).stream().filter(StoredFiles::isEntry).toList();
  }

  /** Lists the files that are there for a moment only: temporary ones, and those of locks. */
  static List<Path> passing(Path cache) throws IOException {
    return all(cache).stream()
        .filter(file -> !isEntry(file) && !KNOWN.contains(file.getFileName().toString()))
        .toList();
  }

  /** Returns the mode of a folder that may be a part of a cache, where there are such modes. */
  static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isEntry(Path file) {
    return file.toString().endsWith(".jar");
  }

  // Unlike Files.walk it goes on when a folder vanishes.
  private static List<Path> all(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(found);
    return found;
  }
}
