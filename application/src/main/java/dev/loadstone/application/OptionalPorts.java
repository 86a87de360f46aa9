package dev.loadstone.application;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.CacheMaintenance;
import dev.loadstone.domain.port.CompilationTurns;
import io.vavr.control.Try;
import java.util.List;

/** What a store does beyond keeping artifacts, and what stands for it in a store that does not. */
public final class OptionalPorts {

  private static final CompilationTurns NO_TURNS = key -> Try.success(() -> {});

  private OptionalPorts() {}

  /** {@return the turns that a store gives; else turns that wait for nobody} */
  static CompilationTurns turns(ArtifactStore store) {
    return store instanceof CompilationTurns turns ? turns : NO_TURNS;
  }

  /**
   * Returns what lists and counts the entries of a store.
   *
   * @param store the store
   * @return the store itself; else what counts nothing, and fails the rest by {@link StoreFailed}
   */
  public static CacheMaintenance maintenance(ArtifactStore store) {
    return store instanceof CacheMaintenance maintenance
        ? maintenance
        : new NoMaintenance(store.getClass().getName());
  }

  /** A store that neither lists nor counts its entries. */
  private record NoMaintenance(String store) implements CacheMaintenance {

    @Override
    public Try<List<CacheEntry>> entries() {
      return notOffered("list its entries");
    }

    @Override
    public Try<Void> count(CacheCounter counter) {
      return Try.success(null);
    }

    @Override
    public Try<CacheReport> report() {
      return notOffered("count its entries");
    }

    @Override
    public Try<Integer> clear() {
      return notOffered("clear itself");
    }

    private <T> Try<T> notOffered(String lacking) {
      return Try.failure(StoreFailed.notOffered(store, lacking));
    }
  }
}
