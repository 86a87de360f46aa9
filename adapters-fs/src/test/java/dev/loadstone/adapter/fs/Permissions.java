package dev.loadstone.adapter.fs;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Takes permissions away for a test, and skips it where the process is above permissions. */
final class Permissions {

  private Permissions() {}

  static void denyReading(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
    assumeFalse(Files.isReadable(file), "this process reads what it has no permission for");
  }

  static void denyWriting(Path file) throws IOException {
    String mode = Files.isDirectory(file) ? "r-x------" : "r--------";
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    assumeFalse(Files.isWritable(file), "this process writes what it has no permission for");
  }
}
