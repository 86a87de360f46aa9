package dev.loadstone.adapter.fs;

import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings;
import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.Candidates;
import dev.loadstone.domain.cache.Publication;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.CacheMaintenance;
import dev.loadstone.domain.port.CompilationTurns;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Keeps artifacts in a folder, one file each, which any number of processes read and write at the
 * same time.
 *
 * <p>There is no index: places and names tell all that a lookup needs, see {@link StoreLayout}. A
 * file appears by being renamed into its place, so readers see it whole or not at all, and wait for
 * nobody. Times decide about nothing but who gives way first.
 *
 * <p>Closing it writes the counts that are not written yet, and ends nothing.
 */
final class FileSystemArtifactStore
    implements ArtifactStore, CompilationTurns, CacheMaintenance, AutoCloseable {

  private static final String NOT_LISTED = "its entries cannot be listed";
  private static final String NOT_READ = "an entry cannot be read";
  private static final String NOT_WRITTEN = "an entry cannot be written";
  private static final String NOT_REMOVED = "an entry cannot be removed";
  private static final String ONLY_READ = "is only to be read";

  private final StoreSettings settings;
  private final CacheFolder folder;
  private final EntryCheck check;
  private final StoreFailures failures;
  private final EntryFiles files;
  private final EntryLookup lookup;
  private final EntryWriter writer;
  private final Eviction eviction;
  private final StoreCounts counts;
  private final CompilationLocks locks;

  private FileSystemArtifactStore(
      StoreSettings settings, InstantSource clock, LongSupplier nanoTime) {
    this.settings = settings;
    folder = CacheFolder.of(settings);
    check = folder.entryCheck();
    failures = new StoreFailures(settings.folder());
    files = new EntryFiles(new UseClock(clock), check);
    lookup = new EntryLookup(clock);
    TemporaryNames names = TemporaryNames.ofThisProcess();
    writer = new EntryWriter(folder, names);
    eviction =
        new Eviction(new Limits(new StoreSize(settings.maxEntries(), settings.maxBytes())), clock);
    counts = new StoreCounts(folder, new CountsFile(folder, names), nanoTime);
    locks = new CompilationLocks(folder);
  }

  static FileSystemArtifactStore of(StoreSettings settings) {
    return of(settings, InstantSource.system(), System::nanoTime);
  }

  static FileSystemArtifactStore of(
      StoreSettings settings, InstantSource clock, LongSupplier nanoTime) {
    return new FileSystemArtifactStore(settings, clock, nanoTime);
  }

  @Override
  public Try<Candidates> find(CacheKey key) {
    return failures.attempt(
        NOT_LISTED,
        () -> {
          Option<StoreLayout> layout = layout();
          return layout.isEmpty()
              ? new Candidates(List.of(), List.of())
              : lookup.find(listing(layout.get()), key);
        });
  }

  @Override
  public Try<Option<CacheEntry>> nearest(CacheKey key) {
    return failures.attempt(
        NOT_LISTED,
        () -> {
          Option<StoreLayout> layout = layout();
          return layout.isEmpty() ? Option.none() : lookup.nearest(listing(layout.get()), key);
        });
  }

  @Override
  public Try<Option<Bytes>> read(CacheEntry entry) {
    return failures.attempt(
        NOT_READ,
        () -> {
          Option<StoredEntry> stored = stored(entry);
          return stored.isEmpty() ? Option.none() : files.read(stored.get());
        });
  }

  @Override
  public Try<Void> use(CacheEntry entry) {
    return isReadOnly()
        ? Try.success(null)
        : failures.bestEffort(
            () -> {
              Option<StoredEntry> stored = stored(entry);
              if (stored.isDefined()) {
                files.use(stored.get());
              }
            });
  }

  @Override
  public Try<Publication> publish(CacheKey key, List<String> files, Bytes artifact) {
    if (isReadOnly()) {
      return failures.refused(ONLY_READ);
    }
    long most = Math.min(settings.maxBytes(), EntryFiles.MOST_BYTES);
    if (artifact.size() > most) {
      return failures.refused(
          "the artifact has "
              + artifact.size()
              + " bytes, and "
              + (most == settings.maxBytes() ? "the cache" : "an entry")
              + " may have "
              + most
              + " at most");
    }
    EntryName name = EntryName.of(key, files, artifact);
    return failures.attempt(NOT_WRITTEN, () -> publish(key, name, artifact));
  }

  private Publication publish(CacheKey key, EntryName name, Bytes artifact) throws IOException {
    StoreLayout layout = new StoreLayout(folder.layout());
    StoredEntry stored = layout.entry(key, name);
    writer.write(stored, artifact);
    failures.bestEffort(() -> files.use(stored)); // The system's own time may be a coarse one.
    List<CacheEntry> evicted = eviction.after(listing(layout), stored, artifact.size());
    locks.sweep();
    failures.bestEffort(counts::flush);
    return new Publication(stored.entry(), evicted);
  }

  @Override
  public Try<Void> discard(CacheEntry entry) {
    return isReadOnly()
        ? failures.refused(ONLY_READ)
        : failures.attemptDeed(
            NOT_REMOVED,
            () -> {
              Option<StoredEntry> stored = stored(entry);
              if (stored.isDefined()) {
                EntryFiles.remove(stored.get());
              }
            });
  }

  @Override
  public Try<CompilationTurn> turn(CacheKey key) {
    return Try.success(locks.turn(key));
  }

  @Override
  public Try<Void> count(CacheCounter counter) {
    return isReadOnly() ? Try.success(null) : failures.bestEffort(() -> counts.add(counter));
  }

  @Override
  public Try<List<CacheEntry>> entries() {
    return failures.attempt(
        NOT_LISTED,
        () -> {
          List<CacheEntry> entries = new ArrayList<>();
          for (EntryState each : states()) {
            entries.add(each.stored().entry());
          }
          entries.sort(Comparator.comparing(CacheEntry::id));
          return entries;
        });
  }

  @Override
  public Try<CacheReport> report() {
    if (!isReadOnly()) {
      failures.bestEffort(counts::flush);
    }
    return failures.attempt(
        NOT_LISTED,
        () -> {
          StoreSize size = StoreSize.of(states());
          return new CacheReport(
              settings.folder().toString(), size.entries(), size.bytes(), counts.total());
        });
  }

  @Override
  public Try<Integer> clear() {
    return isReadOnly()
        ? failures.refused(ONLY_READ)
        : failures.attempt(NOT_REMOVED, this::removeAll);
  }

  /** Removes what can be removed, before it tells what cannot. */
  private int removeAll() throws IOException {
    Option<IOException> failure = Option.none();
    int removed = 0;
    for (StoredEntry each : all()) {
      try {
        removed += EntryFiles.remove(each) ? 1 : 0;
      } catch (IOException e) {
        failure = failure.orElse(Option.some(e));
      }
    }
    counts.clear();
    if (failure.isDefined()) {
      throw failure.get();
    }
    return removed;
  }

  @Override
  public void close() {
    if (!isReadOnly()) {
      failures.bestEffort(counts::flush);
    }
  }

  private boolean isReadOnly() {
    return settings.access() == CacheAccess.READ_ONLY;
  }

  private Option<StoreLayout> layout() throws IOException {
    return folder.present().map(StoreLayout::new);
  }

  private EntryListing listing(StoreLayout layout) {
    return new EntryListing(layout, check);
  }

  /** Tells which entry is meant; none when the whole folder has vanished. */
  private Option<StoredEntry> stored(CacheEntry entry) throws IOException {
    Option<StoreLayout> layout = layout();
    Option<StoredEntry> stored = layout.flatMap(present -> present.stored(entry));
    if (layout.isDefined() && stored.isEmpty()) {
      throw new WriteRefused(entry + " is no entry of it", null);
    }
    return stored;
  }

  private List<EntryState> states() throws IOException {
    return EntryState.ofAll(all());
  }

  private Collection<StoredEntry> all() throws IOException {
    Option<StoreLayout> layout = layout();
    return layout.isEmpty() ? List.of() : listing(layout.get()).all(FileSystemArtifactStore::fail);
  }

  private static void fail(IOException failure) throws IOException {
    throw failure;
  }
}
