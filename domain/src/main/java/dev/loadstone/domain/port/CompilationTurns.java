package dev.loadstone.domain.port;

import dev.loadstone.domain.cache.CacheKey;
import io.vavr.control.Try;

/**
 * Gives processes that share an {@link ArtifactStore} turns to compile, so that they do not all
 * compile the same at the same time. Optional: a store that can do so implements it, too. Safe for
 * use by many threads.
 */
public interface CompilationTurns {

  /**
   * Waits for the turn to compile for a key while another process has it, but no longer than about
   * the time that a compilation takes. A turn saves work and no more: two may well have it, where
   * there are no locks, or a holder is slow or stopped. The threads of one process do not wait for
   * each other. A store that may only be read gives turns that wait for nobody.
   *
   * @param key the key
   * @return the turn, which the caller ends
   */
  Try<CompilationTurn> turn(CacheKey key);

  /** The turn to compile for a key. Ending it twice has no effect. */
  interface CompilationTurn extends AutoCloseable {

    @Override
    void close();
  }
}
