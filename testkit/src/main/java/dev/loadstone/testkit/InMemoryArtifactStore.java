package dev.loadstone.testkit;

import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.Candidates;
import dev.loadstone.domain.cache.Publication;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.CacheMaintenance;
import dev.loadstone.domain.port.CompilationTurns;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * A cache in memory, which keeps to its limits exactly, and is broken and damaged at will.
 *
 * <p>Safe for use by many threads. A turn waits for nobody.
 */
public final class InMemoryArtifactStore
    implements ArtifactStore, CompilationTurns, CacheMaintenance {

  private static final String PLACE = "memory";

  private final int maxEntries;
  private final long maxBytes;
  private final CacheAccess access;

  /** In the order of their last use; views share it, and lock it. */
  private final List<Stored> byUse;

  private final Map<CacheCounter, Long> counts;
  private final AtomicInteger names;
  private final AtomicInteger openTurns;
  private volatile Option<String> problem = Option.none();

  /** An artifact with all that was said when it was stored. */
  private record Stored(CacheEntry entry, CacheKey key, List<String> files, Bytes content) {

    boolean isFor(CacheKey other, List<String> otherFiles, Bytes otherContent) {
      return key.equals(other) && files.equals(otherFiles) && content.equals(otherContent);
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
  }

  private InMemoryArtifactStore(int maxEntries, long maxBytes) {
    this.maxEntries = maxEntries;
    this.maxBytes = maxBytes;
    access = CacheAccess.READ_WRITE;
    byUse = new ArrayList<>();
    counts = new TreeMap<>();
    names = new AtomicInteger();
    openTurns = new AtomicInteger();
  }

  private InMemoryArtifactStore(InMemoryArtifactStore viewed, CacheAccess access) {
    maxEntries = viewed.maxEntries;
    maxBytes = viewed.maxBytes;
    this.access = access;
    byUse = viewed.byUse;
    counts = viewed.counts;
    names = viewed.names;
    openTurns = viewed.openTurns;
  }

  /**
   * Makes a store that is as good as unlimited.
   *
   * @return an empty store
   */
  public static InMemoryArtifactStore create() {
    return holding(Integer.MAX_VALUE, Long.MAX_VALUE);
  }

  /**
   * Makes a store with limits.
   *
   * @param maxEntries how many entries it holds at most
   * @param maxBytes how many bytes these have together at most
   * @return an empty store
   */
  public static InMemoryArtifactStore holding(int maxEntries, long maxBytes) {
    return new InMemoryArtifactStore(maxEntries, maxBytes);
  }

  /**
   * Returns a store of the same entries that may only be read.
   *
   * @return another view
   */
  public InMemoryArtifactStore readOnly() {
    return new InMemoryArtifactStore(this, CacheAccess.READ_ONLY);
  }

  /**
   * Makes every call fail from now on.
   *
   * @param reason what the error says
   */
  public void breakDown(String reason) {
    problem = Option.some(reason);
  }

  /** Makes calls work again. */
  public void repair() {
    problem = Option.none();
  }

  /**
   * Gives an entry another content, as damage does.
   *
   * @param entry the entry
   * @param content what is read from now on
   */
  public void damage(CacheEntry entry, Bytes content) {
    synchronized (byUse) {
      byUse.replaceAll(
          each ->
              each.entry().equals(entry)
                  ? new Stored(entry, each.key(), each.files(), content)
                  : each);
    }
  }

  /** {@return how many turns have begun and not ended} */
  public int openTurns() {
    return openTurns.get();
  }

  @Override
  public Try<Candidates> find(CacheKey key) {
    return asked(
        () ->
            new Candidates(
                lastUsedFirst(each -> each.isOfRequest(key) && each.isOfBuild(key)),
                lastUsedFirst(each -> each.isOfRequest(key) && !each.isOfBuild(key))));
  }

  @Override
  public Try<Option<CacheEntry>> nearest(CacheKey key) {
    ToIntFunction<Stored> likeness =
        each -> (each.isOfRequest(key) ? 2 : 0) + (each.isOfBuild(key) ? 1 : 0);
    return asked(
        () ->
            Option.ofOptional(
                byUse.stream()
                    .filter(each -> each.isOfBaseNames(key))
                    .max(Comparator.comparingInt(likeness).thenComparing(byUse::indexOf))
                    .map(Stored::entry)));
  }

  @Override
  public Try<Option<Bytes>> read(CacheEntry entry) {
    return asked(() -> stored(entry).map(Stored::content));
  }

  @Override
  public Try<Void> use(CacheEntry entry) {
    return whereWritable(() -> stored(entry).forEach(this::moveToEnd));
  }

  @Override
  public Try<Publication> publish(CacheKey key, List<String> files, Bytes artifact) {
    return artifact.size() > maxBytes
        ? failed("the artifact is larger than the cache may be")
        : told(() -> store(key, List.copyOf(files), artifact));
  }

  private Publication store(CacheKey key, List<String> files, Bytes artifact) {
    Stored stored =
        byUse.stream()
            .filter(each -> each.isFor(key, files, artifact))
            .findFirst()
            .orElseGet(() -> new Stored(nextEntry(), key, files, artifact));
    moveToEnd(stored);
    return new Publication(stored.entry(), makeRoomFor(stored));
  }

  @Override
  public Try<Void> discard(CacheEntry entry) {
    return told(() -> byUse.removeIf(each -> each.entry().equals(entry)))
        .flatMap(removed -> Try.success(null));
  }

  @Override
  public Try<CompilationTurn> turn(CacheKey key) {
    return asked(() -> access == CacheAccess.READ_ONLY ? () -> {} : beginTurn());
  }

  private CompilationTurn beginTurn() {
    openTurns.incrementAndGet();
    AtomicBoolean ended = new AtomicBoolean();
    return () -> {
      if (ended.compareAndSet(false, true)) {
        openTurns.decrementAndGet();
      }
    };
  }

  @Override
  public Try<List<CacheEntry>> entries() {
    return asked(
        () ->
            byUse.stream()
                .map(Stored::entry)
                .sorted(Comparator.comparing(CacheEntry::id))
                .toList());
  }

  @Override
  public Try<Void> count(CacheCounter counter) {
    return whereWritable(() -> counts.merge(counter, 1L, Long::sum));
  }

  @Override
  public Try<CacheReport> report() {
    return asked(() -> new CacheReport(PLACE, byUse.size(), bytes(), new TreeMap<>(counts)));
  }

  @Override
  public Try<Integer> clear() {
    return told(
        () -> {
          int removed = byUse.size();
          byUse.clear();
          counts.clear();
          return removed;
        });
  }

  private CacheEntry nextEntry() {
    return new CacheEntry("%s/%06d".formatted(PLACE, names.incrementAndGet()));
  }

  private Option<Stored> stored(CacheEntry entry) {
    return Option.ofOptional(byUse.stream().filter(each -> each.entry().equals(entry)).findFirst());
  }

  private List<CacheEntry> lastUsedFirst(Predicate<Stored> wanted) {
    List<CacheEntry> entries = new ArrayList<>();
    byUse.stream().filter(wanted).forEach(each -> entries.add(0, each.entry()));
    return entries;
  }

  private void moveToEnd(Stored used) {
    byUse.remove(used);
    byUse.add(used);
  }

  private List<CacheEntry> makeRoomFor(Stored stored) {
    List<CacheEntry> evicted = new ArrayList<>();
    while (byUse.size() > maxEntries || bytes() > maxBytes) {
      // The first one among equals was used longest ago.
      Stored next =
          byUse.stream()
              .filter(each -> !each.equals(stored))
              .min(Comparator.comparingInt(each -> standing(each, stored)))
              .orElseThrow();
      byUse.remove(next);
      evicted.add(next.entry());
    }
    return evicted;
  }

  private static int standing(Stored each, Stored stored) {
    if (!each.isOfBaseNames(stored.key()) || each.isOfRequest(stored.key())) {
      return 2;
    }
    return each.files().equals(stored.files()) ? 0 : 1;
  }

  private long bytes() {
    return byUse.stream().mapToLong(each -> each.content().size()).sum();
  }

  private <T> Try<T> asked(Supplier<T> answer) {
    synchronized (byUse) {
      return problem.isDefined() ? failed(problem.get()) : Try.success(answer.get());
    }
  }

  private <T> Try<T> told(Supplier<T> answer) {
    return access == CacheAccess.READ_ONLY ? failed("is only to be read") : asked(answer);
  }

  private Try<Void> whereWritable(Runnable deed) {
    return asked(
            () -> {
              if (access == CacheAccess.READ_WRITE) {
                deed.run();
              }
              return access;
            })
        .flatMap(done -> Try.success(null));
  }

  private static <T> Try<T> failed(String reason) {
    return Try.failure(StoreFailed.ofCache(PLACE, reason, null));
  }
}
