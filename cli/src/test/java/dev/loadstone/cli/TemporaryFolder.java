package dev.loadstone.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A folder that is gone when it is closed. Each command that a test starts keeps compiled plugins
 * in one of its own, so that it depends on no other, and leaves nothing in the developer's cache.
 */
record TemporaryFolder(Path path) implements AutoCloseable {

  static TemporaryFolder make() throws IOException {
    return new TemporaryFolder(Files.createTempDirectory("loadstone-test"));
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException problem)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
