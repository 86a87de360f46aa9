package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.port.CompilationTurns.CompilationTurn;
import java.nio.file.Path;

/**
 * Puts an entry into the cache {@code FOLDER}, as the first process that uses it, and prints what
 * reading it gives, then the same for a cache that is only read.
 */
final class StoringProcess {

  private StoringProcess() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    try (FileSystemArtifactStore store = store(folder, CacheAccess.READ_WRITE)) {
      CompilationTurn turn = store.turn(StoreFixture.KEY).get();
      CacheEntry entry = StoreFixture.publish(store, StoreFixture.KEY);
      store.count(CacheCounter.HIT).get();
      StoreFixture.files(folder).forEach(file -> System.out.println("made " + file));
      turn.close();
      System.out.println(store.read(entry).map(read -> read.contains(StoreFixture.ARTIFACT)));
      System.out.println(
          store(folder, CacheAccess.READ_ONLY)
              .read(entry)
              .map(read -> read.contains(StoreFixture.ARTIFACT)));
    } catch (Exception e) {
      System.out.println(e);
    }
  }

  private static FileSystemArtifactStore store(Path folder, CacheAccess access) {
    return FileSystemArtifactStore.of(StoreFixture.settings(folder, access));
  }
}
