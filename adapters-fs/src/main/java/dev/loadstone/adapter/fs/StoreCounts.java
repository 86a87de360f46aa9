package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.CacheCounter;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The counts of this instance that are not in the folder's file yet. The first hit and whatever is
 * not a hit goes there at once, other hits once in a second. Where that fails they wait for the
 * next time; a folder is not made for counts alone.
 */
final class StoreCounts {

  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

  private final CacheFolder folder;
  private final CountsFile file;
  private final LongSupplier nanoTime;
  private final SortedMap<CacheCounter, Long> pending = new TreeMap<>();
  private Option<Long> lastFlush = Option.none();

  StoreCounts(CacheFolder folder, CountsFile file, LongSupplier nanoTime) {
    this.folder = folder;
    this.file = file;
    this.nanoTime = nanoTime;
  }

  synchronized void add(CacheCounter counter) throws IOException {
    pending.merge(counter, 1L, Long::sum);
    if (counter != CacheCounter.HIT || !isFresh()) {
      flush();
    }
  }

  synchronized void flush() throws IOException {
    if (pending.isEmpty()) {
      return;
    }
    lastFlush = Option.some(nanoTime.getAsLong());
    Option<Path> root = folder.present();
    if (root.isDefined()) {
      file.append(new StoreLayout(root.get()), pending);
      pending.clear();
    }
  }

  /** Returns what is in the folder's file, and what is not there yet. */
  synchronized SortedMap<CacheCounter, Long> total() throws IOException {
    SortedMap<CacheCounter, Long> total = new TreeMap<>(pending);
    Option<Path> root = folder.present();
    if (root.isDefined()) {
      CountsFile.read(new StoreLayout(root.get()))
          .forEach((counter, count) -> total.merge(counter, count, Long::sum));
    }
    return total;
  }

  synchronized void clear() throws IOException {
    pending.clear();
    Option<Path> root = folder.present();
    if (root.isDefined()) {
      CountsFile.delete(new StoreLayout(root.get()));
    }
  }

  private boolean isFresh() {
    return lastFlush.exists(last -> nanoTime.getAsLong() - last < INTERVAL);
  }
}
