package dev.loadstone.testkit;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.Candidates;
import dev.loadstone.domain.cache.Publication;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.port.ArtifactStore;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * A cache in memory, which keeps to its limits exactly, and is broken and damaged at will.
 *
 * <p>Safe for use by many threads. A turn waits for nobody.
 */
public final class InMemoryArtifactStore implements ArtifactStore {

  private final Shelf shelf;
  private final Access access;
  private Option<String> problem = Option.none();

  private enum Access {
    READ_WRITE,
    READ_ONLY
  }

  private InMemoryArtifactStore(Shelf shelf, Access access) {
    this.shelf = shelf;
    this.access = access;
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
    return new InMemoryArtifactStore(new Shelf(maxEntries, maxBytes), Access.READ_WRITE);
  }

  /**
   * Returns a store of the same entries that may only be read.
   *
   * @return another view
   */
  public InMemoryArtifactStore readOnly() {
    return new InMemoryArtifactStore(shelf, Access.READ_ONLY);
  }

  /**
   * Makes every call fail from now on.
   *
   * @param reason what the error says
   */
  public synchronized void breakDown(String reason) {
    problem = Option.some(reason);
  }

  /** Makes calls work again. */
  public synchronized void repair() {
    problem = Option.none();
  }

  /**
   * Gives an entry another content, as damage does.
   *
   * @param entry the entry
   * @param content what is read from now on
   */
  public void damage(CacheEntry entry, Bytes content) {
    shelf.damage(entry, content);
  }

  /** {@return how many turns have begun and not ended} */
  public int openTurns() {
    return shelf.openTurns();
  }

  @Override
  public Try<Candidates> find(CacheKey key) {
    return asked(
        () ->
            new Candidates(
                shelf.entries(each -> each.isOfRequest(key) && each.isOfBuild(key)),
                shelf.entries(each -> each.isOfRequest(key) && !each.isOfBuild(key))));
  }

  @Override
  public Try<Option<CacheEntry>> nearest(CacheKey key) {
    return asked(() -> shelf.nearest(key));
  }

  @Override
  public Try<Option<Bytes>> read(CacheEntry entry) {
    return asked(() -> shelf.volume(entry).map(Shelf.Volume::content));
  }

  @Override
  public Try<Void> use(CacheEntry entry) {
    return whereWritable(() -> shelf.use(entry));
  }

  @Override
  public Try<Publication> publish(CacheKey key, List<String> files, Bytes artifact) {
    return shelf.takes(artifact)
        ? told(() -> shelf.publish(key, List.copyOf(files), artifact))
        : failed("the artifact is larger than the cache may be");
  }

  @Override
  public Try<Void> discard(CacheEntry entry) {
    return told(() -> shelf.remove(entry)).flatMap(removed -> Try.success(null));
  }

  @Override
  public Try<CompilationTurn> turn(CacheKey key) {
    return asked(
        () -> {
          Runnable end = access == Access.READ_ONLY ? () -> {} : shelf.beginTurn();
          return end::run;
        });
  }

  @Override
  public Try<Boolean> isTurnTaken(CacheKey key) {
    return asked(() -> false);
  }

  @Override
  public Try<Void> count(CacheCounter counter) {
    return whereWritable(() -> shelf.count(counter));
  }

  @Override
  public Try<List<CacheEntry>> entries() {
    return asked(
        () ->
            shelf.entries(each -> true).stream()
                .sorted(Comparator.comparing(CacheEntry::file))
                .toList());
  }

  @Override
  public Try<CacheReport> report() {
    return asked(shelf::report);
  }

  @Override
  public Try<Integer> clear() {
    return told(shelf::clear);
  }

  private synchronized <T> Try<T> asked(Supplier<T> answer) {
    return problem.isDefined() ? failed(problem.get()) : Try.success(answer.get());
  }

  private <T> Try<T> told(Supplier<T> answer) {
    return access == Access.READ_ONLY ? failed("is only to be read") : asked(answer);
  }

  private Try<Void> whereWritable(Runnable deed) {
    return asked(
            () -> {
              if (access == Access.READ_WRITE) {
                deed.run();
              }
              return access;
            })
        .flatMap(done -> Try.success(null));
  }

  private static <T> Try<T> failed(String reason) {
    return Try.failure(StoreFailed.ofCache(Shelf.FOLDER, reason, null));
  }
}
