package dev.loadstone.testkit;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.Publication;
import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** What a store in memory holds, that which was used last at the end. */
final class Shelf {

  static final Path FOLDER = Path.of("memory");

  private final int maxEntries;
  private final long maxBytes;
  private final List<Volume> volumes = new ArrayList<>();
  private final TreeMap<CacheCounter, Long> counts = new TreeMap<>();
  private int named;
  private int openTurns;

  Shelf(int maxEntries, long maxBytes) {
    this.maxEntries = maxEntries;
    this.maxBytes = maxBytes;
  }

  /** An artifact with all that was said when it was stored. */
  record Volume(CacheEntry entry, CacheKey key, List<String> files, Bytes content) {

    boolean isFor(CacheKey other) {
      return key.equals(other);
    }

    boolean isOfRequest(CacheKey other) {
      return key.request().equals(other.request());
    }

    boolean isOfBuild(CacheKey other) {
      return key.build().equals(other.build());
    }

    boolean isOfBaseNames(CacheKey other) {
      return key.baseNames().equals(other.baseNames());
    }

    Volume withContent(Bytes changed) {
      return new Volume(entry, key, files, changed);
    }
  }

  /** Lists entries, those used last first. */
  synchronized List<CacheEntry> entries(Predicate<Volume> wanted) {
    List<CacheEntry> entries = new ArrayList<>();
    for (Volume each : volumes) {
      if (wanted.test(each)) {
        entries.add(0, each.entry());
      }
    }
    return entries;
  }

  synchronized Option<Volume> volume(CacheEntry entry) {
    return Option.ofOptional(
        volumes.stream().filter(each -> each.entry().equals(entry)).findFirst());
  }

  synchronized Option<CacheEntry> nearest(CacheKey key) {
    ToIntFunction<Volume> likeness =
        each -> (each.isOfRequest(key) ? 2 : 0) + (each.isOfBuild(key) ? 1 : 0);
    return Option.ofOptional(
        volumes.stream()
            .filter(each -> each.isOfBaseNames(key))
            .max(Comparator.comparingInt(likeness).thenComparing(volumes::indexOf))
            .map(Volume::entry));
  }

  synchronized void use(CacheEntry entry) {
    volume(entry)
        .forEach(
            used -> {
              volumes.remove(used);
              volumes.add(used);
            });
  }

  synchronized void damage(CacheEntry entry, Bytes content) {
    volumes.replaceAll(each -> each.entry().equals(entry) ? each.withContent(content) : each);
  }

  synchronized boolean takes(Bytes artifact) {
    return artifact.size() <= maxBytes;
  }

  synchronized Publication publish(CacheKey key, List<String> files, Bytes artifact) {
    Volume stored =
        Option.ofOptional(
                volumes.stream()
                    .filter(each -> each.isFor(key) && each.files().equals(files))
                    .filter(each -> each.content().equals(artifact))
                    .findFirst())
            .getOrElse(() -> new Volume(nextEntry(), key, files, artifact));
    volumes.remove(stored);
    volumes.add(stored);
    return new Publication(stored.entry(), makeRoomFor(stored));
  }

  synchronized boolean remove(CacheEntry entry) {
    return volumes.removeIf(each -> each.entry().equals(entry));
  }

  synchronized int clear() {
    int removed = volumes.size();
    volumes.clear();
    counts.clear();
    return removed;
  }

  synchronized void count(CacheCounter counter) {
    counts.merge(counter, 1L, Long::sum);
  }

  synchronized CacheReport report() {
    return new CacheReport(FOLDER, volumes.size(), bytes(), counts);
  }

  synchronized int openTurns() {
    return openTurns;
  }

  synchronized Runnable beginTurn() {
    openTurns++;
    AtomicBoolean ended = new AtomicBoolean();
    return () -> {
      if (ended.compareAndSet(false, true)) {
        endTurn();
      }
    };
  }

  private synchronized void endTurn() {
    openTurns--;
  }

  private CacheEntry nextEntry() {
    named++;
    return new CacheEntry(FOLDER.resolve("%06d.jar".formatted(named)));
  }

  private List<CacheEntry> makeRoomFor(Volume stored) {
    List<CacheEntry> evicted = new ArrayList<>();
    while (volumes.size() > maxEntries || bytes() > maxBytes) {
      // The first one among equals was used longest ago.
      Volume next =
          volumes.stream()
              .filter(each -> !each.equals(stored))
              .min(Comparator.comparingInt(each -> standing(each, stored)))
              .orElseThrow();
      volumes.remove(next);
      evicted.add(next.entry());
    }
    return evicted;
  }

  private static int standing(Volume each, Volume stored) {
    if (!each.isOfBaseNames(stored.key()) || each.isOfRequest(stored.key())) {
      return 2;
    }
    return each.files().equals(stored.files()) ? 0 : 1;
  }

  private long bytes() {
    return volumes.stream().mapToLong(each -> each.content().size()).sum();
  }
}
