package dev.loadstone.adapter.fs;

import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings;
import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings.Sharing;
import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.port.CompilationTurns.CompilationTurn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes the turn for a key, as often as it is told to: {@code FOLDER SHARING RESULT}. Prints {@code
 * waiting} when it finds the key locked, then {@code hit} where there is the result, or else {@code
 * turn}, makes the result at the next line of its input, and prints {@code compiled}.
 */
final class TurnProcess {

  private static boolean waiting;

  private TurnProcess() {}

  static CacheKey key(String name) {
    Digest digest = Digest.of(Bytes.ofUtf8(name));
    return new CacheKey(digest, digest, Digest.of(Bytes.ofUtf8("build")));
  }

  static Path lockFile(Path folder, String name) {
    CacheKey key = key(name);
    return folder
        .resolve("1/locks")
        .resolve(
            key.request().hex().substring(0, 32)
                + "-"
                + key.build().hex().substring(0, 32)
                + ".lock");
  }

  /** Makes turns that wait longer than a test takes on a machine with much else to do. */
  static CompilationLocks patientTurns(Path folder, Sharing sharing, LockFile.Locking locking) {
    return turns(folder, sharing, locking, TimeUnit.MINUTES.toNanos(1));
  }

  static CompilationLocks turns(
      Path folder, Sharing sharing, LockFile.Locking locking, long usualNanos) {
    StoreSettings settings = new StoreSettings(folder, 10, 1000, CacheAccess.READ_WRITE, sharing);
    return new CompilationLocks(
        CacheFolder.of(settings), locking, new UsualCompilationTime(usualNanos));
  }

  public static void main(String[] arguments) throws IOException {
    Path result = Path.of(arguments[2]);
    CompilationLocks turns =
        patientTurns(Path.of(arguments[0]), Sharing.valueOf(arguments[1]), TurnProcess::tryLock);
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    CompilationTurn turn = turns.turn(key("plugin"));
    try {
      if (Files.exists(result)) {
        System.out.println("hit");
      } else {
        System.out.println("turn");
        input.readLine();
        Files.writeString(result, "", StandardOpenOption.CREATE);
        System.out.println("compiled");
      }
    } finally {
      turn.close();
    }
    System.out.println("ended");
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock();
    if (lock == null && !waiting) {
      waiting = true;
      System.out.println("waiting");
    }
    return lock;
  }
}
