package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.Publication;
import dev.loadstone.domain.cache.StoreSettings.Access;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.domain.port.ArtifactStore;
import io.vavr.control.Try;
import java.util.List;
import java.util.function.Consumer;

/** Puts a plugin that was compiled into the cache. That it cannot be kept never fails the load. */
final class KeepPlugin {

  private final ArtifactStore store;
  private final ArtifactCodec codec;
  private final CacheTerms terms;
  private final CacheTrouble trouble;
  private final Consumer<Event> events;

  KeepPlugin(
      ArtifactStore store,
      ArtifactCodec codec,
      CacheTerms terms,
      CacheTrouble trouble,
      Consumer<Event> events) {
    this.store = store;
    this.codec = codec;
    this.terms = terms;
    this.trouble = trouble;
    this.events = events;
  }

  void keep(CacheKey key, List<String> files, Artifact artifact) {
    if (terms.access() == Access.READ_ONLY) {
      return;
    }
    Try<Bytes> bytes = artifact.keepable().flatMap(codec::encode);
    Try<Publication> published =
        bytes.isFailure() ? Try.failure(bytes.getCause()) : store.publish(key, files, bytes.get());
    if (published.isFailure()) {
      trouble.tell(published.getCause());
      return;
    }
    events.accept(
        new Event.CacheStored(
            published.get().entry().toString(), artifact.provenance().mainClass()));
    for (CacheEntry evicted : published.get().evicted()) {
      events.accept(new Event.CacheEvicted(evicted.toString()));
    }
  }
}
