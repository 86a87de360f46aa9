package dev.loadstone;

import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.Candidates;
import dev.loadstone.domain.cache.Publication;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.port.ArtifactStore;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A store as an application writes it, by the six calls of the port alone. */
final class MapStore implements ArtifactStore {

  private record Stored(CacheEntry entry, CacheKey key, Bytes artifact) {}

  private final Map<CacheEntry, Stored> byUse = new LinkedHashMap<>(16, 0.75f, true);

  private synchronized List<CacheEntry> lastUsedFirst(Predicate<CacheKey> wanted) {
    List<Stored> all = new ArrayList<>(byUse.values());
    Collections.reverse(all);
    return all.stream().filter(each -> wanted.test(each.key())).map(Stored::entry).toList();
  }

  @Override
  public Try<Candidates> find(CacheKey key) {
    Predicate<CacheKey> otherBuild =
        each -> each.request().equals(key.request()) && !each.build().equals(key.build());
    return Try.success(new Candidates(lastUsedFirst(key::equals), lastUsedFirst(otherBuild)));
  }

  @Override
  public Try<Option<CacheEntry>> nearest(CacheKey key) {
    Predicate<CacheKey> samePlugin = each -> each.baseNames().equals(key.baseNames());
    Predicate<CacheKey> sameRequest = each -> each.request().equals(key.request());
    Predicate<CacheKey> sameBuild = each -> each.build().equals(key.build());
    return Try.success(
        Option.ofOptional(
            Stream.of(samePlugin.and(sameRequest), samePlugin.and(sameBuild), samePlugin)
                .flatMap(like -> lastUsedFirst(like).stream())
                .findFirst()));
  }

  @Override
  public synchronized Try<Option<Bytes>> read(CacheEntry entry) {
    return Try.success(Option.of(byUse.get(entry)).map(Stored::artifact));
  }

  @Override
  public Try<Void> use(CacheEntry entry) {
    return read(entry).map(marked -> null); // The map keeps the order of access.
  }

  @Override
  public synchronized Try<Publication> publish(CacheKey key, List<String> files, Bytes artifact) {
    String id = String.join("-", key.request().hex(), key.build().hex(), Digest.of(artifact).hex());
    CacheEntry entry = new CacheEntry(id);
    byUse.put(entry, new Stored(entry, key, artifact));
    return Try.success(new Publication(entry, List.of()));
  }

  @Override
  public synchronized Try<Void> discard(CacheEntry entry) {
    byUse.remove(entry);
    return Try.success(null);
  }
}
