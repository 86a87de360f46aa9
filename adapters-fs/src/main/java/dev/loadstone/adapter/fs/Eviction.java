package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.CacheEntry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a store to its limits after each publication; see {@link Limits} for how exactly. One
 * thread of an instance does it at a time. Other processes may do the same at that time, and then a
 * few entries more than necessary go.
 */
final class Eviction {

  private final Limits limits;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();

  Eviction(Limits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Makes room where that is due.
   *
   * @param stored the entry that was just stored, and stays
   * @param size its size
   * @return the entries that were removed, in that order
   * @throws IOException if there is too much, and nothing more can be removed
   */
  List<CacheEntry> after(EntryListing listing, StoredEntry stored, long size) throws IOException {
    lock.lock();
    try {
      return limits.isLookDueAfter(size) ? evict(listing, stored) : List.of();
    } finally {
      lock.unlock();
    }
  }

  private List<CacheEntry> evict(EntryListing listing, StoredEntry stored) throws IOException {
    List<EntryState> all = states(listing);
    Removal removal = new Removal(StoreSize.of(all));
    if (!removal.left.isWithin(limits.most())) {
      StoreSize goal = limits.goal(removal.left);
      for (EntryState next : EvictionOrder.of(stored, all, clock.instant())) {
        if (removal.left.isWithin(goal)) {
          break;
        }
        removal.of(next);
      }
    }
    limits.found(removal.left);
    if (removal.failure != null && !removal.left.isWithin(limits.most())) {
      throw new WriteRefused(
          "more is in it than may be, as an entry cannot be removed: "
              + StoreFailures.words(removal.failure),
          removal.failure);
    }
    return removal.removed;
  }

  /** What cannot be listed cannot be removed either; who asks for all entries is told of it. */
  private static List<EntryState> states(EntryListing listing) throws IOException {
    return EntryState.ofAll(listing.all(failure -> {}));
  }

  private static final class Removal {

    private final List<CacheEntry> removed = new ArrayList<>();
    private StoreSize left;
    private @Nullable IOException failure;

    Removal(StoreSize content) {
      this.left = content;
    }

    /** Removes an entry, or remembers why not: another one may do as well. */
    void of(EntryState state) {
      try {
        if (EntryFiles.remove(state.stored())) {
          removed.add(state.stored().entry());
        }
        left = left.without(state);
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        }
      }
    }
  }
}
