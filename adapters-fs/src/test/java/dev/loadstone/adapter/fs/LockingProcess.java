package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Locks a file as anybody might: {@code FILE}; then waits for the end of its input. */
final class LockingProcess {

  private LockingProcess() {}

  public static void main(String[] arguments) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      System.out.println(channel.tryLock() == null ? "locked by another process" : "locked");
      System.in.transferTo(System.out);
    }
  }
}
