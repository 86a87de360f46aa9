package dev.loadstone.application;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactStore;
import io.vavr.control.Try;
import java.util.function.Consumer;

/** Removes entries of the cache that are not what was written. */
final class HealCache {

  private final ArtifactStore store;
  private final Consumer<Event> events;

  HealCache(ArtifactStore store, Consumer<Event> events) {
    this.store = store;
    this.events = events;
  }

  Try<Void> remove(CacheEntry entry, String problem) {
    Try<Void> removed = store.discard(entry);
    if (removed.isSuccess()) {
      store.count(CacheCounter.HEALED);
      events.accept(new Event.CacheHealed(entry.toString(), problem));
    }
    return removed;
  }
}
