package dev.loadstone.adapter.fs;

import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings.Sharing;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.Function;

/** Takes turns in a cache's folder, or sweeps it, in words that every class loader knows. */
public final class TurnTaker implements Function<Path, AutoCloseable>, Runnable {

  private final CompilationLocks turns;

  /**
   * Makes one.
   *
   * @param folder the cache's folder
   */
  public TurnTaker(Path folder) {
    this.turns = TurnProcess.patientTurns(folder, Sharing.OWNER_ONLY, FileChannel::tryLock);
  }

  @Override
  public AutoCloseable apply(Path plugin) {
    return turns.turn(TurnProcess.key(plugin.toString()));
  }

  @Override
  public void run() {
    turns.sweep();
  }
}
